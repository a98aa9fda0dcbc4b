/**
 * Builds packages of Symbian OS 6 to 8 (SIS File Format 1.19, EPOC release 6): same spec, same octets, on every machine.
 *
 *     0    UIDs: of the package · 0x10003A12 · 0x10000419, and their checksum
 *     16   the head, to 100: how many there are of everything, and where
 *     100  languages u16 · file records · requisites · names · texts · octets of the files
 */
import { zlibSync } from 'fflate'
import { OctetWriter } from '../../wire/octets.ts'
import { crc16 } from '../../wire/sis/crc16.ts'
import { legacyUid, releaseUids, uidChecksum } from '../../wire/sis/sis-header.ts'
import type { SisVersion } from '../../wire/sis/sisx-leaf.ts'
import { joined, u16, u32, utf16 } from '../../test-authority/sisx-field-writer.ts'

export interface LegacyFileSpec {
  /** `!:\system\apps\Demo\Demo.app`; the exclamation mark leaves the drive to the user. */
  readonly target: string
  readonly octets: Uint8Array
  readonly does?: keyof typeof fileTypes
  /** Of a text: 0 continue, 1 skip, 2 abort, 3 exit; of a program: 0 at installation, 1 at removal, 2 both. */
  readonly details?: number
  readonly mediaType?: string
}

export interface LegacyNeed {
  readonly uid: number
  readonly from?: SisVersion
  readonly name?: string
}

export interface LegacySisSpec {
  readonly uid: number
  readonly name: string
  /** The build is the variant. */
  readonly version: SisVersion
  readonly type?: keyof typeof typeCodes
  readonly languages?: readonly number[]
  /** The drive's letter; none: the user chooses. */
  readonly drive?: string
  /** The product that the phone has to be, and components that have to be on it. */
  readonly requisites?: readonly LegacyNeed[]
  /** In the order of installation. */
  readonly files: readonly LegacyFileSpec[]
  /** Files are as they are. */
  readonly stored?: boolean
}

const fileTypes = { install: 0, text: 1, package: 2, run: 3, later: 4, open: 5 } as const

const typeCodes = {
  application: 0,
  system: 1,
  option: 2,
  configuration: 3,
  patch: 4,
  upgrade: 5,
} as const

const english = 1
const headBytes = 100
const unicode = 1
const noCompression = 8
const installerVersion = 200
const fileRecordBytes = 48
const checksumAt = 16

export function buildLegacySis(spec: LegacySisSpec): Uint8Array {
  const { languages = [english], requisites = [] } = spec
  const files = spec.files.toReversed()
  const languagesAt = headBytes
  const filesAt = languagesAt + languages.length * 2
  const requisitesAt = filesAt + files.length * fileRecordBytes
  const namesAt = requisitesAt + requisites.length * (12 + languages.length * 8)
  const texts = new Heap(namesAt + languages.length * 8)
  const writeFiles = files.map((file) => placeTexts(file, texts, spec.stored !== true))
  const needs = requisites.map((need) => writeNeed(need, texts, languages.length))
  const names = writeNames(spec.name, texts, languages.length)
  const contents = new Heap(texts.end)
  const records = writeFiles.map((writeFile) => writeFile(contents))
  const head = writeHead(spec, { languagesAt, filesAt, requisitesAt, namesAt })
  const tables = [...languages.map(u16), ...records, ...needs, names]
  const octets = joined([head, ...tables, texts.octets, contents.octets])
  const checksum = crc16(octets.subarray(checksumAt + 2), crc16(octets.subarray(0, checksumAt)))
  octets.set(u16(checksum), checksumAt)
  return octets
}

/** Texts, and then the octets of files, behind all that says where they are. */
class Heap {
  readonly #start: number
  readonly #writer = new OctetWriter()

  constructor(start: number) {
    this.#start = start
  }

  get octets(): Uint8Array {
    return this.#writer.toUint8Array()
  }

  get end(): number {
    return this.#start + this.#writer.length
  }

  /** @returns where they are */
  add(octets: Uint8Array): number {
    const at = this.end
    this.#writer.bytes(octets)
    return at
  }
}

interface Places {
  readonly languagesAt: number
  readonly filesAt: number
  readonly requisitesAt: number
  readonly namesAt: number
}

/** The checksum of the whole is 0 here. */
function writeHead(spec: LegacySisSpec, places: Places): Uint8Array {
  const { languages = [english], requisites = [], files, version } = spec
  const uids = joined([u32(spec.uid), u32(releaseUids.er6), u32(legacyUid)])
  const totalBytes = files.reduce((sum, { octets }) => sum + octets.length, 0)
  return new OctetWriter(headBytes)
    .bytes(uids)
    .u32le(uidChecksum(uids))
    .u16le(0)
    .u16le(languages.length)
    .u16le(files.length)
    .u16le(requisites.length)
    .u16le(0) // language of the installation
    .u16le(0) // files installed
    .u16le((spec.drive ?? '!').charCodeAt(0))
    .u16le(0) // number of capabilities
    .u32le(installerVersion)
    .u16le(unicode | (spec.stored === true ? noCompression : 0))
    .u16le(typeCodes[spec.type ?? 'application'])
    .u16le(version.major)
    .u16le(version.minor)
    .u32le(version.build)
    .u32le(places.languagesAt)
    .u32le(places.filesAt)
    .u32le(places.requisitesAt)
    .u32le(0) // no certificates
    .u32le(places.namesAt)
    .u32le(0) // no signature
    .u32le(0) // no capabilities
    .u32le(totalBytes)
    .u32le(totalBytes)
    .bytes(new Uint8Array(16))
    .toUint8Array()
}

/**
 * Record 0 · type · details · source · target · length · place · length without compression · media type, u32 each; a text
 * is its length and its place
 *
 * @returns writes the record once it is known where the octets of files begin
 */
function placeTexts(
  file: LegacyFileSpec,
  texts: Heap,
  compressed: boolean,
): (contents: Heap) => Uint8Array {
  const { target, octets, does = 'install', details = 0, mediaType = '' } = file
  const names = [...writeText('', texts), ...writeText(target, texts)]
  const media = writeText(mediaType, texts)
  const held = does === 'later' ? new Uint8Array() : octets
  const packed = compressed && does !== 'later' ? zlibSync(held) : held
  return (contents) =>
    joined([
      u32(0),
      u32(fileTypes[does]),
      u32(details),
      ...names,
      u32(packed.length),
      u32(contents.add(packed)),
      u32(held.length),
      ...media,
    ])
}

function writeText(text: string, heap: Heap): readonly Uint8Array[] {
  const octets = utf16(text)
  return [u32(octets.length), u32(heap.add(octets))]
}

/** UID · major u16 · minor u16 · variant u32 · lengths and places of its names */
function writeNeed(need: LegacyNeed, heap: Heap, languages: number): Uint8Array {
  const { from = { major: 0, minor: 0, build: 0 }, name = 'Product' } = need
  return joined([
    u32(need.uid),
    u16(from.major),
    u16(from.minor),
    u32(from.build),
    writeNames(name, heap, languages),
  ])
}

/** As many lengths as languages, then as many places; all languages share one text. */
function writeNames(name: string, heap: Heap, languages: number): Uint8Array {
  const octets = utf16(name)
  const at = u32(heap.add(octets))
  const inEach = (one: Uint8Array) => Array.from({ length: languages }, () => one)
  return joined([...inEach(u32(octets.length)), ...inEach(at)])
}
