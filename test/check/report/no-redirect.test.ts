import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/report/no-redirect.ts'
import { findings, reportPosted, traceOf, verdicts } from '../trace-builder.ts'

describe('a notify URL', () => {
  it('answers in place', () => {
    expect(verdicts(check, traceOf([reportPosted()]))).toEqual(['pass'])
  })

  it.each([301, 302, 303, 307, 308])('does not redirect with %d', (status) => {
    const headers = [['Location', 'http://ota.test/elsewhere']] as const
    const trace = traceOf([reportPosted(undefined, { status, headers })])
    expect(findings(check, trace)).toMatchObject([
      {
        verdict: 'fail',
        reason: `Unexpected redirect ${status} for a report, expected an answer in place.`,
      },
    ])
  })

  it('that answers an error does not redirect', () => {
    expect(verdicts(check, traceOf([reportPosted(undefined, { status: 500 })]))).toEqual(['pass'])
  })

  it('has to answer', () => {
    const silent = reportPosted(undefined, { status: 'none' })
    expect(verdicts(check, traceOf([silent]))).toEqual(['not-applicable'])
  })
})
