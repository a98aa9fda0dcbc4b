import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/ticket/tells-nobody.ts'
import { link, ordered, toldOf } from './ticket-trace.ts'

describe('a link for one phone', () => {
  it('holds a token that means nothing', () => {
    expect(toldOf(check, ordered(0, link))).toEqual(['pass: the link tells nothing of its phone'])
  })

  it.each([
    ['the number of the phone', 'http://ota.test/t/358401234567'],
    ['the number of the phone', 'http://ota.test/t/0401234567?a=b'],
    ['an IMEI', 'http://ota.test/t?device=490154203237518'],
    ['a password, pwd', 'http://ota.test/t?pwd=hunter2'],
  ])('does not hold %s', (what, url) => {
    expect(toldOf(check, ordered(0, url))).toEqual([
      `fail: Unexpected ${what} in the link, expected a token that means nothing.`,
    ])
  })

  it('may hold fifteen digits that are no IMEI', () => {
    expect(toldOf(check, ordered(0, 'http://ota.test/t?id=490154203237519'))).toEqual([
      'pass: the link tells nothing of its phone',
    ])
  })
})
