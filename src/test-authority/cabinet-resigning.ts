/** Signs cabinets anew that somebody else has made: what they install stays as it is, a signature that they had is gone. */
import { readCabinet } from '../wire/cab/cab.ts'
import { signaturePlace } from '../wire/cab/signature-place.ts'
import { signatureReserve } from './cabinet-signing.ts'
import { signCabinetBy } from './native-signings.ts'
import type { NativeSigning } from './native-signings.ts'

/**
 * @param signing none: the cabinet is not signed
 * @throws WireError where it is no cabinet
 */
export function resignCabinet(octets: Uint8Array, signing: NativeSigning | undefined): Uint8Array {
  const unsigned = withReserve(octets)
  return signing === undefined ? unsigned : signCabinetBy(unsigned, signing)
}

/** Places in the header of a cabinet (Microsoft Cabinet Format). */
const place = { length: 8, files: 16, flags: 30, reserve: 36 } as const
const reserveFlag = 4

/** Without a signature, and with the octets in its header that tell where one is; what it kept there for others is gone. */
function withReserve(octets: Uint8Array): Uint8Array {
  const { header, folders } = readCabinet(octets)
  const { flags, filesOffset, reserve } = header
  const { headerOffset, folderBytes, blockBytes } = reserve
  const end = signaturePlace(header)?.start ?? header.bytes
  const before = flags & reserveFlag ? headerOffset + reserve.header.length : place.reserve
  const sizes = Uint8Array.of(signatureReserve.length, 0, folderBytes, blockBytes)
  const whole = Uint8Array.from(
    Buffer.concat([
      octets.subarray(0, place.reserve),
      sizes,
      signatureReserve,
      octets.subarray(before, end),
    ]),
  )
  const moved = whole.length - end
  const numbers = new DataView(whole.buffer)
  numbers.setUint16(place.flags, flags | reserveFlag, true)
  numbers.setUint32(place.length, whole.length, true)
  numbers.setUint32(place.files, filesOffset + moved, true)
  for (const { offset, dataOffset } of folders) {
    numbers.setUint32(offset + moved, dataOffset + moved, true)
  }
  return whole
}
