import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jadMediaType, mediaTypeParameter, parseMediaType } from '../../src/wire/media-types.ts'

const plain = { essence: jadMediaType, parameters: [], blankBeforeSemicolon: false }
const utf8 = { ...plain, parameters: [['charset', 'utf-8']] }

// RFC 9110 sections 5.6.6 and 8.3.1.
test.each([
  ['text/vnd.sun.j2me.app-descriptor', plain],
  ['Text/VND.Sun.J2ME.App-Descriptor', plain],
  ['  text/vnd.sun.j2me.app-descriptor\t', plain],
  ['text/vnd.sun.j2me.app-descriptor;charset=utf-8', utf8],
  ['text/vnd.sun.j2me.app-descriptor; Charset="utf-8"', utf8],
  ['text/vnd.sun.j2me.app-descriptor; charset="u\\tf-8"', utf8],
  ['text/vnd.sun.j2me.app-descriptor;; charset=utf-8;', utf8],
  ['text/vnd.sun.j2me.app-descriptor ; charset=utf-8', { ...utf8, blankBeforeSemicolon: true }],
])('reads %s', (text, type) => {
  expect(parseMediaType(text)).toEqual(type)
})

test.each([
  '',
  'text',
  'text/',
  '/plain',
  'text/plain, text/html',
  'text/plain; charset',
  'a/b; c="d',
  'a/b x',
])('takes "%s" for no media type', (text) => {
  expect(parseMediaType(text)).toBeUndefined()
})

test('the charset is found in any case of letters, the first one wins', () => {
  const type = parseMediaType('text/plain; format=flowed; CHARSET=ISO-8859-1; charset=utf-8')
  expect(type && mediaTypeParameter(type, 'Charset')).toBe('ISO-8859-1')
  expect(type && mediaTypeParameter(type, 'boundary')).toBeUndefined()
})

test('any text is a media type or none, in bounded time', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.string({ unit: fc.constantFrom('a', '/', ';', '=', '"', '\\', ' ', '\t') }),
  )
  fc.assert(
    fc.property(text, (value) => {
      const essence = parseMediaType(value)?.essence ?? 'none/none'
      expect(essence).toMatch(/^[^\s/;]+\/[^\s/;]+$/)
    }),
  )
  expect(parseMediaType(`a/b${';'.repeat(100_000)}`)).toBeUndefined()
})
