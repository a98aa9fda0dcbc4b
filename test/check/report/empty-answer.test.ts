import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/report/empty-answer.ts'
import { findings, reportPosted, traceOf, verdicts } from '../trace-builder.ts'

describe('the answer to a report', () => {
  it('is empty', () => {
    expect(verdicts(check, traceOf([reportPosted()]))).toEqual(['pass'])
  })

  it('says nothing, however little', () => {
    expect(findings(check, traceOf([reportPosted(undefined, { body: 'OK\n' })]))).toMatchObject([
      {
        verdict: 'fail',
        level: 'should',
        reason: 'Unexpected content of 3 octets, "OK\\n", expected an empty body.',
      },
    ])
  })

  it('is judged for each report', () => {
    const trace = traceOf([reportPosted(), reportPosted(912, { body: 'gone' })])
    expect(findings(check, trace)).toMatchObject([{ verdict: 'fail', at: 2 }])
  })

  it('is not judged on the page of an error', () => {
    const refused = reportPosted(undefined, { status: 404, body: '<h1>Not found</h1>' })
    expect(verdicts(check, traceOf([refused]))).toEqual(['not-applicable'])
  })
})
