/** Takes one entry out of a ZIP archive, trusting nothing it says of itself (APPNOTE 6.3.10 sections 4.3.7 and 4.3.9). */
import { crc32 } from 'node:zlib'
import { WireError } from '../errors.ts'
import { decompress } from './zip-inflate.ts'
import { OctetReader } from './octets.ts'
import type { JarProblem, JarProblemRule } from './jar-problem.ts'
import type { DirectoryEntry, StatedEntry } from './zip-directory.ts'

/** Where an entry's octets stand. */
export interface EntrySpan {
  readonly entry: DirectoryEntry
  readonly dataStart: number
  /** First octet after the entry, its data descriptor included. */
  readonly end: number
}

export interface LocatedEntry {
  readonly span: EntrySpan | undefined
  readonly problems: readonly JarProblem[]
}

interface LocalHeader {
  readonly flags: number
  readonly method: number
  readonly crc32: number
  readonly compressedBytes: number
  readonly bytes: number
  readonly nameOctets: Uint8Array
  readonly dataStart: number
}

const localSignature = 0x04034b50
const descriptorSignature = 0x08074b50
const flagDescriptor = 0x0008

/** Compares the local header with the directory. `limit` is where entries have to end: the first octet of the directory. */
export function locateEntry(
  octets: Uint8Array,
  entry: DirectoryEntry,
  limit: number,
): LocatedEntry {
  const local = tryRead(() => readLocalHeader(octets.subarray(0, limit), entry.offset))
  if (local instanceof WireError) {
    return { span: undefined, problems: [entryProblem(entry, 'truncated', withoutPlace(local))] }
  }
  const dataEnd = local.dataStart + entry.compressedBytes
  if (dataEnd > limit) {
    const found = `Unexpected end at octet ${limit}, expected the entry to end at ${dataEnd}`
    return { span: undefined, problems: [entryProblem(entry, 'truncated', found)] }
  }
  const descriptor =
    (local.flags & flagDescriptor) === 0
      ? 0
      : dataDescriptorBytes(octets.subarray(0, limit), entry, dataEnd)
  if ([local.bytes, local.compressedBytes].includes(0xffffffff)) {
    const found = 'Unexpected ZIP64 lengths in the local header, expected lengths of 32 bits'
    return { span: undefined, problems: [entryProblem(entry, 'zip64', found)] }
  }
  const problems = [
    ...differences(entry, local).map((found) => entryProblem(entry, 'local-header-differs', found)),
    ...flagDifference(entry, local),
    ...(descriptor === undefined ? [missingDescriptor(entry, dataEnd)] : []),
  ]
  const end = dataEnd + (descriptor ?? 0)
  return { span: { entry, dataStart: local.dataStart, end }, problems }
}

/**
 * The uncompressed octets of an entry, its length and CRC-32 checked.
 *
 * @throws WireError `jar/…` when they cannot be had; `code` ends in the rule that is broken
 */
export function unpackEntry(octets: Uint8Array, entry: StatedEntry): Uint8Array {
  const { dataStart } = readLocalHeader(octets, entry.offset)
  const reader = new OctetReader(octets)
  reader.seek(dataStart)
  const unpacked = decompress(reader.take(entry.compressedBytes), entry)
  const found = crc32(unpacked)
  if (found !== entry.crc32) {
    const expected = `expected ${hex(entry.crc32)}`
    throw new WireError('jar/crc', `Unexpected CRC-32 ${hex(found)}, ${expected}`, entry.offset)
  }
  return unpacked
}

/**
 * Signature 4 · version needed 2 · flags 2 · method 2 · time 2 · date 2 · CRC-32 4 · compressed 4 · uncompressed 4 ·
 * name length 2 · extra length 2 · name · extra · data
 */
function readLocalHeader(octets: Uint8Array, offset: number): LocalHeader {
  const reader = new OctetReader(octets)
  reader.seek(offset)
  const signature = reader.u32le()
  if (signature !== localSignature) {
    const found = `Unexpected signature ${hex(signature)}, expected ${hex(localSignature)}`
    throw new WireError('jar/truncated', found, offset)
  }
  reader.skip(2)
  const flags = reader.u16le()
  const method = reader.u16le()
  reader.skip(4)
  const checksum = reader.u32le()
  const compressedBytes = reader.u32le()
  const bytes = reader.u32le()
  const nameLength = reader.u16le()
  const extraLength = reader.u16le()
  const nameOctets = reader.take(nameLength)
  reader.skip(extraLength)
  const dataStart = reader.offset
  return { flags, method, crc32: checksum, compressedBytes, bytes, nameOctets, dataStart }
}

/** With a data descriptor, CRC and lengths may be left 0 in the local header, as the JDK's `jar` does. */
function differences(entry: DirectoryEntry, local: LocalHeader): readonly string[] {
  const deferred = (local.flags & flagDescriptor) !== 0
  const numbers = [
    { what: 'method', here: local.method, there: entry.method, deferred: false },
    { what: 'CRC-32', here: local.crc32, there: entry.crc32, deferred },
    {
      what: 'compressed length',
      here: local.compressedBytes,
      there: entry.compressedBytes,
      deferred,
    },
    { what: 'length', here: local.bytes, there: entry.bytes, deferred },
  ]
  const wrong = numbers.filter(
    ({ here, there, deferred: mayBeZero }) => here !== there && !(mayBeZero && here === 0),
  )
  return [
    ...(sameOctets(entry.nameOctets, local.nameOctets)
      ? []
      : ['Unexpected other name in the local header, expected the name of the directory']),
    ...wrong.map(
      ({ what, here, there }) =>
        `Unexpected ${what} ${here} in the local header, expected ${there} as in the directory`,
    ),
  ]
}

function flagDifference(entry: DirectoryEntry, local: LocalHeader): readonly JarProblem[] {
  if (entry.flags === local.flags) return []
  const found = `Unexpected flags ${hex(local.flags)} in the local header, expected ${hex(entry.flags)}`
  const problem = entryProblem(entry, 'local-header-differs', `${found} as in the directory`)
  return [{ ...problem, blocking: false }]
}

/** Length of the data descriptor at `offset`: with or without its optional signature; `undefined` when none fits. */
function dataDescriptorBytes(
  octets: Uint8Array,
  entry: DirectoryEntry,
  offset: number,
): number | undefined {
  const reader = new OctetReader(octets)
  const expected = [entry.crc32, entry.compressedBytes, entry.bytes]
  const forms = [[descriptorSignature, ...expected], expected]
  return forms
    .map((form) => ({ form, bytes: form.length * 4 }))
    .filter(({ bytes }) => offset + bytes <= octets.length)
    .find(({ form }) => {
      reader.seek(offset)
      return form.every((value) => reader.u32le() === value)
    })?.bytes
}

function missingDescriptor(entry: DirectoryEntry, offset: number): JarProblem {
  const found =
    'Unexpected octets after the entry, expected a data descriptor equal to the directory'
  return { ...entryProblem(entry, 'data-descriptor', found), offset }
}

function tryRead<T>(read: () => T): T | WireError {
  try {
    return read()
  } catch (error) {
    if (error instanceof WireError) return error
    throw error
  }
}

/** A problem has its place in a field of its own. */
export function withoutPlace(error: WireError): string {
  return error.message.replace(/ \(at octet \d+\)$/, '')
}

function entryProblem(entry: StatedEntry, rule: JarProblemRule, found: string): JarProblem {
  return { rule, entry: entry.name, offset: entry.offset, found, blocking: true }
}

function sameOctets(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((octet, index) => octet === right[index])
}

function hex(value: number): string {
  return `0x${value.toString(16).padStart(8, '0')}`
}
