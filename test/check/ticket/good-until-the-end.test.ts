import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/ticket/good-until-the-end.ts'
import { delivered, lifetimeMs, ordered, opened, toldOf } from './ticket-trace.ts'

const refused = { status: 404 }

describe('a link for one phone', () => {
  it('is good ten seconds before its end', () => {
    expect(toldOf(check, [...ordered(0), opened(lifetimeMs - 10_000)])).toEqual([
      'pass: the link was good 10 s before its end',
    ])
  })

  it.each([404, 410, 500])('is not answered %i before its end', (status) => {
    expect(toldOf(check, [...ordered(0), opened(60_000, { status })])).toEqual([
      `fail: Unexpected status ${status} 540 s before the end of the link, expected what it leads to.`,
    ])
  })

  it('may be used up by a whole delivery', () => {
    const facts = [...ordered(0), opened(60_000), delivered(62_000), opened(90_000, refused)]
    expect(toldOf(check, facts)).toEqual(['pass: the link was good 540 s before its end'])
    expect(toldOf(check, [...facts.slice(0, 3), ...facts.slice(4)])[0]).toContain('fail: ')
  })

  it('may end with the next order', () => {
    const [another] = ['http://ota.test/t/b83a05d6e1974c2fa06d7f18925be3c4/demo.jad']
    expect(toldOf(check, [...ordered(0), ...ordered(1, another), opened(60_000, refused)])).toEqual(
      ['pass: the link was replaced by that of a later order'],
    )
  })

  it.each([401, 503])('says nothing behind %i', (status) => {
    expect(toldOf(check, [...ordered(0), opened(60_000, { status })])).toEqual([
      'inconclusive: the server did not come to the link',
    ])
  })

  it.each([-5_000, 0, 5_000])('is not judged %i ms from its end', (offMs) => {
    expect(toldOf(check, [...ordered(0), opened(lifetimeMs + offMs)])).toEqual([
      'not-applicable: no link that was made for one phone was opened within ticketLifetime of the target file',
    ])
  })

  it('has no end that nobody told of', () => {
    expect(toldOf(check, [...ordered(0), opened(60_000)], {})).toEqual([
      'not-applicable: no link that was made for one phone was opened within ticketLifetime of the target file',
    ])
  })
})
