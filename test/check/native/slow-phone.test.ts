import { describe, expect, it } from 'vitest'
import slowPhone from '../../../src/check/checks/native/slow-phone.ts'
import { findings, traceOf } from '../trace-builder.ts'
import { body, fetched, judged } from './package-fetch.ts'

const slow = {
  startedAt: 2000,
  at: 12_000,
  network: { did: 'slowed the transfer down', reachedTarget: true },
  pace: { bytesPerSecond: 100, aheadBytesMax: 600 },
} as const
const half = { ...slow, body: body.slice(0, 700), headers: [['Content-Length', '1000']] } as const
const truncated = { cause: 'truncated', detail: 'the target closed the connection' } as const

describe('a phone on a slow network', () => {
  it.each([
    ['is served to the end', [slow], ['pass: 1000 octets at 100 a second, whole after 10 s']],
    [
      'tells nothing where buffers may have held it all',
      [{ ...slow, pace: { bytesPerSecond: 100, aheadBytesMax: 1000 } }],
      [
        'inconclusive: 1000 octets at 100 a second, whole after 10 s; but buffers on the way may hold 1000, so the target may have been rid of them at once: whether it waits for a slow phone shows with a larger package, or over a network',
      ],
    ],
    [
      'is not cut off',
      [{}, { ...half, framing: 'none', failure: truncated }],
      [
        'fail: Unexpected end after 700 octets and 10 s at 100 octets a second, expected all 1000 octets.',
      ],
    ],
    [
      'is not cut off in an answer without a length',
      [{ ...slow, body: '', framing: 'chunked', failure: truncated }],
      [
        'fail: Unexpected end after 0 octets and 10 s at 100 octets a second, expected the whole package.',
      ],
    ],
    [
      'is nobody’s fault where quick ones are cut off as well',
      [
        { body: body.slice(0, 700), failure: truncated },
        { ...half, framing: 'none', failure: truncated },
      ],
      [
        'inconclusive: it broke off, but not because it was slow: truncated (the target closed the connection)',
      ],
    ],
    [
      'says which clock decides',
      [{ ...slow, pace: { bytesPerSecond: 100 } }],
      [
        'inconclusive: the phone was slow by its own clock alone, and the target sent at once: play it with --clock wall',
      ],
    ],
    [
      'blames nobody when it had to stop',
      [{ ...half, failure: { cause: 'limit', detail: 'not over after slowMsMax, 480000 ms' } }],
      [
        'inconclusive: the target had not cut the phone off when that stopped: not over after slowMsMax, 480000 ms',
      ],
    ],
    [
      'blames nobody when it lost coverage',
      [{ ...half, failure: { cause: 'no-coverage', detail: 'coverage was lost' } }],
      ['not-applicable: no package was fetched over a slow network'],
    ],
    ['is no quick one', [{}], ['not-applicable: no package was fetched over a slow network']],
    [
      'has more than a head',
      [{ ...slow, method: 'HEAD', body: '' }],
      ['not-applicable: no package was fetched over a slow network'],
    ],
  ] as const)('%s', (_, sketches, told) => {
    expect(judged(slowPhone, sketches.map(fetched))).toEqual(told)
  })

  it('shows the quick transfer beside the one that was cut off', () => {
    const cut = fetched({ ...half, framing: 'none', failure: truncated })
    expect(findings(slowPhone, traceOf([fetched({}), cut]))).toMatchObject([{ at: 2, cause: 1 }])
  })
})
