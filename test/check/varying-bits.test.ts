import { expect, it } from 'vitest'
import { bitsBetween } from '../../src/check/varying-bits.ts'

it.each([
  ['none for one text', ['a1b2'], 0],
  ['none for equal texts', ['a1b2', 'a1b2'], 0],
  ['3.3 for a digit', ['12', '13'], 3],
  ['4 for a hexadecimal digit', ['1a', '1b'], 4],
  ['5 for a letter or digit', ['1x', '1b'], 5],
  ['6 for letters of both cases', ['xX', 'bB'], 12],
  ['those of all texts together', ['aa', 'ab', 'ba'], 8],
  ['those of letters that only one has', ['a', 'abc'], 8],
])('counts bits: %s', (_, texts, bits) => {
  expect(bitsBetween(texts)).toBe(bits)
})
