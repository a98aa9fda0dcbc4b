import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/http/credentials-answer.ts'
import { descriptorFetched, findings, packageFetched, traceOf, verdicts } from '../trace-builder.ts'

const challenge = descriptorFetched('', {
  status: 401,
  headers: [['WWW-Authenticate', 'Basic realm="Suites"']],
})
const requestHeaders = [['Authorization', 'Basic cGhvbmU6eA==']] as const
const right = { credentials: 'right', requestHeaders } as const
const wrong = { credentials: 'wrong', requestHeaders } as const

describe('credentials', () => {
  it('are answered 200 when they are right and 401 when they are wrong', () => {
    const trace = traceOf([
      challenge,
      descriptorFetched('', { ...wrong, status: 401 }),
      descriptorFetched(undefined, right),
    ])
    expect(verdicts(check, trace)).toEqual(['pass'])
  })

  it('that are right are not answered 401', () => {
    const trace = traceOf([challenge, descriptorFetched('', { ...right, status: 401 })])
    expect(findings(check, trace)).toMatchObject([
      {
        verdict: 'fail',
        reason: 'Unexpected status 401 for the right credentials, expected 200.',
      },
    ])
  })

  it.each([200, 302, 403])('that are wrong are not answered %d', (status) => {
    const trace = traceOf([challenge, descriptorFetched('', { ...wrong, status })])
    expect(findings(check, trace)).toMatchObject([
      { verdict: 'fail', actual: `status ${status} for wrong credentials`, expected: '401' },
    ])
  })

  it('tell nothing where the server has another trouble', () => {
    const missing = packageFetched('', { ...right, status: 404 })
    expect(findings(check, traceOf([challenge, missing]))).toMatchObject([
      { verdict: 'inconclusive', reason: 'blocked by package/available: status 404' },
    ])
    const broken = descriptorFetched('', { ...wrong, status: 500 })
    expect(verdicts(check, traceOf([challenge, broken]))).toEqual(['inconclusive'])
  })

  it('that a gateway asked for tell nothing of the target', () => {
    const network = { did: 'answered 401', reachedTarget: false }
    const asked = descriptorFetched('', { status: 'none', network })
    const trace = traceOf([asked, descriptorFetched(undefined, wrong)])
    expect(verdicts(check, trace)).toEqual(['not-applicable'])
  })
})
