import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeDigits, encodeDigits } from '../../../src/wire/sms/semi-octets.ts'
import { attempt } from '../attempt.ts'

const digits = fc
  .array(fc.constantFrom(...Array.from('0123456789*#abc')), { maxLength: 40 })
  .map((characters) => characters.join(''))

test('the first digit stands in the low half, and a filler ends an odd number', () => {
  expect(encodeDigits('12*')).toEqual(Uint8Array.of(0x21, 0xfa))
})

test('digits come back as they were written', () => {
  fc.assert(
    fc.property(digits, (text) => {
      expect(decodeDigits(encodeDigits(text), text.length)).toBe(text)
    }),
  )
})

test('what is no digit is refused where it stands', () => {
  expect([
    attempt(() => encodeDigits('12+')),
    attempt(() => decodeDigits(Uint8Array.of(0x21, 0xf3), 4)),
    attempt(() => decodeDigits(Uint8Array.of(0x21), 3)),
  ]).toEqual([
    { kind: 'refused', code: 'sms/digit', offset: 2 },
    { kind: 'refused', code: 'sms/digit', offset: 1 },
    { kind: 'refused', code: 'sms/digit', offset: 1 },
  ])
})
