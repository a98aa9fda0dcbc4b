import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/http/one-realm.ts'
import { descriptorFetched, findings, packageFetched, traceOf, verdicts } from '../trace-builder.ts'

const challenge = descriptorFetched('', {
  status: 401,
  headers: [['WWW-Authenticate', 'Basic realm="Suites"']],
})
const right = {
  credentials: 'right',
  requestHeaders: [['Authorization', 'Basic cGhvbmU6eA==']],
} as const
const opened = [challenge, descriptorFetched(undefined, right)]

describe('the credentials of a descriptor', () => {
  it('open its package', () => {
    const trace = traceOf([...opened, packageFetched(undefined, right)])
    expect(verdicts(check, trace)).toEqual(['pass'])
  })

  it('are not refused by another realm at the package', () => {
    const other = packageFetched('', {
      ...right,
      status: 401,
      headers: [['WWW-Authenticate', 'Basic realm="Packages"']],
    })
    expect(findings(check, traceOf([...opened, other]))).toMatchObject([
      {
        verdict: 'fail',
        at: 3,
        cause: 1,
        actual: 'status 401 at the package, realm "Packages"',
        expected: 'the realm of the descriptor, "Suites"',
      },
    ])
  })

  it('tell nothing of a package that is not there', () => {
    const missing = packageFetched('', { ...right, status: 404 })
    expect(verdicts(check, traceOf([...opened, missing]))).toEqual(['inconclusive'])
  })

  it('are not compared where no descriptor was opened with any', () => {
    const trace = traceOf([challenge, descriptorFetched(), packageFetched()])
    expect(verdicts(check, trace)).toEqual(['not-applicable'])
  })
})
