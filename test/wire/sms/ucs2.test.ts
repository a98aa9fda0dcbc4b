import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeUcs2, encodeUcs2 } from '../../../src/wire/sms/ucs2.ts'
import { attempt } from '../attempt.ts'

test.each([
  ['Ωé', [0x03, 0xa9, 0x00, 0xe9]],
  ['😀', [0xd8, 0x3d, 0xde, 0x00]],
  ['\ud83d', [0xd8, 0x3d]],
  ['', []],
])('%j is its UTF-16 units, surrogates as they are', (text, octets) => {
  expect([encodeUcs2(text), decodeUcs2(Uint8Array.from(octets))]).toEqual([
    Uint8Array.from(octets),
    text,
  ])
})

test('any even number of octets is text, which gives the octets back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5000 }), (octets) => {
      const even = octets.subarray(0, octets.length & ~1)
      expect(encodeUcs2(decodeUcs2(even))).toEqual(even)
      expect(attempt(() => decodeUcs2(Uint8Array.of(...even, 0)))).toEqual({
        kind: 'refused',
        code: 'sms/ucs2-odd',
        offset: even.length,
      })
    }),
  )
})
