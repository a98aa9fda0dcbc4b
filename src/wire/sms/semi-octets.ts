/** Decimal digits two to an octet, the first in the low half (3GPP 23.040 section 9.1.2.3). */
import { WireError } from '../../errors.ts'

/** Value of each half octet in an address; 0xF fills up an odd number. */
const digits = '0123456789*#abc'
const filler = 0xf

/** @throws WireError `sms/digit` for a half octet that is a filler before the end */
export function decodeDigits(octets: Uint8Array, count: number): string {
  let text = ''
  for (let index = 0; index < count; index += 1) {
    const octet = octets[index >> 1] ?? 0xff
    const digit = digits[index % 2 === 0 ? octet & 0x0f : octet >> 4]
    if (digit === undefined) {
      throw new WireError('sms/digit', `Unexpected filler, expected ${count} digits`, index >> 1)
    }
    text += digit
  }
  return text
}

/** @throws WireError `sms/digit` for a character that is no digit; the offset is its index */
export function encodeDigits(text: string): Uint8Array {
  const halves = Array.from(text).map((character, index) => {
    const half = digits.indexOf(character)
    if (half === -1) {
      throw new WireError(
        'sms/digit',
        `Unexpected ${JSON.stringify(character)}, expected a digit`,
        index,
      )
    }
    return half
  })
  return Uint8Array.from({ length: Math.ceil(halves.length / 2) }, (_, index) => {
    const low = halves[index * 2] ?? filler
    const high = halves[index * 2 + 1] ?? filler
    return (high << 4) | low
  })
}
