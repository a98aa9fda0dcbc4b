/**
 * Writes cabinets (Microsoft Cabinet Format), field by field as CabWiz leaves them: files of a folder one after the other,
 * cut into blocks of 32 KiB, stored or packed with MSZIP, a checksum on each.
 */
import { deflateSync } from 'fflate'
import { OctetWriter } from '../../wire/octets.ts'

export interface CabinetMember {
  readonly name: string
  readonly octets: Uint8Array
  /** Local time; seconds are kept to two. */
  readonly modified?: string
}

export interface CabinetFolderSpec {
  readonly compression: 'stored' | 'mszip'
  readonly members: readonly CabinetMember[]
  /** Octets for programs, filled up with 0 to the length that all folders have. */
  readonly reserve?: Uint8Array
}

export interface CabinetSpec {
  readonly folders: readonly CabinetFolderSpec[]
  /** With it, the cabinet has lengths of reserves, though they may be 0. */
  readonly reserve?: { readonly header: Uint8Array; readonly folderBytes: number }
  readonly setId?: number
}

const headerBytes = 36
const reserveBytes = 4
const folderBytes = 8
const fileBytes = 16
const blockHeaderBytes = 8
const blockBytesMax = 32_768
const flagReserve = 4
const flagUtf8 = 0x80
const flagArchive = 0x20
const version = { minor: 3, major: 1 } as const

interface PackedFolder {
  readonly spec: CabinetFolderSpec
  readonly blocks: readonly { readonly packed: Uint8Array; readonly bytes: number }[]
}

/**
 * @example writeCabinet({ folders: [{ compression: 'mszip', members: [{ name: 'a.txt', octets }] }] })
 */
export function writeCabinet(spec: CabinetSpec): Uint8Array {
  const { folders, reserve, setId = 0 } = spec
  const packed = folders.map((folder) => ({ spec: folder, blocks: pack(folder) }))
  const reserved = reserve === undefined ? 0 : reserveBytes + reserve.header.length
  const eachFolder = folderBytes + (reserve?.folderBytes ?? 0)
  const filesOffset = headerBytes + reserved + folders.length * eachFolder
  const names = folders.flatMap(({ members }) => members.map(({ name }) => encode(name)))
  const filesBytes = names.reduce((sum, name) => sum + fileBytes + name.length + 1, 0)
  const dataOffset = filesOffset + filesBytes
  const bytes = dataOffset + packed.reduce((sum, folder) => sum + packedBytes(folder), 0)
  const writer = new OctetWriter(bytes)
  // Signature, 0, length, 0, offset of the files, 0.
  writer.bytes(encode('MSCF')).u32le(0).u32le(bytes).u32le(0).u32le(filesOffset).u32le(0)
  writer.u8(version.minor).u8(version.major).u16le(folders.length).u16le(names.length)
  // Flags, set, place in the set.
  writer
    .u16le(reserve === undefined ? 0 : flagReserve)
    .u16le(setId)
    .u16le(0)
  if (reserve !== undefined) {
    // Lengths of what is kept for programs in the header, each folder and each block.
    writer.u16le(reserve.header.length).u8(reserve.folderBytes).u8(0).bytes(reserve.header)
  }
  writeFolders(writer, packed, dataOffset, reserve?.folderBytes ?? 0)
  folders.forEach((folder, index) => writeFiles(writer, folder, index))
  for (const { blocks } of packed) {
    for (const block of blocks) writeBlock(writer, block)
  }
  return writer.toUint8Array()
}

function packedBytes({ blocks }: PackedFolder): number {
  return blocks.reduce((sum, { packed }) => sum + blockHeaderBytes + packed.length, 0)
}

function pack({ members, compression }: CabinetFolderSpec): PackedFolder['blocks'] {
  const whole = Uint8Array.from(Buffer.concat(members.map(({ octets }) => octets)))
  const count = Math.ceil(whole.length / blockBytesMax)
  return Array.from({ length: count }, (_, index) => {
    const start = index * blockBytesMax
    const piece = whole.subarray(start, start + blockBytesMax)
    if (compression === 'stored') return { packed: piece, bytes: piece.length }
    const dictionary = whole.subarray(Math.max(0, start - blockBytesMax), start)
    const deflated = deflateSync(piece, start === 0 ? {} : { dictionary })
    return { packed: Uint8Array.of(0x43, 0x4b, ...deflated), bytes: piece.length }
  })
}

/** Each: offset of the first block, blocks, compression (0 or 1 for MSZIP), octets for programs. */
function writeFolders(
  writer: OctetWriter,
  folders: readonly PackedFolder[],
  dataOffset: number,
  reserved: number,
): void {
  let offset = dataOffset
  for (const folder of folders) {
    const { compression, reserve = new Uint8Array(0) } = folder.spec
    writer.u32le(offset).u16le(folder.blocks.length)
    writer.u16le(compression === 'stored' ? 0 : 1)
    writer.bytes(reserve).bytes(new Uint8Array(reserved - reserve.length))
    offset += packedBytes(folder)
  }
}

const defaultTime = '2006-03-01T09:00:00'

/** Each: length, start within its folder, folder, date, time, attributes, name, NUL. */
function writeFiles(writer: OctetWriter, { members }: CabinetFolderSpec, folder: number): void {
  let start = 0
  for (const { name, octets, modified = defaultTime } of members) {
    const encoded = encode(name)
    const [date, time] = dosTime(modified)
    writer.u32le(octets.length).u32le(start).u16le(folder).u16le(date).u16le(time)
    writer.u16le(flagArchive | (encoded.length === name.length ? 0 : flagUtf8))
    writer.bytes(encoded).u8(0)
    start += octets.length
  }
}

/** Date: year since 1980 7 bits, month 4, day 5. Time: hour 5 bits, minute 6, pairs of seconds 5. */
function dosTime(local: string): readonly [date: number, time: number] {
  const [year = 1980, month = 1, day = 1, hour = 0, minute = 0, second = 0] = local
    .split(/[-T:]/)
    .map(Number)
  return [((year - 1980) << 9) | (month << 5) | day, (hour << 11) | (minute << 5) | (second >> 1)]
}

/** Checksum, length, length when unpacked, data. The checksum covers both lengths and the data. */
function writeBlock(
  writer: OctetWriter,
  { packed, bytes }: { readonly packed: Uint8Array; readonly bytes: number },
): void {
  const lengths = new OctetWriter(4).u16le(packed.length).u16le(bytes).toUint8Array()
  writer.u32le((sum(packed) ^ sum(lengths)) >>> 0)
  writer.bytes(lengths).bytes(packed)
}

/** XOR of little-endian numbers of four octets; one to three at the end count with the first as the highest. */
function sum(octets: Uint8Array): number {
  const whole = octets.length - (octets.length % 4)
  let total = 0
  for (let at = 0; at < whole; at += 1) total ^= (octets[at] ?? 0) << (8 * (at % 4))
  const rest = octets.length - whole
  for (let at = 0; at < rest; at += 1) {
    total ^= (octets[whole + at] ?? 0) << (8 * (rest - 1 - at))
  }
  return total
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
