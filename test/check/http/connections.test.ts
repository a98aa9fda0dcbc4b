import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/http/connections.ts'
import { descriptorFetched, findings, traceOf, verdicts } from '../trace-builder.ts'

const closing = { requestHeaders: [['Connection', 'close']] } as const
const reset = { cause: 'reset', detail: 'the connection broke' } as const

describe('a connection', () => {
  it('may close after a request or stay open', () => {
    const trace = traceOf([descriptorFetched(), descriptorFetched(undefined, closing)])
    expect(verdicts(check, trace)).toEqual(['pass'])
  })

  it('that is to close may not be refused', () => {
    const trace = traceOf([descriptorFetched(), descriptorFetched('', { ...closing, status: 400 })])
    expect(findings(check, trace)).toMatchObject([
      {
        verdict: 'fail',
        actual: 'status 400 for a request with "Connection: close"',
        expected: 'status 200, as without it',
      },
    ])
  })

  it('that is to stay open may not break', () => {
    const broken = descriptorFetched('', { status: 'none', failure: reset })
    const trace = traceOf([descriptorFetched(undefined, closing), descriptorFetched(), broken])
    expect(findings(check, trace)).toMatchObject([{ verdict: 'fail', at: 3, cause: 1 }])
  })

  it('that the network broke says nothing of the target', () => {
    const lost = { did: 'lost the response', reachedTarget: true }
    const broken = descriptorFetched('', { status: 'none', failure: reset, network: lost })
    const trace = traceOf([descriptorFetched(), descriptorFetched(undefined, closing), broken])
    expect(verdicts(check, trace)).toEqual(['pass'])
  })

  it('is not judged where all stay open', () => {
    expect(verdicts(check, traceOf([descriptorFetched()]))).toEqual(['not-applicable'])
  })
})
