import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/report/late-deletion.ts'
import {
  caseFacts,
  descriptorFetched,
  findings,
  packageFetched,
  reportPosted,
  traceOf,
  verdicts,
  type ExchangeSketch,
} from '../trace-builder.ts'

const dayMs = 86_400_000
const standing = { target: { ...caseFacts().target, clock: false } }

/** Installed at the start of a day. */
const installed = (day = 0) => [
  descriptorFetched(undefined, { at: day * dayMs }),
  packageFetched(undefined, { at: day * dayMs + 1 }),
]
const reported = (day: number, sketch: ExchangeSketch = {}) =>
  reportPosted('912 Deletion Notification\r\n', { at: day * dayMs + 2, ...sketch })

describe('a deletion report that comes late', () => {
  it('is answered 200', () => {
    expect(findings(check, traceOf([...installed(), reported(14)]))).toMatchObject([
      { verdict: 'pass', at: 3, reason: 'a report that came late was answered 200' },
    ])
  })

  it.each([404, 410, 500])('is not answered %d', (status) => {
    const trace = traceOf([...installed(), reported(0), ...installed(1), reported(14, { status })])
    expect(findings(check, trace)).toMatchObject([
      {
        verdict: 'fail',
        level: 'field',
        reason: `Unexpected ${status} for a report that came late, expected 200, as for its like.`,
      },
    ])
  })

  it('says nothing where one in time was not answered 200 either', () => {
    const early = reported(0, { status: 404 })
    const trace = traceOf([...installed(), early, ...installed(1), reported(14, { status: 404 })])
    expect(verdicts(check, trace)).toEqual(['inconclusive'])
  })

  it('was not late to a target whose clock stands still', () => {
    const trace = traceOf([...installed(), reported(14, { status: 404 })], standing)
    expect(findings(check, trace)).toMatchObject([
      {
        verdict: 'inconclusive',
        at: 3,
        reason:
          'needs target clock: to this server the report was not late (verbs.clock of the target file)',
      },
    ])
  })

  it.each([caseFacts(), standing])(
    'is counted from its descriptor, not from the start',
    (about) => {
      const trace = traceOf([...installed(), ...installed(14), reported(14)], about)
      expect(verdicts(check, trace)).toEqual(['not-applicable'])
    },
  )

  it('is one that came days after', () => {
    expect(verdicts(check, traceOf([...installed(), reported(1)]))).toEqual(['not-applicable'])
    expect(verdicts(check, traceOf([...installed(), reported(3)]))).toEqual(['pass'])
  })
})
