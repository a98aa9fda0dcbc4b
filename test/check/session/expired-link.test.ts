import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/session/expired-link.ts'
import { caseFacts, descriptorFetched, findings, jadUrl, traceOf } from '../trace-builder.ts'
import { toldOfLinks, urlOf } from '../update/update-trace.ts'

const told = (status: number | 'none') =>
  toldOfLinks(check, [{ link: 'expired', sketch: { status } }])

describe('an expired link', () => {
  it.each([404, 410])('is answered %i', (status) => {
    expect(told(status)).toEqual([`pass: the expired link was answered ${status}`])
  })

  it.each([200, 302, 403, 500])('is not answered %i', (status) => {
    expect(told(status)).toEqual([
      `fail: Unexpected status ${status} for a link that has expired, expected 404 or 410.`,
    ])
  })

  it('may redirect to where it is answered 404', () => {
    const url = urlOf('expired')
    const facts = [
      { type: 'link.opened', url } as const,
      descriptorFetched('', { url, status: 302 }),
      descriptorFetched('', { url: `${url}l`, status: 404 }),
      { type: 'link.opened', url: jadUrl } as const,
      descriptorFetched(),
    ]
    const target = { ...caseFacts().target, links: [['expired', url]] as const }
    expect(findings(check, traceOf(facts, { target })).map(({ reason }) => reason)).toEqual([
      'the expired link was answered 404',
    ])
  })

  it.each([401, 407, 503])('says nothing behind %i', (status) => {
    expect(told(status)).toEqual([
      `inconclusive: the server answered ${status} before it looked for the link`,
    ])
  })

  it('says nothing without an answer', () => {
    expect(told('none')).toEqual(['inconclusive: the request got no answer'])
  })

  it('is no other link', () => {
    expect(toldOfLinks(check, [{ link: 'demo', url: urlOf('expired') }])).toEqual([
      'not-applicable: no link was opened that the target file says has expired',
    ])
  })
})
