/**
 * Packages of EPOC and of Symbian OS up to 8 (SIS File Format 1.19). Everything but the head lies where the head says:
 *
 *     UIDs and their checksum, 16 octets · the head · languages, u16 each · file records · requisites · names ·
 *     capabilities · certificates · texts · octets of the files · signature
 */
import { WireError } from '../../errors.ts'
import type { Annotate } from '../annotate.ts'
import { crc16 } from './crc16.ts'
import { readEr6Header, readLegacyHeader } from './legacy-header.ts'
import type { Er6Header, LegacyHeader } from './legacy-header.ts'
import { LegacyReading } from './legacy-reading.ts'
import { readLegacyRecords } from './legacy-records.ts'
import type { LegacyRecord } from './legacy-records.ts'
import { readLegacyFiles } from './legacy-files.ts'
import type { SisFile } from './sis-file.ts'
import { formatUid, headerBytes, noteHeader, readSisHeader, releaseUids } from './sis-header.ts'
import type { SisHeader } from './sis-header.ts'
import type { SisLimits } from './sis-limits.ts'
import type { SisNote, TakeNote } from './sis-note.ts'
import type { SisDependency } from './sisx-controller.ts'
import type { SisVersion } from './sisx-leaf.ts'

export interface LegacySis {
  readonly format: 'sis'
  readonly header: SisHeader
  /** 0x10000000 where the package has none of its own. */
  readonly uid: number
  /** EPOC release 3 to 5, or release 6: Symbian OS 6 to 8. None: a second UID that no document names. */
  readonly release: 'epoc' | 'er6' | undefined
  /** In the order of `languages`. */
  readonly names: readonly string[]
  /** The build is the variant. */
  readonly version: SisVersion
  /** None: a number that no document names, which is `typeCode`. */
  readonly type: LegacyType | undefined
  readonly typeCode: number
  readonly options: LegacyOptions
  /** The drive's letter; `!` where the user chooses it, and none where nothing is said. */
  readonly drive: string | undefined
  /** 68 or 100 of EPOC, 200 of release 6. */
  readonly installerVersion: number
  readonly languages: readonly number[]
  /** What has to be on the phone, among it the product that it has to be: there is no other list of products. */
  readonly dependencies: readonly SisDependency[]
  readonly capabilities: readonly { readonly key: number; readonly value: number }[]
  /** In the order of installation. */
  readonly records: readonly LegacyRecord[]
  /** All of them, those that stand under conditions too. */
  readonly files: readonly SisFile[]
  readonly certificates: LegacyCertificates | undefined
  /** Octets of the signature block at the end; none where the package is not signed. */
  readonly signatureBytes: number | undefined
  /** Room that the installation takes, as stated; none before release 6. */
  readonly installedBytes: number | undefined
  readonly installedBytesMax: number | undefined
  readonly notes: readonly SisNote[]
}

const types = ['application', 'system', 'option', 'configuration', 'patch', 'upgrade'] as const

export type LegacyType = (typeof types)[number]

export interface LegacyOptions {
  readonly unicode: boolean
  readonly distributable: boolean
  readonly compressed: boolean
  readonly closesApplications: boolean
}

/** No document that could be found says how the certificates themselves are written. */
export interface LegacyCertificates {
  /** `2004-03-14T12:00:00` */
  readonly stamped: string
  readonly count: number
}

/** @throws WireError `sis/…` or `wire/out-of-bounds` */
export function readLegacySis(
  octets: Uint8Array,
  { limits, annotate }: { readonly limits: SisLimits; readonly annotate?: Annotate | undefined },
): LegacySis {
  const notes: SisNote[] = []
  const note: TakeNote = (taken) => void notes.push(taken)
  const reading = new LegacyReading(octets, limits, annotate)
  const reader = reading.at(0)
  const header = readSisHeader(reader)
  noteHeader(header, note)
  reading.tell(0, 12, `UIDs ${header.uids.map(formatUid).join(' ')}`)
  reading.tell(12, headerBytes, `UID checksum ${formatUid(header.checksum)}`)
  const head = readLegacyHeader(reader, reading)
  const release = releaseOf(header.uids[1])
  const er6 = release === 'epoc' ? undefined : readEr6Header(reader, reading)
  compareChecksum(octets, { head, er6 }, note)
  const options = optionsOf(head.options, er6 !== undefined)
  if (options.unicode) reading.expectUnicode()
  const languages = readLanguages(reading, head)
  const form = { languages: languages.length, er6: er6 !== undefined }
  const records = readLegacyRecords(reading.at(head.filesAt), head.files, { reading, form })
  const files = readLegacyFiles(records, {
    octets,
    owner: header.uids[0],
    compressed: options.compressed,
    limits,
    note,
  })
  for (const { contents } of files) {
    if (contents !== undefined) reading.tell(contents.start, contents.end, 'Octets of a file')
  }
  return {
    format: 'sis',
    header,
    uid: header.uids[0],
    release,
    names: reading.texts(reading.at(head.namesAt), languages.length, 'Name'),
    version: { major: head.major, minor: head.minor, build: head.variant },
    type: types[head.type],
    typeCode: head.type,
    options,
    drive: head.drive === 0 ? undefined : String.fromCharCode(head.drive),
    installerVersion: head.installerVersion,
    languages,
    dependencies: readRequisites(reading, head, languages.length),
    capabilities: er6 === undefined ? [] : readCapabilities(reading, head, er6),
    records,
    files,
    certificates: readCertificates(reading, head),
    signatureBytes: er6 && er6.signatureAt > 0 ? octets.length - er6.signatureAt : undefined,
    installedBytes: er6?.installedBytes,
    installedBytesMax: er6?.installedBytesMax,
    notes,
  }
}

function releaseOf(uid: number): LegacySis['release'] {
  if (uid === releaseUids.epoc) return 'epoc'
  return uid === releaseUids.er6 ? 'er6' : undefined
}

function optionsOf(bits: number, er6: boolean): LegacyOptions {
  return {
    unicode: (bits & 1) !== 0,
    distributable: (bits & 2) !== 0,
    compressed: er6 && (bits & 8) === 0,
    closesApplications: (bits & 0x10) !== 0,
  }
}

/** CRC-16 of the package without the two octets of the checksum and without the signature block. */
function compareChecksum(
  octets: Uint8Array,
  { head, er6 }: { readonly head: LegacyHeader; readonly er6: Er6Header | undefined },
  note: TakeNote,
): void {
  const signatureAt = er6?.signatureAt ?? 0
  if (signatureAt > octets.length) {
    const found = `Unexpected signature at ${signatureAt}, expected it within ${octets.length} octets`
    throw new WireError('wire/out-of-bounds', found, headerBytes)
  }
  const end = signatureAt < headerBytes + 2 ? octets.length : signatureAt
  const right = crc16(octets.subarray(headerBytes + 2, end), crc16(octets.subarray(0, headerBytes)))
  if (right === head.checksum) return
  const found = `Unexpected checksum ${head.checksum}, expected ${right}`
  note({ rule: 'file-checksum', file: undefined, offset: headerBytes, found, blocking: false })
}

function readLanguages(reading: LegacyReading, head: LegacyHeader): readonly number[] {
  const reader = reading.at(head.languagesAt)
  const languages: number[] = []
  for (let index = 0; index < head.languages; index += 1) {
    reading.count(reader.offset)
    languages.push(reader.u16le())
  }
  reading.tell(head.languagesAt, reader.offset, `Languages: ${languages.join(', ')}`)
  return languages
}

/** UID · major u16 · minor u16 · variant · names in every language */
function readRequisites(
  reading: LegacyReading,
  head: LegacyHeader,
  languages: number,
): readonly SisDependency[] {
  const reader = reading.at(head.requisitesAt)
  const requisites: SisDependency[] = []
  for (let index = 0; index < head.requisites; index += 1) {
    const start = reader.offset
    reading.count(start)
    const uid = reader.u32le()
    const from = { major: reader.u16le(), minor: reader.u16le(), build: reader.u32le() }
    const names = reading.texts(reader, languages, 'Name of what is required')
    reading.tell(start, reader.offset, `Requisite ${formatUid(uid)}`)
    requisites.push({ uid, from, to: undefined, names })
  }
  return requisites
}

/** All keys, then all values. */
function readCapabilities(
  reading: LegacyReading,
  { capabilities: count }: LegacyHeader,
  { capabilitiesAt }: Er6Header,
): LegacySis['capabilities'] {
  if (count === 0) return []
  const reader = reading.at(capabilitiesAt)
  const keys = reading.numbers(reader, count)
  const values = reading.numbers(reader, count)
  reading.tell(capabilitiesAt, reader.offset, `${count} capabilities`)
  return keys.map((key, index) => ({ key, value: values[index] ?? 0 }))
}

/** Year · month · day · hour · minute · second, u16 each · number of certificates u32 */
function readCertificates(
  reading: LegacyReading,
  { certificatesAt }: LegacyHeader,
): LegacyCertificates | undefined {
  if (certificatesAt === 0) return undefined
  const reader = reading.at(certificatesAt)
  const year = String(reader.u16le()).padStart(4, '0')
  const two = () => String(reader.u16le()).padStart(2, '0')
  const stamped = `${year}-${two()}-${two()}T${two()}:${two()}:${two()}`
  const count = reader.u32le()
  reading.tell(certificatesAt, reader.offset, `${count} certificates, stamped ${stamped}`)
  return { stamped, count }
}
