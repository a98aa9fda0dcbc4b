import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crc16 } from '../../../src/wire/sis/crc16.ts'

describe('the checksum of packages', () => {
  test('of the digits 1 to 9 is the check value of CRC-16/XMODEM', () => {
    expect(crc16(new TextEncoder().encode('123456789'))).toBe(0x31c3)
  })

  test('of nothing is 0', () => {
    expect(crc16(new Uint8Array())).toBe(0)
  })

  test('is that of a shift register, bit by bit', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (octets) => {
        expect(crc16(octets)).toBe(shiftedThrough(octets))
      }),
    )
  })

  test('of the whole comes of its parts, one after the other', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (one, other) => {
        expect(crc16(other, crc16(one))).toBe(crc16(Uint8Array.from([...one, ...other])))
      }),
    )
  })
})

function shiftedThrough(octets: Uint8Array): number {
  let register = 0
  for (const octet of octets) {
    for (let bit = 7; bit >= 0; bit -= 1) {
      const out = (register >> 15) & 1
      register = (register << 1) & 0xffff
      if (out !== ((octet >> bit) & 1)) register ^= 0x1021
    }
  }
  return register
}
