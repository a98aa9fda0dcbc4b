import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatHex, parseHex } from '../../src/wire/hex.ts'

describe('hex digits', () => {
  test.each([
    ['', []],
    ['0605', [6, 5]],
    ['0b:84 23\nf0', [0x0b, 0x84, 0x23, 0xf0]],
    ['0 6', [6]],
  ])('%j are octets', (text, octets) => {
    expect(parseHex(text)).toEqual(Uint8Array.from(octets))
  })

  test.each(['0', '0x06', 'GG', '06,05', '060'])('%j are none', (text) => {
    expect(parseHex(text)).toBe(undefined)
  })

  test('come back as they were written', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (octets) => {
        expect(parseHex(formatHex(octets))).toEqual(octets)
      }),
    )
    expect(formatHex(Uint8Array.of(9, 0xaf).subarray(1))).toBe('AF')
  })
})
