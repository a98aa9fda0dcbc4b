import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/report/answered-in-time.ts'
import { findings, reportPosted, traceOf, verdicts } from '../trace-builder.ts'

const after = (ms: number) => traceOf([reportPosted(undefined, { measured: { ms } })])
const silence = { cause: 'timeout', detail: 'no answer in 60000 ms' } as const

describe('a report', () => {
  it.each([0, 1, 5000])('may be answered after %d ms', (ms) => {
    expect(verdicts(check, after(ms))).toEqual(['pass'])
  })

  it('is answered within five seconds', () => {
    expect(findings(check, after(5001))).toMatchObject([
      {
        verdict: 'fail',
        reason: 'Unexpected answer after more than 5000 ms, expected one within 5000 ms.',
      },
    ])
  })

  it('does not wait till the phone gives up', () => {
    const unanswered = reportPosted(undefined, { status: 'none', failure: silence })
    expect(findings(check, traceOf([unanswered]))).toMatchObject([
      { verdict: 'fail', at: 1, actual: 'silence: no answer in 60000 ms' },
    ])
  })

  it('that the network lost or held up is no fault of the target', () => {
    const lost = reportPosted(undefined, {
      status: 'none',
      failure: silence,
      network: { did: 'lost the request', reachedTarget: false },
    })
    const heldUp = reportPosted(undefined, {
      at: 90_000,
      startedAt: 0,
      measured: { ms: 3 },
      network: { did: 'delayed the response by 90000 ms', reachedTarget: true },
    })
    expect(verdicts(check, traceOf([lost]))).toEqual(['not-applicable'])
    expect(verdicts(check, traceOf([heldUp]))).toEqual(['pass'])
  })
})
