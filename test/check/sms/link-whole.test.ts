import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/sms/link-whole.ts'
import { href, pushed, toldOf } from '../push/push-trace.ts'

const text = (words: string) => toldOf(check, pushed({ kind: 'text', text: words }))

describe('a link in a text', () => {
  it.each([href, `Install: ${href} now`, `Install\n${href}`])('stands by itself: %s', (words) => {
    expect(text(words)).toEqual(['pass: the link stands by itself'])
  })

  it.each([
    [`Install ${href}.`, 'a link that ends with "http://ota.test/demo.jad."'],
    [`Install (${href})`, 'a link that ends with "http://ota.test/demo.jad)"'],
    [`Install:${href}`, 'a link directly behind ":"'],
    [`${'x'.repeat(140)} ${href}`, 'a link that runs over two segments'],
  ])('does not stand like this: %s', (words, actual) => {
    expect(text(words)).toEqual([
      `fail: Unexpected ${actual}, expected a link between blanks, in one segment.`,
    ])
  })

  it('is there', () => {
    expect(text('Hello')).toEqual(['not-applicable: no text with a link was sent'])
  })
})
