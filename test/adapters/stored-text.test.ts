import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromStoredText, toStoredText } from '../../src/adapters/stored-text.ts'

test('octets stand in JSON in base64', () => {
  const record = { id: 1, octets: Uint8Array.of(0, 255), names: ['a'] }
  expect(toStoredText(record)).toBe('{"id":1,"octets":{"$octets":"AP8="},"names":["a"]}')
})

test('a name that begins with $ is not taken for octets', () => {
  const tricky = { $octets: 'AP8=', $: 1, $$octets: { $octets: 'x' } }
  expect(fromStoredText(toStoredText(tricky))).toEqual(tricky)
})

test.each([[Number.NaN], [Infinity], [1n], [Symbol('a')], [[undefined]]])(
  'what would not come back, %s, is refused as a defect',
  (value) => {
    expect(() => toStoredText({ value })).toThrow('flash cannot hold')
  },
)

test('every value of flash comes back as it was', () => {
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.string({ unit: 'binary' }),
      fc.constantFrom('$octets', '__proto__'),
      fc.integer(),
      fc.boolean(),
      fc.uint8Array(),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('$octets', '$$a', '$')), tie('value')),
    ),
  }))
  fc.assert(
    fc.property(value, (one) => {
      expect(fromStoredText(toStoredText(one))).toEqual(one)
    }),
  )
})
