import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/http/retry-after-seconds.ts'
import { descriptorFetched, findings, packageFetched, traceOf, verdicts } from '../trace-builder.ts'

const busy = (retryAfter: string | undefined) =>
  traceOf([
    descriptorFetched('', {
      status: 503,
      headers: retryAfter === undefined ? [] : [['Retry-After', retryAfter]],
    }),
  ])

describe('a busy server', () => {
  it('says in seconds when to ask again', () => {
    expect(verdicts(check, busy('30'))).toEqual(['pass'])
  })

  it('gives no date', () => {
    expect(findings(check, busy('Wed, 01 Mar 2006 09:00:30 GMT'))).toMatchObject([
      { verdict: 'fail', actual: '"Retry-After: Wed, 01 Mar 2006 09:00:30 GMT"' },
    ])
  })

  it('does not keep silent about it', () => {
    expect(findings(check, busy(undefined))).toMatchObject([
      { verdict: 'fail', actual: '503 without Retry-After' },
    ])
  })

  it('is not the target when the network answered 503', () => {
    const network = { did: 'answered 503', reachedTarget: false }
    const trace = traceOf([packageFetched('', { status: 'none', network })])
    expect(verdicts(check, trace)).toEqual(['not-applicable'])
  })
})
