import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/http/basic-challenge.ts'
import type { Header } from '../../../src/trace/events.ts'
import { descriptorFetched, findings, reportPosted, traceOf, verdicts } from '../trace-builder.ts'

const asked = (status: number, ...headers: readonly Header[]) =>
  traceOf([descriptorFetched('', { status, headers })])

describe('a question for credentials', () => {
  it('offers Basic first, whatever follows', () => {
    const digest = 'basic realm="Suites", Digest realm="Suites", nonce="0"'
    expect(verdicts(check, asked(401, ['WWW-Authenticate', digest]))).toEqual(['pass'])
    expect(verdicts(check, asked(407, ['Proxy-Authenticate', 'Basic realm="p"']))).toEqual(['pass'])
  })

  it('does not offer Digest first', () => {
    const fields: readonly Header[] = [
      ['WWW-Authenticate', 'Digest realm="Suites", nonce="0"'],
      ['WWW-Authenticate', 'Basic realm="Suites"'],
    ]
    expect(findings(check, asked(401, ...fields))).toMatchObject([
      { verdict: 'fail', expected: '"WWW-Authenticate: Basic realm=…" first' },
    ])
  })

  it('names a realm', () => {
    expect(findings(check, asked(401, ['WWW-Authenticate', 'Basic']))).toMatchObject([
      { verdict: 'fail', actual: '"WWW-Authenticate: Basic"' },
    ])
  })

  it('carries a challenge in the field for its status', () => {
    const basic = 'Basic realm="Suites"'
    expect(findings(check, asked(401))).toMatchObject([
      { verdict: 'fail', actual: '401 without WWW-Authenticate' },
    ])
    expect(findings(check, asked(407, ['WWW-Authenticate', basic]))).toMatchObject([
      { verdict: 'fail', actual: '407 without Proxy-Authenticate' },
    ])
  })

  it('is not held against the target when a gateway asked', () => {
    const network = { did: 'answered 401', reachedTarget: false }
    const trace = traceOf([descriptorFetched('', { status: 'none', network })])
    expect(verdicts(check, trace)).toEqual(['not-applicable'])
  })

  it('is another matter at a report', () => {
    expect(verdicts(check, traceOf([reportPosted(900, { status: 401 })]))).toEqual([
      'not-applicable',
    ])
  })
})
