/** Finds where a ZIP archive ends and where its central directory stands (APPNOTE 6.3.10 section 4.3.16). */
import { OctetReader } from './octets.ts'
import type { JarProblem, JarProblemRule } from './jar-problem.ts'

const endSignature = 0x06054b50
const endBytes = 22
/** The length of the comment has 16 bits. */
const commentBytesMax = 0xffff
const localSignature = 0x04034b50
const directorySignature = 0x02014b50
const zip64LocatorSignature = 0x07064b50
const zip64LocatorBytes = 20

export interface ZipEnd {
  /** Entries the archive says it has. */
  readonly entryCount: number
  /** Where the central directory begins in these octets. */
  readonly directoryStart: number
  /** Where it ends: the offset of the end record. */
  readonly directoryEnd: number
  /** What has to be added to every stated offset; not 0 when something was put before the archive. */
  readonly shift: number
}

export interface ZipEndSearch {
  /** Absent when there is no directory to read. */
  readonly end: ZipEnd | undefined
  readonly problems: readonly JarProblem[]
}

interface EndRecord {
  readonly offset: number
  readonly disks: readonly [here: number, ofDirectory: number]
  readonly entriesHere: number
  readonly entryCount: number
  readonly directoryBytes: number
  readonly directoryOffset: number
  /** Where the comment, and so the archive, should end. */
  readonly archiveEnd: number
}

export function findZipEnd(octets: Uint8Array): ZipEndSearch {
  const exact = endRecords(octets, octets.length - endBytes - commentBytesMax).filter(
    ({ archiveEnd }) => archiveEnd === octets.length,
  )
  const others = exact.length > 0 ? [] : endRecords(octets, 0)
  const record = exact[0] ?? others.find((candidate) => leadsToDirectory(octets, candidate))
  if (record === undefined) return { end: undefined, problems: [missingEnd(octets, others[0])] }
  const problems = [
    ...(exact.length > 1 ? [ambiguous(record, exact.length)] : []),
    ...lengthProblems(octets, record),
  ]
  const impossible = impossibleRecord(octets, record)
  if (impossible !== undefined) return { end: undefined, problems: [...problems, impossible] }
  const directoryStart = record.offset - record.directoryBytes
  const shift = directoryStart - record.directoryOffset
  const end = {
    entryCount: record.entryCount,
    directoryStart,
    directoryEnd: record.offset,
    shift,
  }
  return { end, problems: [...problems, ...prefixProblems(shift)] }
}

/** The records from `first` on that have an end signature, last one first. */
function endRecords(octets: Uint8Array, first: number): readonly EndRecord[] {
  const reader = new OctetReader(octets)
  const records: EndRecord[] = []
  for (let offset = octets.length - endBytes; offset >= Math.max(first, 0); offset -= 1) {
    if (octets[offset] !== 0x50 || octets[offset + 1] !== 0x4b) continue
    reader.seek(offset)
    if (reader.u32le() !== endSignature) continue
    records.push(readEndRecord(reader, offset))
    if (records.length === candidatesMax) break
  }
  return records
}

/** End signatures looked at; a package that holds more of them is not an honest one. */
const candidatesMax = 64

function readEndRecord(reader: OctetReader, offset: number): EndRecord {
  return {
    offset,
    disks: [reader.u16le(), reader.u16le()],
    entriesHere: reader.u16le(),
    entryCount: reader.u16le(),
    directoryBytes: reader.u32le(),
    directoryOffset: reader.u32le(),
    archiveEnd: reader.u16le() + offset + endBytes,
  }
}

function leadsToDirectory(octets: Uint8Array, record: EndRecord): boolean {
  const start = record.offset - record.directoryBytes
  if (start < 0) return false
  return record.directoryBytes === 0
    ? record.entryCount === 0
    : readSignature(octets, start) === directorySignature
}

function readSignature(octets: Uint8Array, offset: number): number | undefined {
  if (offset < 0 || offset + 4 > octets.length) return undefined
  const reader = new OctetReader(octets)
  reader.seek(offset)
  return reader.u32le()
}

function missingEnd(octets: Uint8Array, record: EndRecord | undefined): JarProblem {
  if (record !== undefined) {
    const found = 'Unexpected end of central directory record that leads to no directory'
    return archiveProblem('truncated', record.offset, `${found}, expected a whole archive`)
  }
  if (readSignature(octets, 0) === localSignature) {
    const found = `Unexpected end after ${octets.length} octets`
    return archiveProblem('truncated', octets.length, `${found}, expected a central directory`)
  }
  const start = octets.length === 0 ? 'no octets' : `octets that begin with ${hex(octets)}`
  return archiveProblem('not-a-zip', 0, `Unexpected ${start}, expected a ZIP archive`)
}

function ambiguous(record: EndRecord, count: number): JarProblem {
  const found = `Unexpected ${count} end records that all end with the package, expected one`
  return archiveProblem('second-directory', record.offset, found)
}

function lengthProblems(octets: Uint8Array, record: EndRecord): readonly JarProblem[] {
  const surplus = octets.length - record.archiveEnd
  if (surplus > 0) {
    const found = `Unexpected ${surplus} octets after the archive, expected none`
    return [archiveProblem('trailing', record.archiveEnd, found)]
  }
  if (surplus < 0) {
    const found = `Unexpected end of the archive comment, expected ${-surplus} octets more`
    return [archiveProblem('truncated', octets.length, found)]
  }
  return []
}

/** What makes the directory impossible to read, if anything does. */
function impossibleRecord(octets: Uint8Array, record: EndRecord): JarProblem | undefined {
  const { offset, entryCount, directoryBytes, directoryOffset } = record
  const locator = readSignature(octets, offset - zip64LocatorBytes)
  if (
    locator === zip64LocatorSignature ||
    entryCount === 0xffff ||
    directoryBytes === 0xffffffff ||
    directoryOffset === 0xffffffff
  ) {
    return archiveProblem('zip64', offset, 'Unexpected ZIP64 archive, expected a plain ZIP')
  }
  if (record.disks[0] !== 0 || record.disks[1] !== 0 || record.entriesHere !== entryCount) {
    return archiveProblem('split', offset, 'Unexpected archive in parts, expected a whole one')
  }
  if (directoryOffset + directoryBytes > offset) {
    const found = `Unexpected central directory of ${directoryBytes} octets at ${directoryOffset}`
    return archiveProblem(
      'truncated',
      offset,
      `${found}, expected it to end before octet ${offset}`,
    )
  }
  return undefined
}

function prefixProblems(shift: number): readonly JarProblem[] {
  if (shift === 0) return []
  const found = `Unexpected ${shift} octets more than the archive accounts for, expected none`
  return [archiveProblem('prefix', 0, found)]
}

export function archiveProblem(rule: JarProblemRule, offset: number, found: string): JarProblem {
  return { rule, entry: undefined, offset, found, blocking: true }
}

function hex(octets: Uint8Array): string {
  return Array.from(octets.subarray(0, 16), (octet) => octet.toString(16).padStart(2, '0')).join(
    ' ',
  )
}
