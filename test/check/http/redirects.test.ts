import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/http/redirects.ts'
import {
  caseFacts,
  descriptorFetched,
  findings,
  jadUrl,
  reportPosted,
  traceOf,
  verdicts,
} from '../trace-builder.ts'

const oldUrl = 'http://ota.test/old.jad'
const middleUrl = 'http://ota.test/middle.jad'

const redirected = (url: string, location: string | undefined, status = 302) =>
  descriptorFetched('', {
    url,
    status,
    headers: location === undefined ? [] : [['Location', location]],
  })

describe('a redirect', () => {
  it.each([301, 302, 303, 307])('is followed once with status %d', (status) => {
    const trace = traceOf([redirected(oldUrl, jadUrl, status), descriptorFetched()])
    expect(verdicts(check, trace)).toEqual(['pass'])
  })

  it('may come again when the link is opened again', () => {
    const once = [redirected(oldUrl, jadUrl), descriptorFetched()]
    expect(verdicts(check, traceOf([...once, ...once]))).toEqual(['pass'])
  })

  it('has no status younger than the phones', () => {
    const trace = traceOf([redirected(oldUrl, jadUrl, 308)])
    expect(findings(check, trace)).toMatchObject([
      {
        verdict: 'fail',
        reason: 'Unexpected redirect with status 308, expected 301, 302, 303, 307.',
      },
    ])
  })

  it('says in full where to go', () => {
    expect(findings(check, traceOf([redirected(oldUrl, '/demo.jad')]))).toMatchObject([
      { verdict: 'fail', actual: '"Location: /demo.jad"' },
    ])
    expect(findings(check, traceOf([redirected(oldUrl, undefined)]))).toMatchObject([
      { verdict: 'fail', actual: 'status 302 without Location' },
    ])
  })

  it('leads to no other redirect', () => {
    const trace = traceOf([redirected(oldUrl, middleUrl), redirected(middleUrl, jadUrl)])
    expect(findings(check, trace)).toMatchObject([
      {
        verdict: 'fail',
        at: 2,
        cause: 1,
        actual: `second redirect of one fetch, to "${jadUrl}"`,
      },
    ])
  })

  it('may say it in part to a browser, which resolves it', () => {
    const symbian = { edition: 's60-3rd', osVersion: '9.1', productUids: [] } as const
    const profile = { ...caseFacts().profile, platform: 'symbian', symbian } as const
    const trace = traceOf([redirected(oldUrl, '/client.sisx')], { profile })
    expect(verdicts(check, trace)).toEqual(['pass'])
  })

  it('leads to no other redirect after a pause either', () => {
    const busy = descriptorFetched('', { url: middleUrl, status: 503 })
    const hops = [redirected(oldUrl, middleUrl), busy, redirected(middleUrl, jadUrl)]
    expect(verdicts(check, traceOf(hops))).toEqual(['fail'])
  })

  it('is the first of the target when the network made the one before', () => {
    const network = { did: 'answered 302', reachedTarget: false }
    const made = descriptorFetched('', { url: oldUrl, status: 'none', network })
    expect(verdicts(check, traceOf([made, redirected(middleUrl, jadUrl)]))).toEqual(['pass'])
  })

  it('is another matter at a report', () => {
    expect(verdicts(check, traceOf([reportPosted(900, { status: 302 })]))).toEqual([
      'not-applicable',
    ])
  })
})
