import { describe, expect, it, test } from 'vitest'
import charsetHolds from '../../../src/check/checks/page/charset-holds.ts'
import fitsThePhone from '../../../src/check/checks/page/fits-the-phone.ts'
import leadsOn from '../../../src/check/checks/page/leads-on.ts'
import wayWithoutScript from '../../../src/check/checks/page/way-without-script.ts'
import mediaType from '../../../src/check/checks/page/media-type.ts'
import { collectEvidence } from '../../../src/check/collect-evidence.ts'
import { caseFacts, descriptorFetched, findings, jadUrl, told, traceOf } from '../trace-builder.ts'

const shown = (body: string | Uint8Array, contentType = 'text/html') =>
  descriptorFetched(body, { headers: [['Content-Type', contentType]] })
/** What a browser that runs scripts made of it. */
const rendering = (ways: number) =>
  ({
    type: 'page.rendered',
    url: jadUrl,
    text: '',
    ways,
    asked: 0,
    bytes: 0,
    unasked: [],
  }) as const
const deck = '<?xml version="1.0"?><wml><card><p><a href="a.jad">A</a></p></card></wml>'

describe('a page', () => {
  it('is markup with the type of a page, and then no descriptor', () => {
    const { pages, descriptors } = collectEvidence(
      traceOf([
        shown('<a href=b.jad>B</a>'),
        shown('MIDlet-Name: A\n'),
        shown(' \r\n<!DOCTYPE html>'),
        shown('<a href=b.jad>B</a>', 'text/plain'),
      ]),
    )
    expect([pages.map(({ seq }) => seq), descriptors.map(({ seq }) => seq)]).toEqual([
      [1, 3],
      [2, 4],
    ])
  })

  it.each([
    ['<a href="b.jad">B</a>', 'pass: leads to 1 other places'],
    ['<meta http-equiv=refresh content="1;url=b">', 'pass: leads to 1 other places'],
    ['<p>Soon', 'fail: Unexpected page without a link, expected a link that a phone can follow.'],
    [
      '<a href="#top">Up</a>',
      'fail: Unexpected page without a link, expected a link that a phone can follow.',
    ],
    [
      '<input type=password>',
      'fail: Unexpected page that asks for a password, expected a link that a phone can follow.',
    ],
    [
      '<script>go()</script>',
      'fail: Unexpected page without a link but by a script, expected a link that a phone can follow.',
    ],
    [
      '<b>'.repeat(600),
      'fail: Unexpected page that cannot be read, expected a link that a phone can follow.',
    ],
  ])('%s leads on or not', (text, verdict) => {
    expect(told(leadsOn, [shown(text)])).toEqual([verdict])
  })

  it.each([
    ['a browser that found a link', rendering(1), 'pass: leads to 1 other places'],
    [
      'a browser that found none',
      rendering(0),
      'fail: Unexpected page without a link after its scripts have run, expected a link that a phone can follow.',
    ],
    [
      'no browser, where one was wanted',
      { type: 'page.unrendered', url: jadUrl, why: 'no-browser', reason: 'none is here' } as const,
      'inconclusive: what its scripts make of it was not seen: none is here',
    ],
    [
      'a browser that had another page',
      { ...rendering(1), url: 'http://ota.test/other' },
      'fail: Unexpected page without a link but by a script, expected a link that a phone can follow.',
    ],
  ])('with scripts alone is judged by what was seen in %s', (_, fact, verdict) => {
    expect(told(leadsOn, [shown('<script>go()</script>'), fact])).toEqual([verdict])
  })

  it('whose link a script took away leads nowhere', () => {
    const text = '<a href=b>B</a><script>hide()</script>'
    expect(told(leadsOn, [shown(text), rendering(0)])).toEqual([
      'fail: Unexpected page without a link after its scripts have run, expected a link that a phone can follow.',
    ])
  })

  it.each([
    [
      '<script>go()</script><noscript><a href="b">B</a></noscript>',
      'pass: leads to 1 other places without its scripts',
    ],
    [
      '<script>go()</script>',
      'fail: Unexpected links only where scripts are run, expected a link in the page as it is sent, such as one in noscript.',
    ],
    ['<a href="b">B</a>', 'not-applicable: no link led to a page with scripts'],
  ])('%s has a way without its scripts, or not', (text, verdict) => {
    expect(told(wayWithoutScript, [shown(text), rendering(1)])).toEqual([verdict])
  })

  it('is in the character set it is said to be in', () => {
    const latin = Uint8Array.from([0x3c, 0x70, 0x3e, 0xe9])
    expect([
      told(charsetHolds, [shown('<p>é', 'text/html;charset=UTF-8')]),
      told(charsetHolds, [shown(latin, 'text/html;charset=UTF-8')]),
    ]).toEqual([
      ['pass: UTF-8 throughout'],
      ['fail: Unexpected octet 0xe9 at 3, expected UTF-8, as the Content-Type says.'],
    ])
  })

  it('in WML is labelled as WML', () => {
    const labels = ['text/vnd.wap.wml', 'text/html', 'application/xhtml+xml']
    expect(labels.map((label) => told(mediaType, [shown(deck, label)]))).toEqual([
      ['pass: labelled as wml'],
      ['fail: Unexpected WML deck labelled as HTML, expected text/vnd.wap.wml.'],
      ['fail: Unexpected WML deck labelled as XHTML, expected text/vnd.wap.wml.'],
    ])
  })
})

test.each([
  ['<p>four', 'pass: 7 octets'],
  [
    '<p>fives',
    'fail: Unexpected page of 8 octets, expected at most 7, the deck size of the phone.',
  ],
])('a page %s fits a phone that holds 7 octets, or not', (text, verdict) => {
  const profile = { ...caseFacts().profile, pageBytesMax: 7 }
  const found = findings(fitsThePhone, traceOf([shown(text)], { profile }))
  expect(found.map((one) => `${one.verdict}: ${one.reason}`)).toEqual([verdict])
})

test('nothing is said of a phone that does not', () => {
  expect(findings(fitsThePhone, traceOf([shown('<p>four')])).map(({ verdict }) => verdict)).toEqual(
    ['not-applicable'],
  )
})
