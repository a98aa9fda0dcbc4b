/**
 * What stands before the data of a cabinet: its header, its folders and its files (Microsoft Cabinet Format, CFHEADER,
 * CFFOLDER, CFFILE). All numbers are little-endian.
 */
import { WireError } from '../../errors.ts'
import { decodeUtf8, toOctetText } from '../octet-text.ts'
import type { OctetReader } from '../octets.ts'
import type { CabLimits } from './cab-limits.ts'

export interface CabinetNeighbour {
  readonly cabinet: string
  readonly disk: string
}

export interface CabinetHeader {
  /** Length of the cabinet as it states it; a signature follows after it. */
  readonly bytes: number
  readonly filesOffset: number
  readonly version: { readonly major: number; readonly minor: number }
  readonly folderCount: number
  readonly fileCount: number
  readonly flags: number
  /** A cabinet may be one of a set, counted from 0, with files that go on from one to the next. */
  readonly set: {
    readonly id: number
    readonly index: number
    readonly previous: CabinetNeighbour | undefined
    readonly next: CabinetNeighbour | undefined
  }
  /** Octets kept for programs: those of the header, and how many follow each folder and stand in each block. */
  readonly reserve: {
    readonly header: Uint8Array
    readonly headerOffset: number
    readonly folderBytes: number
    readonly blockBytes: number
  }
}

export type Compression = 'stored' | 'mszip' | 'quantum' | 'lzx'

export interface StatedFolder {
  /** Of the CFFOLDER itself. */
  readonly offset: number
  /** Of its first block. */
  readonly dataOffset: number
  readonly blockCount: number
  readonly compression: Compression
  readonly reserve: Uint8Array
}

export interface CabinetFile {
  readonly name: string
  readonly bytes: number
  /** Of its first octet in what its folder holds. */
  readonly start: number
  /** Place of its folder in the list of them. */
  readonly folder: number
  /** Where in a set of cabinets the rest of it is. */
  readonly continued: { readonly fromPrevious: boolean; readonly intoNext: boolean }
  /** Local time, to two seconds: `2009-05-14T15:07:58`; absent when its digits are no date. */
  readonly modified: string | undefined
  readonly attributes: {
    readonly readOnly: boolean
    readonly hidden: boolean
    readonly system: boolean
    readonly archive: boolean
    readonly execute: boolean
    readonly nameIsUtf8: boolean
  }
  /** Of the CFFILE itself. */
  readonly offset: number
}

const signature = 0x4643534d
const headerBytesMin = 36

const flag = { previous: 1, next: 2, reserve: 4 } as const

/** A name or label of a cabinet has up to 255 octets and a NUL. */
const nameBytesMax = 256

const compressions: ReadonlyMap<number, Compression> = new Map([
  [0, 'stored'],
  [1, 'mszip'],
  [2, 'quantum'],
  [3, 'lzx'],
])

/**
 * Signature `MSCF` · 0 4 · length 4 · 0 4 · offset of the files 4 · 0 4 · minor 1 · major 1 · folders 2 · files 2 ·
 * flags 2 · set 2 · place in the set 2 · [ reserves: header 2 · folder 1 · block 1 · header's octets ] ·
 * [ previous cabinet and disk ] · [ next cabinet and disk ]
 *
 * @throws WireError `cab/not-a-cabinet`, `cab/truncated`, `cab/too-many` or `wire/out-of-bounds`
 */
export function readHeader(reader: OctetReader, limits: CabLimits): CabinetHeader {
  const length = reader.remaining
  if (length < 4 || reader.u32le() !== signature) {
    throw new WireError('cab/not-a-cabinet', 'Unexpected octets, expected MSCF', 0)
  }
  reader.skip(4)
  const bytes = reader.u32le()
  if (bytes > length || bytes < headerBytesMin) {
    const found = `Unexpected length of ${bytes} octets`
    const expected = `expected ${headerBytesMin} to the ${length} there are`
    throw new WireError('cab/truncated', `${found}, ${expected}`, 8)
  }
  reader.skip(4)
  const filesOffset = reader.u32le()
  reader.skip(4)
  const minor = reader.u8()
  const major = reader.u8()
  const folderCount = readCount(reader, 'foldersMax', limits.foldersMax)
  const fileCount = readCount(reader, 'filesMax', limits.filesMax)
  const flags = reader.u16le()
  const id = reader.u16le()
  const index = reader.u16le()
  const reserve = readReserve(reader, flags)
  const previous = (flags & flag.previous) === 0 ? undefined : readNeighbour(reader)
  const next = (flags & flag.next) === 0 ? undefined : readNeighbour(reader)
  const set = { id, index, previous, next }
  const version = { major, minor }
  return { bytes, filesOffset, version, folderCount, fileCount, flags, set, reserve }
}

function readCount(reader: OctetReader, name: keyof CabLimits, max: number): number {
  const { offset } = reader
  const count = reader.u16le()
  if (count > max) {
    throw new WireError(
      'cab/too-many',
      `Unexpected count of ${count}, expected at most ${max} (${name})`,
      offset,
    )
  }
  return count
}

function readReserve(reader: OctetReader, flags: number): CabinetHeader['reserve'] {
  const none = new Uint8Array(0)
  if ((flags & flag.reserve) === 0) {
    return { header: none, headerOffset: reader.offset, folderBytes: 0, blockBytes: 0 }
  }
  const headerBytes = reader.u16le()
  const folderBytes = reader.u8()
  const blockBytes = reader.u8()
  const headerOffset = reader.offset
  return { header: reader.take(headerBytes), headerOffset, folderBytes, blockBytes }
}

function readNeighbour(reader: OctetReader): CabinetNeighbour {
  const cabinet = readName(reader, false)
  return { cabinet, disk: readName(reader, false) }
}

function readName(reader: OctetReader, isUtf8: boolean): string {
  const { offset } = reader
  const octets = reader.untilNul()
  if (octets.length >= nameBytesMax) {
    const found = `Unexpected name of ${octets.length} octets`
    const expected = `expected fewer than ${nameBytesMax} (nameBytesMax)`
    throw new WireError('cab/name-too-long', `${found}, ${expected}`, offset)
  }
  const text = toOctetText(octets)
  return isUtf8 ? decodeUtf8(text) : text
}

/** Each: offset of the first block 4 · blocks 2 · compression 2 (its kind in the low four bits) · octets kept for programs */
export function readFolders(
  reader: OctetReader,
  { folderCount, reserve }: CabinetHeader,
): readonly StatedFolder[] {
  return Array.from({ length: folderCount }, () => {
    const { offset } = reader
    const dataOffset = reader.u32le()
    const blockCount = reader.u16le()
    const compression = compressions.get(reader.u16le() & 0x0f)
    if (compression === undefined) {
      const found = 'Unexpected kind of compression, expected none, MSZIP, Quantum or LZX'
      throw new WireError('cab/compression', found, offset + 6)
    }
    return {
      offset,
      dataOffset,
      blockCount,
      compression,
      reserve: reader.take(reserve.folderBytes),
    }
  })
}

/** Each: length 4 · start in its folder 4 · folder 2 · date 2 · time 2 · attributes 2 · name · NUL */
export function readFiles(
  reader: OctetReader,
  { fileCount, folderCount, filesOffset }: CabinetHeader,
): readonly CabinetFile[] {
  if (filesOffset < reader.offset && fileCount > 0) {
    const found = `Unexpected files at octet ${filesOffset}, expected ${reader.offset} or later`
    throw new WireError('cab/overlap', found, 0x10)
  }
  reader.seek(filesOffset)
  return Array.from({ length: fileCount }, () => readFile(reader, folderCount))
}

/** Indices of folders that go on from or into other cabinets of a set. */
const continuations = new Map([
  [0xfffd, { fromPrevious: true, intoNext: false }],
  [0xfffe, { fromPrevious: false, intoNext: true }],
  [0xffff, { fromPrevious: true, intoNext: true }],
])

function readFile(reader: OctetReader, folderCount: number): CabinetFile {
  const { offset } = reader
  const bytes = reader.u32le()
  const start = reader.u32le()
  const index = reader.u16le()
  const continued = continuations.get(index) ?? { fromPrevious: false, intoNext: false }
  const folder = placeOf(index, continued, folderCount)
  if (folder >= folderCount) {
    const found = `Unexpected folder ${index} of a file, expected one below ${folderCount}`
    throw new WireError('cab/no-such-folder', found, offset + 8)
  }
  const modified = formatDosTime(reader.u16le(), reader.u16le())
  const bits = reader.u16le()
  const attributes = {
    readOnly: (bits & 0x01) !== 0,
    hidden: (bits & 0x02) !== 0,
    system: (bits & 0x04) !== 0,
    archive: (bits & 0x20) !== 0,
    execute: (bits & 0x40) !== 0,
    nameIsUtf8: (bits & 0x80) !== 0,
  }
  const name = readName(reader, attributes.nameIsUtf8)
  return { name, bytes, start, folder, continued, modified, attributes, offset }
}

function placeOf(
  index: number,
  { fromPrevious, intoNext }: CabinetFile['continued'],
  folderCount: number,
): number {
  if (fromPrevious) return 0
  return intoNext ? folderCount - 1 : index
}

/** Date: year since 1980 7 bits · month 4 · day 5. Time: hour 5 bits · minute 6 · pairs of seconds 5. */
function formatDosTime(date: number, time: number): string | undefined {
  const [year, month, day] = [1980 + (date >> 9), (date >> 5) & 0x0f, date & 0x1f]
  const [hour, minute, second] = [time >> 11, (time >> 5) & 0x3f, (time & 0x1f) * 2]
  // Day 0 of the month after it is the last one of a month.
  const lastDay = month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 0
  if (day < 1 || day > lastDay || hour > 23 || minute > 59 || second > 59) return undefined
  return `${year}-${digits(month)}-${digits(day)}T${digits(hour)}:${digits(minute)}:${digits(second)}`
}

function digits(number: number): string {
  return number < 10 ? `0${number}` : String(number)
}
