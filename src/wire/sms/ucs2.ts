/**
 * UCS-2 text (3GPP 23.038 section 6.2.3): big-endian 16-bit units. Phones show surrogate pairs as UTF-16 and keep lone ones, so
 * units go to and fro unchanged.
 */
import { WireError } from '../../errors.ts'

export function encodeUcs2(text: string): Uint8Array {
  const octets = new Uint8Array(text.length * 2)
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    octets[index * 2] = unit >> 8
    octets[index * 2 + 1] = unit & 0xff
  }
  return octets
}

const unitsAtOnce = 1024

/** @throws WireError `sms/ucs2-odd` when a unit lacks its second octet */
export function decodeUcs2(octets: Uint8Array): string {
  if (octets.length % 2 !== 0) {
    const found = `Unexpected ${octets.length} octets, expected an even number`
    throw new WireError('sms/ucs2-odd', found, octets.length - 1)
  }
  const units = Uint16Array.from(
    { length: octets.length / 2 },
    (_, index) => ((octets[index * 2] ?? 0) << 8) | (octets[index * 2 + 1] ?? 0),
  )
  let text = ''
  for (let start = 0; start < units.length; start += unitsAtOnce) {
    text += String.fromCharCode(...units.subarray(start, start + unitsAtOnce))
  }
  return text
}
