import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/report/no-cookie-expiry.ts'
import { findings, reportPosted, traceOf, verdicts } from '../trace-builder.ts'

const answeredWith = (...cookies: readonly string[]) =>
  traceOf([
    reportPosted(undefined, { headers: cookies.map((cookie) => ['Set-Cookie', cookie] as const) }),
  ])

describe('the answer to a report', () => {
  it.each([
    'session=1; Max-Age=0',
    'session=1; max-age = 0 ; Path=/',
    'session=; Path=/;Max-Age=0',
  ])('does not end a session with %s', (cookie) => {
    expect(findings(check, answeredWith(cookie))).toMatchObject([
      {
        verdict: 'fail',
        level: 'must',
        reason: `Unexpected Set-Cookie: ${cookie}, expected no cookie with Max-Age=0.`,
      },
    ])
  })

  it('does not end one with a second cookie either', () => {
    expect(verdicts(check, answeredWith('a=1', 'b=2; Max-Age=0'))).toEqual(['fail'])
  })

  it('may set a cookie that lives, or none', () => {
    expect(verdicts(check, answeredWith())).toEqual(['pass'])
    expect(verdicts(check, answeredWith('Max-Age=0'))).toEqual(['pass'])
    expect(verdicts(check, answeredWith('session=1; Max-Age=3600'))).toEqual(['pass'])
  })

  it('has to be there', () => {
    const silent = reportPosted(undefined, { status: 'none' })
    expect(verdicts(check, traceOf([silent]))).toEqual(['not-applicable'])
  })
})
