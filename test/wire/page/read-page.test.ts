import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pageKindOf, pageLimits } from '../../../src/wire/page/page.ts'
import type { PageKind } from '../../../src/wire/page/page.ts'
import { readPage } from '../../../src/wire/page/read-page.ts'
import { attempt } from '../attempt.ts'
import { mutationsOf } from '../mutations.ts'
import { compiled, deck, landing } from './page-samples.ts'

const octets = (text: string) => new TextEncoder().encode(text)
const read = (text: string, kind: PageKind = 'html', charset?: string) =>
  readPage(octets(text), kind, charset)

describe('a page', () => {
  test('of HTML leads where its links, its refresh and its frames say', () => {
    expect(read(landing)).toEqual({
      kind: 'html',
      title: 'Get the client',
      charset: 'iso-8859-1',
      base: 'http://127.0.0.1/down/',
      links: [
        { href: 'client.jad?a=1&b=2', text: 'Java phone', method: 'get' },
        { href: 's60.sisx', text: 'Symbian', method: 'get' },
        { href: '/wm.cab', text: 'WM', method: 'get' },
      ],
      furtherLinks: 0,
      refresh: { seconds: 5, href: 'next.html' },
      forms: 1,
      asksPassword: true,
      scripts: 1,
      frames: ['f.html'],
      notes: [],
    })
  })

  test('of WML leads by links, anchors, keys and timers', () => {
    expect(read(deck, 'wml')).toEqual({
      kind: 'wml',
      title: 'Client',
      charset: 'utf-8',
      base: undefined,
      links: [
        { href: 'http://127.0.0.1/a.jad', text: 'Load Get $(name) it', method: 'get' },
        { href: '/c.jad', text: 'Go', method: 'post' },
        { href: '/d.jad', text: 'OK', method: 'get' },
      ],
      furtherLinks: 0,
      refresh: { seconds: 5, href: '/b.wml' },
      forms: 0,
      asksPassword: false,
      scripts: 0,
      frames: [],
      notes: [],
    })
  })

  test('that is compiled says what its text says', () => {
    const { links, refresh, title, charset, kind } = readPage(compiled, 'wmlc')
    expect([kind, title, charset, refresh, links]).toEqual([
      'wmlc',
      'T',
      'utf-8',
      { seconds: 5, href: '/x' },
      [
        { href: 'http://www.example.com/a.jad', text: 'Get $(x) & $y:e', method: 'get' },
        { href: '/c', text: 'Go', method: 'post' },
        { href: '$(link)/d', text: 'accept', method: 'get' },
      ],
    ])
  })

  test.each([
    ['<card onenterforward="/a"/>', { seconds: 0, href: '/a' }],
    [
      '<card><onevent type="onenterforward"><go href="/a"/></onevent></card>',
      {
        seconds: 0,
        href: '/a',
      },
    ],
    [
      '<card><onevent type="ontimer"><go href="/a"/></onevent><timer value="5"/></card>',
      { seconds: 0.5, href: '/a' },
    ],
    ['<card ontimer="/a"/>', undefined],
    ['<card ontimer="/a"><timer value="0"/></card>', undefined],
    ['<head><meta http-equiv="refresh" content="1;/m"/></head>', { seconds: 1, href: '/m' }],
  ])('%s goes on to %j', (card, refresh) => {
    const page = read(`<wml>${card}</wml>`, 'wml')
    expect([page.refresh, page.links]).toEqual([refresh, []])
  })

  test.each([
    ['text/html', 'html'],
    ['application/xhtml+xml', 'xhtml'],
    ['application/vnd.wap.xhtml+xml', 'xhtml'],
    ['text/vnd.wap.wml', 'wml'],
    ['application/vnd.wap.wmlc', 'wmlc'],
    ['text/plain', undefined],
  ])('of type %s is %s', (essence, kind) => {
    expect(pageKindOf(essence)).toBe(kind)
  })

  test.each([
    ['html', '<a href=x>unclosed', 'unclosed'],
    ['html', '<a href=x>a</b>b</a>', 'ab'],
    ['html', '<a href=x>a &eacute;&nbsp;b</a>', 'a é b'],
    ['xhtml', '<a href="x"><span/>a<![CDATA[ <b]]></a>', 'a <b'],
  ] as const)('%s %s has a link all the same', (kind, text, shown) => {
    expect(read(text, kind).links).toEqual([{ href: 'x', text: shown, method: 'get' }])
  })
})

describe('the character set', () => {
  const title = (given: readonly [Uint8Array, PageKind, string?]) => {
    const page = readPage(...given)
    return [page.title, page.charset, page.notes]
  }
  const latin = Uint8Array.from([...octets('<title>'), 0xe9, ...octets('</title>')])

  test.each([
    ['of HTML', [latin, 'html'], ['é', 'iso-8859-1', []]],
    ['of XML', [octets('<title>é</title>'), 'xhtml'], ['é', 'utf-8', []]],
    ['of Content-Type', [octets('<title>é</title>'), 'html', 'UTF-8'], ['é', 'utf-8', []]],
    [
      'of its own meta element',
      [octets('<meta charset=utf-8><title>é</title>'), 'html'],
      ['é', 'utf-8', []],
    ],
    [
      'of its declaration',
      [
        Uint8Array.from([...octets('<?xml version="1.0" encoding="ISO-8859-1"?>'), ...latin]),
        'xhtml',
      ],
      ['é', 'iso-8859-1', []],
    ],
    [
      'of its mark',
      [Uint8Array.from([0xef, 0xbb, 0xbf, ...octets('<title>é</title>')]), 'html', 'iso-8859-1'],
      ['é', 'utf-8', []],
    ],
    ['of Windows', [latin, 'html', 'windows-1252'], ['é', 'windows-1252', []]],
    [
      'of no computer',
      [latin, 'html', 'x-klingon'],
      ['é', 'iso-8859-1', [{ kind: 'unknown-charset', name: 'x-klingon' }]],
    ],
  ] as const)('is that %s', (_, given, expected) => {
    expect(title(given)).toEqual(expected)
  })
})

describe('a hostile page', () => {
  test.each([
    ['too large', ' '.repeat(pageLimits.pageBytesMax + 1), 'wire/page-too-large'],
    ['too deep', '<b>'.repeat(pageLimits.pageDepthMax + 1), 'wire/page-too-deep'],
  ])('that is %s ends at a named limit', (_, text, code) => {
    expect(attempt(() => read(text))).toMatchObject({ kind: 'refused', code })
  })

  test('with more links than anyone reads counts the rest', () => {
    const page = read('<a href=x>a</a>'.repeat(pageLimits.pageLinksMax + 5))
    expect([page.links.length, page.furtherLinks]).toEqual([pageLimits.pageLinksMax, 5])
  })

  test('with long texts and addresses keeps their beginnings', () => {
    const page = read(`<title>${'t'.repeat(9_999)}</title><a href=${'h'.repeat(9_999)}>x</a>`)
    expect([page.title?.length, page.links[0]?.href.length]).toEqual([
      pageLimits.linkTextMax,
      pageLimits.hrefCharactersMax,
    ])
  })

  test.each(['html', 'xhtml', 'wml', 'wmlc'] as const)(
    'of any octets, as %s, ends in a page or a refusal',
    (kind) => {
      const samples = kind === 'wmlc' ? [compiled] : [octets(landing), octets(deck)]
      fc.assert(
        fc.property(mutationsOf(samples), (input) => {
          expect(['value', 'refused']).toContain(attempt(() => readPage(input, kind)).kind)
        }),
        { numRuns: 1_000 },
      )
    },
  )
})
