/** Reads the central directory of a ZIP archive: what each entry says of itself (APPNOTE 6.3.10 section 4.3.12). */
import { WireError } from '../errors.ts'
import { OctetReader } from './octets.ts'
import { archiveProblem, findZipEnd } from './zip-end.ts'
import { pathProblem } from './zip-path.ts'
import type { JarLimits } from './jar-limits.ts'
import type { JarProblem, JarProblemRule } from './jar-problem.ts'
import type { ZipEnd } from './zip-end.ts'

/** What an entry says of itself, as far as taking it out needs it. */
export interface StatedEntry {
  readonly name: string
  /** Uncompressed length. */
  readonly bytes: number
  readonly compressedBytes: number
  readonly crc32: number
  /** 0 stored, 8 DEFLATE. */
  readonly method: number
  /** Offset of the local header into the package. */
  readonly offset: number
}

/** One entry as the central directory describes it. */
export interface DirectoryEntry extends StatedEntry {
  readonly nameOctets: Uint8Array
  readonly flags: number
}

export interface ZipDirectory {
  readonly entries: readonly DirectoryEntry[]
  readonly problems: readonly JarProblem[]
  /** Where the entries end: the first octet of the directory. */
  readonly start: number
  /** What was put before the archive, in octets. */
  readonly shift: number
  /** There is no directory to read, so `entries` says nothing. */
  readonly directoryMissing: boolean
}

const directorySignature = 0x02014b50
const zip64Extra = 0x0001
const flagEncrypted = 0x0001
const flagStrong = 0x0040
const flagMaskedHeader = 0x2000

export const methodStored = 0
export const methodDeflate = 8

/** Never throws. */
export function readZipDirectory(octets: Uint8Array, limits: JarLimits): ZipDirectory {
  const { end, problems } = findZipEnd(octets)
  if (end === undefined) {
    return { entries: [], problems, start: 0, shift: 0, directoryMissing: true }
  }
  const read = readEntries(octets, end, limits)
  return {
    entries: read.entries,
    problems: [...problems, ...read.problems, ...setProblems(read.entries, limits)],
    start: end.directoryStart,
    shift: end.shift,
    directoryMissing: false,
  }
}

function readEntries(
  octets: Uint8Array,
  end: ZipEnd,
  limits: JarLimits,
): { readonly entries: readonly DirectoryEntry[]; readonly problems: readonly JarProblem[] } {
  const reader = new OctetReader(octets.subarray(0, end.directoryEnd))
  reader.seek(end.directoryStart)
  const entries: DirectoryEntry[] = []
  const problems: JarProblem[] = []
  while (entries.length < Math.min(end.entryCount, limits.entriesMax)) {
    const offset = reader.offset
    const entry = readEntry(reader, end.shift)
    if (entry === undefined) {
      const found = `Unexpected octets after ${entries.length} directory entries`
      problems.push(archiveProblem('directory', offset, `${found}, expected ${end.entryCount}`))
      return { entries, problems }
    }
    entries.push(entry.value)
    problems.push(...entryProblems(entry.value, limits), ...extraProblems(entry, offset))
  }
  if (end.entryCount > limits.entriesMax) {
    const found = `Unexpected ${end.entryCount} entries, expected at most ${limits.entriesMax}`
    problems.push(archiveProblem('too-many-entries', end.directoryStart, `${found} (entriesMax)`))
  } else if (reader.remaining > 0) {
    const found = `Unexpected ${reader.remaining} octets after the last directory entry`
    problems.push(archiveProblem('directory', reader.offset, `${found}, expected none`))
  }
  return { entries, problems }
}

interface ReadEntry {
  readonly value: DirectoryEntry
  readonly extra: Uint8Array
}

/** `undefined` when what stands here is no directory entry. */
function readEntry(reader: OctetReader, shift: number): ReadEntry | undefined {
  try {
    return readEntryFields(reader, shift)
  } catch (error) {
    if (error instanceof WireError) return undefined
    throw error
  }
}

/**
 * Signature 4 · version made by 2 · version needed 2 · flags 2 · method 2 · time 2 · date 2 · CRC-32 4 ·
 * compressed 4 · uncompressed 4 · name length 2 · extra length 2 · comment length 2 · disk 2 ·
 * internal attributes 2 · external attributes 4 · offset 4 · name · extra · comment
 */
function readEntryFields(reader: OctetReader, shift: number): ReadEntry | undefined {
  if (reader.u32le() !== directorySignature) return undefined
  reader.skip(4)
  const flags = reader.u16le()
  const method = reader.u16le()
  reader.skip(4)
  const crc32 = reader.u32le()
  const compressedBytes = reader.u32le()
  const bytes = reader.u32le()
  const nameLength = reader.u16le()
  const extraLength = reader.u16le()
  const commentLength = reader.u16le()
  reader.skip(8)
  const offset = reader.u32le() + shift
  const nameOctets = reader.take(nameLength)
  const extra = reader.take(extraLength)
  reader.skip(commentLength)
  const name = decodeName(nameOctets)
  return {
    value: { name, bytes, compressedBytes, crc32, method, offset, nameOctets, flags },
    extra,
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const latin1 = new TextDecoder('latin1')

/** Java's tools always write UTF-8, with or without the flag that says so; other tools write a code page. */
function decodeName(octets: Uint8Array): string {
  try {
    return utf8.decode(octets)
  } catch (error) {
    if (error instanceof TypeError) return latin1.decode(octets)
    throw error
  }
}

function entryProblems(entry: DirectoryEntry, limits: JarLimits): readonly JarProblem[] {
  const { bytes, compressedBytes, method, name } = entry
  const problem = (rule: JarProblemRule, found: string): JarProblem => ({
    rule,
    entry: name,
    offset: entry.offset,
    found,
    blocking: true,
  })
  const path = pathProblem(name)
  return [
    ...(path === undefined ? [] : [problem('path', path)]),
    ...((entry.flags & (flagEncrypted | flagStrong | flagMaskedHeader)) === 0
      ? []
      : [problem('encrypted', 'Unexpected encrypted entry, expected a plain one')]),
    ...(method === methodStored || method === methodDeflate
      ? []
      : [problem('unsupported-method', `Unexpected method ${method}, expected 0 or 8`)]),
    ...(method === methodStored && bytes !== compressedBytes
      ? [problem('size-lie', `Unexpected ${compressedBytes} octets stored, expected ${bytes}`)]
      : []),
    ...bombProblems(entry, limits).map((found) => problem('bomb', found)),
  ]
}

function bombProblems(entry: DirectoryEntry, limits: JarLimits): readonly string[] {
  const { bytes, compressedBytes } = entry
  const { entryBytesMax, ratioMax, ratioFreeBytes } = limits
  if (bytes > entryBytesMax) {
    return [
      `Unexpected entry of ${bytes} octets, expected at most ${entryBytesMax} (entryBytesMax)`,
    ]
  }
  if (bytes > ratioFreeBytes && bytes > compressedBytes * ratioMax) {
    const found = `Unexpected ${bytes} octets from ${compressedBytes}`
    return [`${found}, expected at most ${ratioMax} to 1 (ratioMax)`]
  }
  return []
}

/** ZIP64's extra field is harmless when no length points into it; recent JDKs refuse extra fields that do not add up. */
function extraProblems({ value, extra }: ReadEntry, offset: number): readonly JarProblem[] {
  const fields = readExtra(extra)
  const needed = [value.bytes, value.compressedBytes].includes(0xffffffff)
  const problem = (rule: JarProblemRule, found: string): JarProblem => ({
    rule,
    entry: value.name,
    offset,
    found,
    blocking: needed,
  })
  return [
    ...(needed ? [problem('zip64', 'Unexpected ZIP64 entry, expected lengths of 32 bits')] : []),
    ...(!needed && fields.ids.includes(zip64Extra)
      ? [problem('zip64', 'Unexpected ZIP64 extra field without a need for it, expected none')]
      : []),
    ...(fields.whole
      ? []
      : [problem('extra-field', 'Unexpected end of an extra field, expected whole ones')]),
  ]
}

/** Each: id 2 · length 2 · octets */
function readExtra(extra: Uint8Array): {
  readonly ids: readonly number[]
  readonly whole: boolean
} {
  const reader = new OctetReader(extra)
  const ids: number[] = []
  while (reader.remaining >= 4) {
    ids.push(reader.u16le())
    const length = reader.u16le()
    if (length > reader.remaining) return { ids, whole: false }
    reader.skip(length)
  }
  return { ids, whole: reader.remaining === 0 }
}

/** What is only wrong with the entries together. */
function setProblems(entries: readonly DirectoryEntry[], limits: JarLimits): readonly JarProblem[] {
  const seen = new Set<string>()
  const problems: JarProblem[] = []
  for (const { name, offset } of entries) {
    if (seen.has(name)) {
      const found = 'Unexpected second entry of this name, expected one'
      problems.push({ rule: 'duplicate-entry', entry: name, offset, found, blocking: true })
    }
    seen.add(name)
  }
  const total = entries.reduce((sum, { bytes }) => sum + bytes, 0)
  if (total > limits.totalBytesMax) {
    const found = `Unexpected ${total} octets in all entries, expected at most`
    const limit = `${limits.totalBytesMax} (totalBytesMax)`
    problems.push(archiveProblem('bomb', 0, `${found} ${limit}`))
  }
  return problems
}
