import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  decodeUtf8,
  findMalformedUtf8,
  fromOctetText,
  isAscii,
  toOctetText,
} from '../../src/wire/octet-text.ts'

// Overlong forms, surrogates and beyond U+10FFFF: RFC 3629 sections 3 and 4.
test.each([
  ['\xc3\xa9', -1],
  ['\xf0\x9f\x93\xb1', -1],
  ['\xed\x9f\xbf\xee\x80\x80', -1],
  ['\xf4\x8f\xbf\xbf', -1],
  ['a\x80', 1],
  ['ab\xc0\x80', 2],
  ['\xe0\x80\xaf', 0],
  ['\xed\xa0\x80', 0],
  ['\xf0\x80\x80\x80', 0],
  ['\xf4\x90\x80\x80', 0],
  ['\xf5\x80\x80\x80', 0],
  ['a\xc3', 1],
  ['\xe2\x82', 0],
])('finds where %j stops being UTF-8', (text, index) => {
  expect(findMalformedUtf8(text)).toBe(index)
})

const bytes = fc.oneof(
  fc.uint8Array(),
  fc
    .array(fc.constantFrom(0x41, 0x80, 0xa0, 0xbf, 0xc3, 0xe0, 0xed, 0xf0, 0xf4))
    .map((octets) => Uint8Array.from(octets)),
)

test('octets are UTF-8 exactly when the platform can decode them', () => {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const decodes = (octets: Uint8Array): boolean => {
    try {
      decoder.decode(octets)
      return true
    } catch {
      return false
    }
  }
  fc.assert(
    fc.property(bytes, (octets) => {
      expect(findMalformedUtf8(toOctetText(octets)) === -1).toBe(decodes(octets))
    }),
  )
})

test('octets survive as text, and decode as the platform decodes them', () => {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  fc.assert(
    fc.property(bytes, (octets) => {
      const text = toOctetText(octets)
      expect(fromOctetText(text)).toEqual(octets)
      expect(decodeUtf8(text)).toBe(decoder.decode(octets))
      expect(isAscii(text)).toBe(octets.every((octet) => octet < 0x80))
    }),
  )
})
