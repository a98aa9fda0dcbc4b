/** Signs SISX packages anew that somebody else has made: what they install stays as it is, signatures they had are gone. */
import { crc16 } from '../wire/sis/crc16.ts'
import { fieldTypes } from '../wire/sis/sisx-field.ts'
import { headerBytes } from '../wire/sis/sis-header.ts'
import { readSis } from '../wire/sis/sis.ts'
import { OctetReader } from '../wire/octets.ts'
import { field, joined, u16, u32, u64 } from './sisx-field-writer.ts'
import { writeSignatureChain } from './sisx-signing.ts'
import type { SisxSigning } from './sisx-signing.ts'

/** Type and length of a field; what a controller ends with: the field of its data index. */
const headBytes = 8
const dataIndexBytes = 12

/**
 * @param signings each signs what comes before it; none: the package is not signed
 * @throws WireError where it is no SISX package
 */
export function resignSisx(octets: Uint8Array, signings: readonly SisxSigning[]): Uint8Array {
  const sisx = readSis(octets)
  const data = findField(octets, fieldTypes.data)
  if (sisx.format !== 'sisx' || data === undefined) {
    throw new TypeError('only SISX packages can be signed anew')
  }
  const { controller, signatures, dataIndex } = sisx
  const unsigned =
    signatures[0]?.signed ?? controller.subarray(headBytes, controller.length - dataIndexBytes)
  const signed = signings.reduce(
    (before, signing) => joined([before, writeSignatureChain(signing, before)]),
    unsigned,
  )
  const whole = field('controller', signed, field('data index', u32(dataIndex)))
  // Algorithm 0: not compressed.
  const compressed = field('compressed', u32(0), u64(whole.length), whole)
  return joined([
    octets.subarray(0, headerBytes),
    field(
      'contents',
      field('controller checksum', u16(crc16(compressed))),
      field('data checksum', u16(crc16(data))),
      compressed,
      data,
    ),
  ])
}

/** A field of the contents with its head and its padding. The package has been read: there is an end to them. */
function findField(octets: Uint8Array, wanted: number): Uint8Array | undefined {
  const reader = new OctetReader(octets)
  const start = headerBytes + (isLong(octets, headerBytes) ? headBytes + 4 : headBytes)
  for (let at = start; at + headBytes <= octets.length;) {
    reader.seek(at)
    const type = reader.u32le()
    const low = reader.u32le()
    const length = isLong(octets, at) ? low - 0x8000_0000 + reader.u32le() * 0x8000_0000 : low
    const end = reader.offset + Math.ceil(length / 4) * 4
    if (type === wanted) return octets.subarray(at, Math.min(end, octets.length))
    at = end
  }
  return undefined
}

/** The highest bit of a length says that more of it follows. */
function isLong(octets: Uint8Array, at: number): boolean {
  return ((octets[at + 7] ?? 0) & 0x80) !== 0
}
