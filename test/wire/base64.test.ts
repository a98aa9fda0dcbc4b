import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBase64, encodeBase64 } from '../../src/wire/base64.ts'

describe('Base64', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (octets) => {
        expect(decodeBase64(encodeBase64(octets))).toEqual(octets)
      }),
    )
  })

  it('may hold the blanks of a folded line', () => {
    expect(decodeBase64('AQID BAUG\tBw==')).toEqual(Uint8Array.of(1, 2, 3, 4, 5, 6, 7))
  })

  it.each([
    ['a letter of no alphabet', 'AQ*D'],
    ['the alphabet of URLs', 'AQ-_'],
    ['padding that is missing', 'AQI'],
    ['padding in the middle', 'AQ==AQID'],
    ['three signs of padding', 'A==='],
    ['a line end', 'AQID\nBAUG'],
  ])('is not %s', (_, text) => {
    expect(decodeBase64(text)).toBe(undefined)
  })
})
