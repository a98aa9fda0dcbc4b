import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeOctets, escapeText } from '../../src/wire/escape.ts'

test('octets of a target appear as printable ASCII', () => {
  const octets = new TextEncoder().encode('a\\b\r\n\té\u0000~')
  expect(escapeOctets(octets)).toBe('a\\\\b\\r\\n\\t\\xC3\\xA9\\x00~')
})

test('text beyond ASCII appears as code points', () => {
  expect(escapeText('Dé\u{1f4f1}\u007f')).toBe('D\\xE9\\u{1F4F1}\\x7F')
})

test('a long excerpt ends in an ellipsis and keeps to its maximum', () => {
  expect(escapeText('abcdefgh', 5)).toBe('abcd…')
  expect(escapeText('abcde', 5)).toBe('abcde')
  expect(escapeText('ab\n\n\n', 5)).toBe('ab\\n…')
})

test('no excerpt is longer than asked for or holds an unprintable character', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      fc.integer({ min: 2, max: 100 }),
      (octets, max) => {
        const escaped = escapeOctets(octets, max)
        expect(escaped.length).toBeLessThanOrEqual(max)
        expect(escaped).toMatch(/^[ -~]*…?$/)
      },
    ),
  )
})
