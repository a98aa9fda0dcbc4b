/**
 * The controller of a SISX package, which says everything about it, and whose octets are signed (controller.cpp of
 * Symbian's installer):
 *
 *     info · supported options · supported languages · prerequisites · properties · logo, if any · install block ·
 *     signatures and certificate chains, any number · data index
 */
import { tooDeep } from './sisx-expression.ts'
import type { FieldReader } from './sisx-field.ts'
import { takeFileDescription } from './sisx-file.ts'
import type { SisxFileDescription } from './sisx-file.ts'
import { takeInstallBlock } from './sisx-install-block.ts'
import type { SisxInstallBlock } from './sisx-install-block.ts'
import { takeInstant, takeText, takeTexts, takeUid, takeVersion } from './sisx-leaf.ts'
import type { SisVersion } from './sisx-leaf.ts'
import { takeSignatureChain } from './sisx-signature.ts'
import type { SisxSignatureChain } from './sisx-signature.ts'

export interface SisDependency {
  readonly uid: number
  /** Lowest and highest version that will do; no highest: any later one. */
  readonly from: SisVersion
  readonly to: SisVersion | undefined
  /** In the order of the package's languages. */
  readonly names: readonly string[]
}

export interface SisxController {
  readonly uid: number
  /** The same in every language; part of who may upgrade. */
  readonly vendor: string
  /** In the order of `languages`. */
  readonly names: readonly string[]
  readonly vendorNames: readonly string[]
  readonly version: SisVersion
  /** `2009-09-17T12:49:38`, in no time zone that the package would state. */
  readonly created: string
  /** None: a number that no document names, which is `typeCode`. */
  readonly type: SisxType | undefined
  readonly typeCode: number
  readonly flags: SisxFlags
  /** What the user may choose to install, each in every language. */
  readonly options: readonly (readonly string[])[]
  /** Numbers of Symbian's `TLanguage`: 1 is the English of Britain. */
  readonly languages: readonly number[]
  /** One of these products has to be the phone. */
  readonly targets: readonly SisDependency[]
  /** All of these components have to be on it. */
  readonly dependencies: readonly SisDependency[]
  readonly properties: readonly { readonly key: number; readonly value: number }[]
  readonly logo: SisxFileDescription | undefined
  readonly block: SisxInstallBlock<SisxController>
  /** Each signs all that comes before it. */
  readonly signatures: readonly SisxSignatureChain[]
  /** Which data unit of the package holds its files. */
  readonly dataIndex: number
}

/** Types of packages by their number (`TInstallType` of sisfieldtypes.h; SA, SP, PU, PA and PP of package scripts). */
const types = [
  'application',
  'augmentation',
  'partial-upgrade',
  'preinstalled',
  'preinstalled-patch',
] as const

export type SisxType = (typeof types)[number]

export interface SisxFlags {
  readonly closesApplications: boolean
  readonly removable: boolean
  readonly romUpgrade: boolean
  readonly hidden: boolean
}

/** @throws WireError `sis/field`, `sis/too-deep` or `sis/too-many-fields` */
export function readController(field: FieldReader, depth = 0): SisxController {
  const { embeddedDepthMax } = field.reading.limits
  if (depth > embeddedDepthMax) throw tooDeep(field, 'packages', { embeddedDepthMax })
  const info = readInfo(field.take('info'))
  const options = field
    .take('supported options')
    .list('supported option', (option) => takeTexts(option))
  const languages = field
    .take('supported languages')
    .leaves('language', (language) => language.u16(), String)
  const prerequisites = field.take('prerequisites')
  const targets = prerequisites.list('dependency', readDependency)
  const dependencies = prerequisites.list('dependency', readDependency)
  const properties = field.take('properties').list('property', readProperty)
  const logo = field.takeIf('logo')
  return {
    ...info,
    options,
    languages,
    targets,
    dependencies,
    properties,
    logo: logo === undefined ? undefined : takeFileDescription(logo.take('file description')),
    block: takeInstallBlock(field, (embedded) => readController(embedded, depth + 1)),
    signatures: takeSignatures(field),
    dataIndex: field.leaf('data index', (index) => index.u32(), String),
  }
}

type Info = Pick<
  SisxController,
  'uid' | 'vendor' | 'names' | 'vendorNames' | 'version' | 'created' | 'type' | 'typeCode' | 'flags'
>

/** UID · unique name of the vendor · names · names of the vendor · version · date and time · type u8 · flags u8 */
function readInfo(info: FieldReader): Info {
  const uid = takeUid(info)
  const vendor = takeText(info)
  const names = takeTexts(info)
  const vendorNames = takeTexts(info)
  const version = takeVersion(info)
  const created = takeInstant(info)
  const typeCode = info.u8('Type of installation')
  const flags = info.u8('Flags')
  return {
    uid,
    vendor,
    names,
    vendorNames,
    version,
    created,
    type: types[typeCode],
    typeCode,
    flags: {
      closesApplications: (flags & 1) !== 0,
      removable: (flags & 2) === 0,
      romUpgrade: (flags & 4) !== 0,
      hidden: (flags & 8) !== 0,
    },
  }
}

function readDependency(field: FieldReader): SisDependency {
  const uid = takeUid(field)
  const range = field.take('version range')
  const from = takeVersion(range)
  const to = range.nextIs('version') ? takeVersion(range) : undefined
  return { uid, from, to, names: takeTexts(field) }
}

function readProperty(field: FieldReader) {
  return { key: field.i32('Key'), value: field.i32('Value') }
}

function takeSignatures(field: FieldReader): readonly SisxSignatureChain[] {
  const chains: SisxSignatureChain[] = []
  // Each takes fields of the reading, whose number has a limit.
  while (field.nextIs('signature and certificate chain')) chains.push(takeSignatureChain(field))
  return chains
}
