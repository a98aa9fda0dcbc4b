import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/http/missing-package-status.ts'
import { findings, packageFetched, traceOf, verdicts } from '../trace-builder.ts'

const probe = 'missing-package'
const answered = (status: number) => traceOf([packageFetched('', { probe, status })])

describe('a package that does not exist', () => {
  it('is answered 404 or 410', () => {
    expect(verdicts(check, answered(404))).toEqual(['pass'])
    expect(verdicts(check, answered(410))).toEqual(['pass'])
  })

  it('is not answered with a page', () => {
    const headers = [['Content-Type', 'text/html']] as const
    const trace = traceOf([packageFetched('<html>', { probe, headers })])
    expect(findings(check, trace)).toMatchObject([
      {
        verdict: 'fail',
        reason:
          'Unexpected status 200 and text/html for a package that does not exist, expected 404 or 410.',
      },
    ])
  })

  it('is neither an error of the server nor elsewhere', () => {
    expect(verdicts(check, answered(500))).toEqual(['fail'])
    expect(verdicts(check, answered(302))).toEqual(['fail'])
  })

  it('is not known where the server looked for none', () => {
    expect(verdicts(check, answered(401))).toEqual(['inconclusive'])
    const failure = { cause: 'timeout', detail: 'no answer came' } as const
    const silent = packageFetched('', { probe, status: 'none', failure })
    expect(verdicts(check, traceOf([silent]))).toEqual(['inconclusive'])
  })

  it('has to be asked for', () => {
    const trace = traceOf([packageFetched('', { status: 500 })])
    expect(verdicts(check, trace)).toEqual(['not-applicable'])
  })
})
