import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/http/version-1-0.ts'
import { descriptorFetched, findings, traceOf, verdicts } from '../trace-builder.ts'

const old = { requestVersion: '1.0' } as const

describe('a client that speaks HTTP/1.0', () => {
  it('gets the answer that others get', () => {
    const trace = traceOf([descriptorFetched(), descriptorFetched(undefined, old)])
    expect(verdicts(check, trace)).toEqual(['pass'])
  })

  it('gets no chunks', () => {
    const chunked = descriptorFetched(undefined, { ...old, framing: 'chunked' })
    expect(findings(check, traceOf([descriptorFetched(), chunked]))).toMatchObject([
      { verdict: 'fail', at: 2, actual: '"Transfer-Encoding: chunked" for HTTP/1.0' },
    ])
  })

  it('is not refused', () => {
    const refused = descriptorFetched('', { ...old, status: 505 })
    expect(findings(check, traceOf([descriptorFetched(), refused]))).toMatchObject([
      { verdict: 'fail', actual: 'status 505 for a request by HTTP/1.0' },
    ])
  })

  it('tells nothing where no other was answered', () => {
    expect(verdicts(check, traceOf([descriptorFetched(undefined, old)]))).toEqual(['inconclusive'])
  })

  it('is missing from most traces', () => {
    const chunked = descriptorFetched(undefined, { framing: 'chunked' })
    expect(verdicts(check, traceOf([chunked]))).toEqual(['not-applicable'])
  })
})
