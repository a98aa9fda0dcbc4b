import { describe, expect, it } from 'vitest'
import {
  alterResponse,
  createInterferences,
  cutByte,
  describeAct,
} from '../../src/handset/interference.ts'
import type { Act, Interferences } from '../../src/handset/interference.ts'
import type { Purpose } from '../../src/trace/events.ts'

const lost: Act = { kind: 'lose response' }
const delayed: Act = { kind: 'delay', ms: 500 }

function strikes(interferences: Interferences, ...purposes: readonly Purpose[]) {
  return purposes.map((purpose) => interferences.strike(purpose)?.kind)
}

describe('interference', () => {
  it('strikes nothing when none is armed', () => {
    expect(strikes(createInterferences(), 'package', 'package')).toEqual([undefined, undefined])
  })

  it('strikes the exchange it is counted for, and no other', () => {
    const interferences = createInterferences()
    interferences.arm({ on: 'package', from: 2, to: 2, act: lost })
    expect(strikes(interferences, 'package', 'package', 'package')).toEqual([
      undefined,
      'lose response',
      undefined,
    ])
  })

  it('strikes from first to last', () => {
    const interferences = createInterferences()
    interferences.arm({ on: 'install-report', from: 2, to: 3, act: lost })
    const reports = Array.from({ length: 4 }, (): Purpose => 'install-report')
    expect(strikes(interferences, ...reports)).toEqual([
      undefined,
      'lose response',
      'lose response',
      undefined,
    ])
  })

  it('counts exchanges of its purpose only', () => {
    const interferences = createInterferences()
    interferences.arm({ on: 'package', from: 1, to: 1, act: lost })
    expect(strikes(interferences, 'descriptor', 'delete-report', 'package')).toEqual([
      undefined,
      undefined,
      'lose response',
    ])
  })

  it('counts from when it was armed', () => {
    const interferences = createInterferences()
    interferences.arm({ on: 'package', from: 1, to: 1, act: lost })
    expect(strikes(interferences, 'package')).toEqual(['lose response'])
    interferences.arm({ on: 'package', from: 2, to: 2, act: delayed })
    expect(strikes(interferences, 'package', 'package')).toEqual([undefined, 'delay'])
  })

  it('strikes once where two are armed: the first, while both count', () => {
    const interferences = createInterferences()
    interferences.arm({ on: 'package', from: 1, to: 1, act: lost })
    interferences.arm({ on: 'package', from: 1, to: 2, act: delayed })
    expect(strikes(interferences, 'package', 'package', 'package')).toEqual([
      'lose response',
      'delay',
      undefined,
    ])
  })
})

describe('the place of a cut', () => {
  it.each([
    ['first', 60_001, 0],
    ['middle', 60_001, 30_000],
    ['last', 60_001, 60_000],
    ['first', 0, 0],
    ['middle', 1, 0],
    ['last', 0, 0],
    [31_337, 60_001, 31_337],
    [0, undefined, 0],
    ['first', undefined, 0],
    ['middle', undefined, 1],
    ['last', undefined, 1],
  ] as const)('%s of %s octets is after %i', (at, bytes, after) => {
    expect(cutByte(at, bytes)).toBe(after)
  })
})

describe('an act of the network', () => {
  it.each([
    [
      { kind: 'answer', status: 503, headers: [], body: new Uint8Array(0) },
      'answered 503 in place of the target',
    ],
    [{ kind: 'lose request' }, 'lost the request'],
    [{ kind: 'lose response' }, 'lost the response'],
    [{ kind: 'delay', ms: 4000 }, 'delayed the response by 4000 ms'],
    [{ kind: 'slow', bytesPerSecond: 2000 }, 'slowed the transfer down'],
    [{ kind: 'cut', by: 'user', at: 'middle' }, 'was stopped by the user'],
    [{ kind: 'cut', by: 'coverage', at: 'middle' }, 'lost coverage during the transfer'],
    [
      { kind: 'alter', alteration: { did: 'corrupt (package)', alter: (body) => body } },
      'corrupt (package)',
    ],
  ] satisfies readonly (readonly [Act, string])[])('reads %o as: %s', (act, text) => {
    expect(describeAct(act)).toBe(text)
  })

  it('that alters a body states the new length and leaves the other headers', () => {
    const response = {
      status: 200,
      reason: 'OK',
      version: '1.1',
      headers: [
        ['Content-Type', 'application/java-archive'],
        ['content-length', '3'],
      ],
      head: new Uint8Array(0),
      body: Uint8Array.of(1, 2, 3),
    } as const
    const alteration = { did: 'cut short (package)', alter: (body: Uint8Array) => body.slice(0, 1) }
    expect(alterResponse(response, alteration)).toEqual({
      did: 'cut short (package)',
      reachedTarget: true,
      delivered: {
        status: 200,
        headers: [
          ['Content-Type', 'application/java-archive'],
          ['content-length', '1'],
        ],
        body: Uint8Array.of(1),
      },
    })
    expect(response.body).toEqual(Uint8Array.of(1, 2, 3))
  })

  it('may alter the headers before it states the length', () => {
    const network = alterResponse(
      {
        status: 200,
        reason: 'OK',
        version: '1.1',
        headers: [
          ['Content-Type', 'text/plain'],
          ['Content-Length', '3'],
        ],
        head: new Uint8Array(0),
        body: Uint8Array.of(1, 2, 3),
      },
      {
        did: 'changed the media type (descriptor)',
        alter: (body) => body,
        alterHeaders: (headers) =>
          headers.map(([name, value]) => [name, name === 'Content-Type' ? 'text/html' : value]),
      },
    )
    expect(network.delivered?.headers).toEqual([
      ['Content-Type', 'text/html'],
      ['Content-Length', '3'],
    ])
  })
})
