import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/report/only-post.ts'
import { exchanged, findings, notifyUrl, traceOf, verdicts } from '../trace-builder.ts'

const got = (status: number | 'none') =>
  exchanged({ purpose: 'install-report', url: notifyUrl, status, probe: 'get-notify-url' })

describe('a GET of a notify URL', () => {
  it.each([400, 404, 405, 501])('may be answered %d', (status) => {
    expect(verdicts(check, traceOf([got(status)]))).toEqual(['pass'])
  })

  it.each([200, 204])('is not taken for a report with %d', (status) => {
    expect(findings(check, traceOf([got(status)]))).toMatchObject([
      {
        verdict: 'fail',
        reason: `Unexpected status ${status} for a GET of the notify URL, expected 405 or 404.`,
      },
    ])
  })

  it('says nothing without an answer', () => {
    expect(verdicts(check, traceOf([got('none')]))).toEqual(['not-applicable'])
  })

  it('is made on purpose only', () => {
    const plain = exchanged({ url: notifyUrl })
    expect(verdicts(check, traceOf([plain]))).toEqual(['not-applicable'])
  })
})
