/** What a SISX package is, and how its controller says so. */
import { zlibSync } from 'fflate'
import { writeSignatureChain } from '../../test-authority/sisx-signing.ts'
import type { SisxSigning } from '../../test-authority/sisx-signing.ts'
import { digestOf } from '../../wire/rsa-signature.ts'
import { capabilities } from '../../wire/sis/capabilities.table.ts'
import type { CapabilityName } from '../../wire/sis/capabilities.table.ts'
import type { SisVersion } from '../../wire/sis/sisx-leaf.ts'
import {
  arrayOf,
  field,
  instant,
  joined,
  text,
  texts,
  u16,
  u32,
  u64,
  u8,
  uid,
  version,
} from '../../test-authority/sisx-field-writer.ts'

export interface SisxFileSpec {
  /** `!:\sys\bin\Demo.exe`; the exclamation mark leaves the drive to the user. */
  readonly target: string
  readonly octets: Uint8Array
  readonly mediaType?: string
  readonly capabilities?: readonly CapabilityName[]
  /** None: install. `later` files have no octets in the package. */
  readonly does?: keyof typeof operations
  /** Bits of the operation; of a text: 0x200 continue, 0x400 skip, 0x800 abort, 0x1000 exit. */
  readonly options?: number
  /** Not compressed. */
  readonly stored?: boolean
  /** SHA-1 that is stated instead of the right one, to break it. */
  readonly hash?: Uint8Array
}

/** A product or a component that has to be there. */
export interface SisxNeed {
  readonly uid: number
  /** None: any version from 0.0.0 on. */
  readonly from?: SisVersion
  readonly to?: SisVersion
  /** None: the same text in every language. */
  readonly name?: string
}

export interface SisxSpec {
  readonly uid: number
  readonly name: string
  /** In the order of the languages; none: the name itself in each of them. */
  readonly names?: readonly string[]
  readonly vendor: string
  readonly version: SisVersion
  /** `2008-01-31T12:00:00`; none: an instant that is always the same. */
  readonly created?: string
  readonly type?: keyof typeof typeCodes
  /** 1 closes applications, 2 cannot be removed, 4 upgrades the ROM, 8 is hidden. */
  readonly flags?: number
  /** Numbers of `TLanguage`; none: English. */
  readonly languages?: readonly number[]
  /** What the user may choose; none: nothing. */
  readonly choices?: readonly string[]
  readonly targets?: readonly SisxNeed[]
  readonly dependencies?: readonly SisxNeed[]
  readonly files: readonly SisxFileSpec[]
  /** Files that are installed where another one is on the phone already. */
  readonly conditions?: readonly SisxConditionSpec[]
  /** Each signs what comes before it. */
  readonly signings?: readonly SisxSigning[]
  /** Packages within this one, which have data units of their own. */
  readonly embedded?: readonly SisxSpec[]
}

export interface SisxConditionSpec {
  readonly exists: string
  readonly files: readonly SisxFileSpec[]
}

const operations = { install: 1, run: 2, text: 4, later: 8 } as const

const typeCodes = {
  application: 0,
  augmentation: 1,
  'partial-upgrade': 2,
  preinstalled: 3,
  'preinstalled-patch': 4,
} as const

const english = 1

export interface WrittenController {
  /** Without type and length of its field. */
  readonly controller: Uint8Array
  /** Files of this package, then those of each package within it; see {@link pack}. */
  readonly units: readonly (readonly Uint8Array[])[]
}

/** @param dataIndex which unit is the first of this package's */
export function writeController(spec: SisxSpec, dataIndex = 0): WrittenController {
  const { languages = [english], choices = [], targets = [], dependencies = [] } = spec
  const unit: Uint8Array[] = []
  const descriptions = writeFiles(spec.files, unit)
  const conditions = (spec.conditions ?? []).map((condition) => writeCondition(condition, unit))
  const embedded = writeEmbedded(spec.embedded ?? [], dataIndex + 1)
  const unsigned = joined([
    writeInfo(spec, languages.length),
    field(
      'supported options',
      arrayOf(
        'supported option',
        choices.map((name) => texts(languages.map(() => name))),
      ),
    ),
    field('supported languages', arrayOf('language', languages.map(u16))),
    field(
      'prerequisites',
      arrayOf(
        'dependency',
        targets.map((need) => writeNeed(need, languages.length)),
      ),
      arrayOf(
        'dependency',
        dependencies.map((need) => writeNeed(need, languages.length)),
      ),
    ),
    field('properties', arrayOf('property', [])),
    field(
      'install block',
      arrayOf('file description', descriptions),
      arrayOf('controller', embedded.controllers),
      arrayOf('if', conditions),
    ),
  ])
  const signed = (spec.signings ?? []).reduce(
    (before, signing) => joined([before, writeSignatureChain(signing, before)]),
    unsigned,
  )
  const controller = joined([signed, field('data index', u32(dataIndex))])
  return { controller, units: [unit, ...embedded.units] }
}

/** @param unit where their octets go */
function writeFiles(specs: readonly SisxFileSpec[], unit: Uint8Array[]): readonly Uint8Array[] {
  return specs.map((spec) => {
    const packed = spec.does === 'later' ? undefined : pack(spec.octets, spec.stored !== true)
    const description = writeFile(spec, { packed, index: unit.length })
    if (packed !== undefined) unit.push(packed)
    return description
  })
}

const existsOperator = 10

/** Expression: operator u32 · number u32 · text · install block · array of else if */
function writeCondition({ exists, files }: SisxConditionSpec, unit: Uint8Array[]): Uint8Array {
  return joined([
    field('expression', u32(existsOperator), u32(0), text(exists)),
    field(
      'install block',
      arrayOf('file description', writeFiles(files, unit)),
      arrayOf('controller', []),
      arrayOf('if', []),
    ),
    arrayOf('else if', []),
  ])
}

const algorithmBytes = 12

/** What a compressed field holds: algorithm u32 (0 none, 1 zlib) · length without compression u64 · octets. */
export function pack(octets: Uint8Array, compressed: boolean): Uint8Array {
  const algorithm = u32(compressed ? 1 : 0)
  return joined([algorithm, u64(octets.length), compressed ? zlibSync(octets) : octets])
}

function writeEmbedded(specs: readonly SisxSpec[], firstIndex: number) {
  const controllers: Uint8Array[] = []
  const units: (readonly Uint8Array[])[] = []
  for (const spec of specs) {
    const written = writeController(spec, firstIndex + units.length)
    controllers.push(written.controller)
    units.push(...written.units)
  }
  return { controllers, units }
}

/** UID · unique name of the vendor · names · names of the vendor · version · date and time · type u8 · flags u8 */
function writeInfo(spec: SisxSpec, languages: number): Uint8Array {
  const inEach = (one: string) => Array.from({ length: languages }, () => one)
  return field(
    'info',
    uid(spec.uid),
    text(spec.vendor),
    texts(spec.names ?? inEach(spec.name)),
    texts(inEach(spec.vendor)),
    version(spec.version),
    instant(spec.created ?? '2008-01-31T12:00:00'),
    u8(typeCodes[spec.type ?? 'application']),
    u8(spec.flags ?? 0),
  )
}

/** UID · lowest version and, if any, highest · names */
function writeNeed(need: SisxNeed, languages: number): Uint8Array {
  const { from = { major: 0, minor: 0, build: 0 }, to, name = 'Product' } = need
  return joined([
    uid(need.uid),
    field('version range', version(from), ...(to === undefined ? [] : [version(to)])),
    texts(Array.from({ length: languages }, () => name)),
  ])
}

/**
 * Target · media type · capabilities, if any · hash: algorithm u32 (1 is SHA-1) and blob · operation u32 · options u32 ·
 * length u64 · length without compression u64 · index u32
 */
function writeFile(
  file: SisxFileSpec,
  { packed, index }: { readonly packed: Uint8Array | undefined; readonly index: number },
): Uint8Array {
  const { target, octets, mediaType = '', capabilities: names = [], does = 'install' } = file
  return joined([
    text(target),
    text(mediaType),
    ...(names.length === 0 ? [] : [field('capabilities', u32(bitsOf(names)))]),
    field('hash', u32(1), field('blob', file.hash ?? digestOf(octets, 'sha1'))),
    u32(operations[does]),
    u32(file.options ?? 0),
    u64(packed === undefined ? 0 : packed.length - algorithmBytes),
    u64(packed === undefined ? 0 : octets.length),
    u32(index),
  ])
}

function bitsOf(names: readonly CapabilityName[]): number {
  return capabilities
    .filter(({ name }) => names.includes(name))
    .reduce((bits, { bit }) => bits | (1 << bit), 0)
}
