import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/report/no-cookie.ts'
import { descriptorFetched, findings, reportPosted, traceOf, verdicts } from '../trace-builder.ts'

const cookie = ['set-cookie', 'session=abc; Path=/'] as const

describe('the answer to a report', () => {
  it('sets no cookie', () => {
    expect(verdicts(check, traceOf([reportPosted()]))).toEqual(['pass'])
    expect(
      findings(check, traceOf([reportPosted(undefined, { headers: [cookie] })])),
    ).toMatchObject([
      {
        verdict: 'fail',
        level: 'field',
        reason: 'Unexpected Set-Cookie: session=abc; Path=/, expected no Set-Cookie.',
      },
    ])
  })

  it('is not the answer to a descriptor', () => {
    const trace = traceOf([descriptorFetched(undefined, { headers: [cookie] })])
    expect(verdicts(check, trace)).toEqual(['not-applicable'])
  })
})
