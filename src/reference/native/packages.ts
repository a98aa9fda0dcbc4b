/** The client that the reference offers to phones for native packages: one build for each kind of phone, packed when it is asked for. */
import { acme, issuer } from '../../test-authority/authority.ts'
import { sisxSignings } from '../../test-authority/sisx-signing.ts'
import { writeExecutable } from '../cab/executable-writer.ts'
import type { InstallCabSpec } from '../cab/install-cab-spec.ts'
import { writeInstallCab } from '../cab/install-cab-writer.ts'
import { buildLegacySis } from '../sis/legacy-sis-writer.ts'
import type { LegacySisSpec } from '../sis/legacy-sis-writer.ts'
import type { SisxSpec } from '../sis/sisx-controller-writer.ts'
import { buildSisx } from '../sis/sisx-writer.ts'

/** What a package is for: Symbian OS up to 8, since 9, and the two kinds of Windows Mobile. */
export const nativeKinds = ['sis', 'sisx', 'pocket-pc', 'smartphone'] as const
export type NativeKind = (typeof nativeKinds)[number]

export interface ClientRelease {
  readonly major: number
  readonly minor: number
  readonly build: number
}

/** Everything that a fault may change before the package is made. */
export interface ClientSpecs {
  readonly sis: LegacySisSpec
  readonly sisx: SisxSpec
  readonly 'pocket-pc': InstallCabSpec
  readonly smartphone: InstallCabSpec
}

export const clientName = 'Acme Client'
const vendor = 'Acme'

/** In the ranges for software that is not signed: legacy addresses moved over, and self-signed. */
export const clientUids = { sis: 0x10005d1a, sisx: 0xa0005d1a } as const

/** Platforms that a build for all of S60 names, and UIQ (Forum Nokia FAQ-1045). */
const s60Before9 = [0x101f6f88, 0x101f7960, 0x101f9115, 0x10200bab, 0x102032bd]
const uiq2 = 0x101f617b
const since9 = [0x101f7961, 0x1028315f, 0x20022e6d, 0x101f6300]

const strongArm = 0x1c0

/** A text that is refused ends the installation: TA of older packages, TEXTABORT of later ones. */
const abortsLegacy = 2
const aborts = 0x800

/** Octets that no compression makes fewer, the same each time. */
export function incompressible(length: number): Uint8Array {
  let state = length
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state >>> 24
  })
}

export function specsOf(release: ClientRelease): ClientSpecs {
  // A little more in each version, so that no part of one fits another.
  const more = 16 * release.minor
  const app = incompressible(12_000 + more)
  const program = writeExecutable({ machine: strongArm, body: incompressible(9000 + more) })
  const cab: Omit<InstallCabSpec, 'withSetup'> = {
    name: clientName,
    provider: vendor,
    architecture: 0,
    versionMin: '4.20',
    versionMax: '6.99',
    buildMin: 0,
    buildMax: 0xe0000000,
    installFolder: '%CE1%\\Acme Client',
    files: [{ name: 'client.exe', octets: program }],
    compression: 'stored',
  }
  return {
    sis: {
      uid: clientUids.sis,
      name: clientName,
      version: release,
      requisites: [...s60Before9, uiq2].map((uid) => ({ uid })),
      files: [{ target: '!:\\system\\apps\\client\\client.app', octets: app }],
    },
    sisx: {
      uid: clientUids.sisx,
      name: clientName,
      vendor,
      version: release,
      targets: since9.map((uid) => ({ uid })),
      files: [
        {
          target: '!:\\sys\\bin\\client.exe',
          octets: app,
          capabilities: ['NetworkServices', 'ReadUserData'],
        },
      ],
      signings: [sisxSignings['self-signed']],
    },
    'pocket-pc': { ...cab, unsupportedPlatforms: ['Smartphone'], withSetup: true },
    smartphone: { ...cab, unsupportedPlatforms: ['POCKETPC'], withSetup: true },
  }
}

/**
 * The same for phones that take signed packages alone: by signers whom they know, and with a capability that takes one. The
 * cabinets state their whole length, so that Pocket PC 2003 takes them too.
 */
export function signedSpecs(specs: ClientSpecs): ClientSpecs {
  const signing = { path: [acme, issuer], key: 'signer', statesWholeLength: true } as const
  return {
    ...specs,
    sisx: {
      ...specs.sisx,
      files: specs.sisx.files.map((file) => ({
        ...file,
        capabilities: [...(file.capabilities ?? []), 'ReadDeviceData'],
      })),
      signings: [sisxSignings['symbian-signed']],
    },
    'pocket-pc': { ...specs['pocket-pc'], signing },
    smartphone: { ...specs.smartphone, signing },
  }
}

/** Numbers of `TLanguage`; what is asked about a language is which of these. */
const [french, german] = [2, 3]
/** On no phone, and among the packages of nobody. */
const missingUid = 0xa0005d1b
const licence = new TextEncoder().encode('Use it as you like.\r\n')

/** The same for phones of Symbian, with more to ask: a language, a choice, a text, and a component that no phone has. */
export function askingSpecs(specs: ClientSpecs): ClientSpecs {
  const languages = [french, german]
  const needs = [{ uid: missingUid, name: 'Acme Maps' }]
  const { sis, sisx } = specs
  const target = 'licence.txt'
  return {
    ...specs,
    sis: {
      ...sis,
      languages,
      requisites: [...(sis.requisites ?? []), ...needs],
      files: [...sis.files, { target, octets: licence, does: 'text', details: abortsLegacy }],
    },
    sisx: {
      ...sisx,
      languages,
      choices: ['Maps of cities'],
      dependencies: needs,
      files: [...sisx.files, { target, octets: licence, does: 'text', options: aborts }],
    },
  }
}

export function packClient(kind: NativeKind, specs: ClientSpecs): Uint8Array {
  switch (kind) {
    case 'sis':
      return buildLegacySis(specs.sis)
    case 'sisx':
      return buildSisx(specs.sisx)
    case 'pocket-pc':
    case 'smartphone':
      return writeInstallCab(specs[kind])
    default:
      return kind satisfies never
  }
}

/** What each kind is sent as; names end as shells and recognisers want them. */
export const labels: Readonly<
  Record<NativeKind, { readonly type: string; readonly name: string }>
> = {
  sis: { type: 'application/vnd.symbian.install', name: 'client.sis' },
  sisx: { type: 'x-epoc/x-sisx-app', name: 'client.sisx' },
  'pocket-pc': { type: 'application/vnd.ms-cab-compressed', name: 'client.cab' },
  smartphone: { type: 'application/vnd.ms-cab-compressed', name: 'client.cab' },
}
