/** Addresses in a TPDU (3GPP 23.040 section 9.1.2.5): digits as semi-octets, or letters as packed septets. */
import { WireError } from '../../errors.ts'
import type { OctetReader, OctetWriter } from '../octets.ts'
import { decodeGsm, encodeGsm, packSeptets, unpackSeptets } from './gsm7.ts'
import { decodeDigits, encodeDigits } from './semi-octets.ts'

export interface SmsAddress {
  /** Type of number: 0 unknown, 1 international, 2 national, 3 of the network, 4 subscriber, 5 alphanumeric, 6 abbreviated. */
  readonly ton: number
  /** Numbering plan: 0 unknown, 1 telephone. */
  readonly npi: number
  /** Digits `0`–`9`, `*`, `#`, `a`–`c`; for type 5 any text of the GSM alphabet. */
  readonly value: string
}

export const alphanumericTon = 5
/** Octets of an address value. */
const valueOctetsMax = 10
const extensionBit = 0x80

/** Length in semi-octets 1 · type 1 · value */
export function readAddress(reader: OctetReader): SmsAddress {
  const { offset } = reader
  const semiOctets = reader.u8()
  const type = reader.u8()
  if (semiOctets > valueOctetsMax * 2) {
    throw new WireError(
      'sms/address-length',
      `Unexpected address of ${semiOctets} semi-octets, expected at most ${valueOctetsMax * 2}`,
      offset,
    )
  }
  const start = reader.offset
  const octets = reader.take(Math.ceil(semiOctets / 2))
  const ton = (type >> 4) & 7
  const npi = type & 0x0f
  return { ton, npi, value: valueOf(octets, { semiOctets, ton, start }) }
}

function valueOf(
  octets: Uint8Array,
  { semiOctets, ton, start }: { semiOctets: number; ton: number; start: number },
): string {
  if (ton === alphanumericTon) {
    return decodeGsm(unpackSeptets(octets, Math.floor((semiOctets * 4) / 7)))
  }
  try {
    return decodeDigits(octets, semiOctets)
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    throw new WireError('sms/digit', 'Unexpected filler within the address', start + error.offset)
  }
}

/**
 * @throws WireError `sms/address-value` when the value has a character that its type has not, or is too long; the offset is that of
 *   the address
 */
export function writeAddress(writer: OctetWriter, address: SmsAddress): void {
  const { semiOctets, octets } = pack(address, writer.length)
  if (octets.length > valueOctetsMax) {
    throw new WireError(
      'sms/address-value',
      `Unexpected address of ${octets.length} octets, expected at most ${valueOctetsMax} (valueOctetsMax)`,
      writer.length,
    )
  }
  const type = extensionBit | ((address.ton & 7) << 4) | (address.npi & 0x0f)
  writer.u8(semiOctets).u8(type).bytes(octets)
}

function pack(
  { ton, value }: SmsAddress,
  offset: number,
): { readonly semiOctets: number; readonly octets: Uint8Array } {
  if (ton !== alphanumericTon) {
    return { semiOctets: value.length, octets: encodeDigits(value) }
  }
  const septets = encodeGsm(value)
  if (septets === undefined) {
    throw new WireError(
      'sms/address-value',
      `Unexpected address ${JSON.stringify(value)}, expected letters of the GSM alphabet`,
      offset,
    )
  }
  return { semiOctets: Math.ceil((septets.length * 7) / 4), octets: packSeptets(septets) }
}
