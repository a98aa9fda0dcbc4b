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
  const octets = new Uint8Array(Math.ceil(text.length / 2))
  for (let index = 0; index < text.length; index += 2) {
    const high = index + 1 < text.length ? halfAt(text, index + 1) : filler
    octets[index >> 1] = (high << 4) | halfAt(text, index)
  }
  return octets
}

function halfAt(text: string, index: number): number {
  const half = digits.indexOf(text.charAt(index))
  if (half === -1) {
    const found = JSON.stringify(text.charAt(index))
    throw new WireError('sms/digit', `Unexpected ${found}, expected a digit`, index)
  }
  return half
}
