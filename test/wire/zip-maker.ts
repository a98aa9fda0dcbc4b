/** Writes ZIP archives field by field, so that a test can make any one of them lie. */
import { crc32, deflateRawSync } from 'node:zlib'
import { OctetWriter } from '../../src/wire/octets.ts'

export interface MadeHeader {
  readonly name: Uint8Array
  readonly flags: number
  readonly method: number
  readonly crc32: number
  readonly compressedBytes: number
  readonly bytes: number
  readonly extra: Uint8Array
}

export interface MadeEntry {
  readonly name: string
  readonly octets?: Uint8Array
  /** What is stored for it; DEFLATE of `octets` unless told. */
  readonly packed?: Uint8Array
  readonly method?: number
  readonly flags?: number
  /** What only the directory says. */
  readonly directory?: Partial<MadeHeader> & { readonly offset?: number }
  /** What only the local header says. */
  readonly local?: Partial<MadeHeader>
  /** Octets after the data, such as a data descriptor. */
  readonly after?: Uint8Array
}

export interface MadeArchive {
  readonly entries: readonly MadeEntry[]
  readonly comment?: Uint8Array
  /** What the end record says. */
  readonly end?: Partial<MadeEnd>
  /** Octets before the first entry that every offset knows of. */
  readonly before?: Uint8Array
  /** Octets between the entries and the directory. */
  readonly beforeDirectory?: Uint8Array
  /** Octets between the directory and the end record. */
  readonly afterDirectory?: Uint8Array
}

export interface MadeEnd {
  readonly disk: number
  readonly entriesHere: number
  readonly entryCount: number
  readonly directoryBytes: number
  readonly directoryOffset: number
  readonly commentBytes: number
}

const none = new Uint8Array()

export const text = (value: string): Uint8Array => new TextEncoder().encode(value)

export const join = (...parts: readonly Uint8Array[]): Uint8Array =>
  parts.reduce((writer, part) => writer.bytes(part), new OctetWriter()).toUint8Array()

export const plainManifest = text('Manifest-Version: 1.0\r\nMIDlet-Name: Demo\r\n\r\n')

export const manifestEntry: MadeEntry = { name: 'META-INF/MANIFEST.MF', octets: plainManifest }

export function makeZip(archive: MadeArchive): Uint8Array {
  const body = new OctetWriter().bytes(archive.before ?? none)
  const directory = new OctetWriter()
  for (const entry of archive.entries) {
    const offset = body.length
    const { header, packed } = headerOf(entry)
    writeLocal(body, { ...header, ...entry.local })
    body.bytes(packed).bytes(entry.after ?? none)
    const listed = { ...header, ...entry.directory }
    writeListed(directory, listed, entry.directory?.offset ?? offset)
  }
  body.bytes(archive.beforeDirectory ?? none)
  const end: MadeEnd = {
    disk: 0,
    entriesHere: archive.entries.length,
    entryCount: archive.entries.length,
    directoryBytes: directory.length + (archive.afterDirectory ?? none).length,
    directoryOffset: body.length,
    commentBytes: (archive.comment ?? none).length,
    ...archive.end,
  }
  body.bytes(directory.toUint8Array()).bytes(archive.afterDirectory ?? none)
  body.u32le(0x06054b50).u16le(end.disk).u16le(end.disk).u16le(end.entriesHere)
  body.u16le(end.entryCount).u32le(end.directoryBytes).u32le(end.directoryOffset)
  return body
    .u16le(end.commentBytes)
    .bytes(archive.comment ?? none)
    .toUint8Array()
}

function headerOf(entry: MadeEntry): { readonly header: MadeHeader; readonly packed: Uint8Array } {
  const octets = entry.octets ?? none
  const method = entry.method ?? 8
  const packed = entry.packed ?? (method === 0 ? octets : Uint8Array.from(deflateRawSync(octets)))
  const header = {
    name: text(entry.name),
    flags: entry.flags ?? 0,
    method,
    crc32: crc32(octets),
    compressedBytes: packed.length,
    bytes: octets.length,
    extra: none,
  }
  return { header, packed }
}

function writeLocal(writer: OctetWriter, header: MadeHeader): void {
  writer.u32le(0x04034b50).u16le(20)
  writeStatement(writer, header)
  writer.bytes(header.name).bytes(header.extra)
}

function writeListed(writer: OctetWriter, header: MadeHeader, offset: number): void {
  writer.u32le(0x02014b50).u16le(20).u16le(20)
  writeStatement(writer, header)
  writer.u16le(0).u16le(0).u16le(0).u32le(0).u32le(offset)
  writer.bytes(header.name).bytes(header.extra)
}

function writeStatement(writer: OctetWriter, header: MadeHeader): void {
  writer.u16le(header.flags).u16le(header.method).u16le(0).u16le(0x3421)
  writer.u32le(header.crc32).u32le(header.compressedBytes).u32le(header.bytes)
  writer.u16le(header.name.length).u16le(header.extra.length)
}

/** What the JDK's `jar` writes after an entry whose lengths it did not know beforehand. */
export function dataDescriptor(octets: Uint8Array, signed: boolean): Uint8Array {
  const writer = new OctetWriter()
  if (signed) writer.u32le(0x08074b50)
  const packed = deflateRawSync(octets).length
  return writer.u32le(crc32(octets)).u32le(packed).u32le(octets.length).toUint8Array()
}
