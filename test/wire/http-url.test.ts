import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseUrl, resolveUrl } from '../../src/wire/http-url.ts'

// RFC 3986 sections 5.4.1 and 5.4.2, those with an http result.
test.each([
  ['//g', 'http://g'],
  ['g', 'http://a/b/c/g'],
  ['./g', 'http://a/b/c/g'],
  ['g/', 'http://a/b/c/g/'],
  ['/g', 'http://a/g'],
  ['?y', 'http://a/b/c/d;p?y'],
  ['g?y', 'http://a/b/c/g?y'],
  ['#s', 'http://a/b/c/d;p?q#s'],
  ['g#s', 'http://a/b/c/g#s'],
  ['g?y#s', 'http://a/b/c/g?y#s'],
  [';x', 'http://a/b/c/;x'],
  ['g;x', 'http://a/b/c/g;x'],
  ['g;x?y#s', 'http://a/b/c/g;x?y#s'],
  ['', 'http://a/b/c/d;p?q'],
  ['.', 'http://a/b/c/'],
  ['./', 'http://a/b/c/'],
  ['..', 'http://a/b/'],
  ['../', 'http://a/b/'],
  ['../g', 'http://a/b/g'],
  ['../..', 'http://a/'],
  ['../../', 'http://a/'],
  ['../../g', 'http://a/g'],
  ['../../../g', 'http://a/g'],
  ['../../../../g', 'http://a/g'],
  ['/./g', 'http://a/g'],
  ['/../g', 'http://a/g'],
  ['g.', 'http://a/b/c/g.'],
  ['.g', 'http://a/b/c/.g'],
  ['g..', 'http://a/b/c/g..'],
  ['..g', 'http://a/b/c/..g'],
  ['./../g', 'http://a/b/g'],
  ['./g/.', 'http://a/b/c/g/'],
  ['g/./h', 'http://a/b/c/g/h'],
  ['g/../h', 'http://a/b/c/h'],
  ['g;x=1/./y', 'http://a/b/c/g;x=1/y'],
  ['g;x=1/../y', 'http://a/b/c/y'],
  ['g?y/./x', 'http://a/b/c/g?y/./x'],
  ['g?y/../x', 'http://a/b/c/g?y/../x'],
  ['g#s/../x', 'http://a/b/c/g#s/../x'],
])('resolves "%s" against http://a/b/c/d;p?q', (reference, resolved) => {
  expect(resolveUrl('http://a/b/c/d;p?q', reference)).toBe(resolved)
})

test.each([
  ['https://Host:443/%7Euser/a.jar?id=%2f', 'https://Host:443/%7Euser/a.jar?id=%2f'],
  ['HTTP://host', 'HTTP://host'],
])('keeps %s as it was written', (reference, resolved) => {
  expect(resolveUrl('http://server/a.jad', reference)).toBe(resolved)
})

test('a descriptor at the root of a host without a path has relative packages', () => {
  expect(resolveUrl('http://server', 'demo.jar')).toBe('http://server/demo.jar')
})

// Blanks and delimiters: RFC 2396 section 2.4.3.
test.each([
  'my game.jar',
  'a\\b.jar',
  'a\tb.jar',
  'a"b.jar',
  '<a>.jar',
  'a|b.jar',
  'é.jar',
  '100%.jar',
  'ftp://server/a.jar',
  'http:a.jar',
  'http:///a.jar',
  'file:///a.jar',
  'http://ser ver/a.jar',
  'http://server:99999/a.jar',
  'g:h',
])('cannot use "%s" as the URL of a package', (reference) => {
  expect(resolveUrl('http://server/dir/a.jad', reference)).toBeUndefined()
})

test('only absolute http and https URLs are URLs here', () => {
  expect(parseUrl('https://server:8443/a?b')?.port).toBe('8443')
  expect(
    [
      '',
      '/a.jad',
      'server/a.jad',
      'ftp://server/',
      'http://',
      'http:server',
      ' http://server/',
    ].map(parseUrl),
  ).toEqual(Array.from({ length: 7 }))
})

test('any reference resolves to a URL that can be asked for, or to none', () => {
  const reference = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom('/', '.', ':', '?', '#', '@', '%', 'a', '[', ']') }),
  )
  fc.assert(
    fc.property(reference, (text) => {
      const resolved = resolveUrl('http://server/dir/a.jad?q', text)
      expect(resolved === undefined || parseUrl(resolved) !== undefined).toBe(true)
    }),
  )
})

test('a path of simple segments resolves as the URL standard resolves it', () => {
  const segment = fc.constantFrom('..', '.', 'a', 'b.jar', '')
  fc.assert(
    fc.property(fc.array(segment, { minLength: 1, maxLength: 8 }), (segments) => {
      const path = `x/${segments.join('/')}`
      const base = 'http://server/d/e/a.jad'
      expect(resolveUrl(base, path)).toBe(new URL(path, base).href)
    }),
  )
})
