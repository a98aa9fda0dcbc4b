import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/report/no-challenge.ts'
import { descriptorFetched, findings, reportPosted, traceOf, verdicts } from '../trace-builder.ts'

describe('a notify URL', () => {
  it('asks for no credentials', () => {
    expect(verdicts(check, traceOf([reportPosted()]))).toEqual(['pass'])
  })

  it.each([401, 407])('does not answer %d', (status) => {
    expect(findings(check, traceOf([reportPosted(undefined, { status })]))).toMatchObject([
      {
        verdict: 'fail',
        reason: `Unexpected status ${status} for a report, expected an answer without a challenge.`,
      },
    ])
  })

  it('may stand beside a descriptor that asks for them', () => {
    const asked = descriptorFetched('', { status: 401 })
    expect(verdicts(check, traceOf([asked, reportPosted()]))).toEqual(['pass'])
  })

  it('is not blamed for the proxy of the network', () => {
    const network = { did: 'answered 407', reachedTarget: false }
    const kept = reportPosted(undefined, { status: 'none', network })
    expect(verdicts(check, traceOf([kept]))).toEqual(['not-applicable'])
  })
})
