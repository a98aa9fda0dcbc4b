import { describe, expect, test } from 'vitest'
import { strict } from '../../../src/handset/personalities/strict.ts'
import { browsePage } from '../../../src/handset/rules/browsing.ts'
import type { PageKind } from '../../../src/wire/page/page.ts'

const url = 'http://ota.test/down/get?x=1'

function browse(text: string, options: { page?: PageKind; pageBytesMax?: number } = {}) {
  const { page = 'html', pageBytesMax } = options
  const octets = new TextEncoder().encode(text)
  return browsePage(strict.browser, { url, octets, page, charset: 'utf-8', pageBytesMax })
}

describe('a page', () => {
  test('leads where a GET leads, each place once, without places on the page itself', () => {
    const text = `<title>All</title><a href="a.jad#top">One</a><a href="/b.JAR?c=d">Two</a>
      <a href="a.jad">One again</a><a href="#top">Up</a><a href="">Here</a>
      <a href="mailto:a@b">Write</a><a href="two words">Three</a>`
    expect(browse(text)).toEqual({
      kind: 'page',
      url,
      page: 'html',
      bytes: text.length,
      title: 'All',
      ways: [
        { url: 'http://ota.test/down/a.jad', text: 'One', installs: true },
        { url: 'http://ota.test/b.JAR?c=d', text: 'Two', installs: true },
        { url: 'http://ota.test/down/two%20words', text: 'Three', installs: false },
      ],
      refresh: undefined,
    })
  })

  test('has links from its base', () => {
    expect(browse('<base href="/else/"><a href="a">A</a>')).toMatchObject({
      ways: [{ url: 'http://ota.test/else/a' }],
    })
  })

  test('goes on by itself', () => {
    expect(browse('<meta http-equiv=refresh content="2;url=next">')).toMatchObject({
      ways: [],
      refresh: { url: 'http://ota.test/down/next', ms: 2000 },
    })
  })

  test('does not post', () => {
    const text = '<wml><card><anchor>A<go href="a" method="post"/></anchor></card></wml>'
    expect(browse(text, { page: 'wml' })).toEqual({
      kind: 'dead end',
      reason: 'the page has no link',
    })
  })

  test('has at most so many links as a user looks at', () => {
    const found = browse(Array.from({ length: 300 }, (_, at) => `<a href=${at}>x</a>`).join(''))
    expect(found.kind === 'page' && found.ways.length).toBe(200)
  })
})

test.each([
  ['that is empty', '', {}, 'the page has no link'],
  ['with a login', '<input type=password>', {}, 'the page asks for a name and a password'],
  [
    'that needs a script',
    '<script>go()</script>',
    {},
    'the page has no link without its script, which the phone does not run',
  ],
  [
    'that is too large',
    '<a href=x>y</a>',
    { pageBytesMax: 14 },
    'the page of 15 octets is too large for the phone, which holds 14',
  ],
  [
    'that is too deep',
    '<b>'.repeat(600),
    {},
    'the page cannot be read: Unexpected element at depth 513, expected at most 512 (pageDepthMax) (at octet 0)',
  ],
] as const)('a page %s is a dead end', (_, text, options, reason) => {
  expect(browse(text, options)).toEqual({ kind: 'dead end', reason })
})

test('a page as large as the phone holds is shown', () => {
  expect(browse('<a href=x>y</a>', { pageBytesMax: 15 }).kind).toBe('page')
})
