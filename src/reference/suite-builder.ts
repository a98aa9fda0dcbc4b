/** Builds MIDlet suites that a phone can load: same spec, same octets, on every machine. */
import { zipSync } from 'fflate'
import { formatManifest } from '../wire/manifest.ts'
import { writeClass } from './class-writer.ts'
import { drawIcon } from './icon.ts'
import type { ClassSpec } from './class-writer.ts'

type Pair = readonly [name: string, value: string]

export interface MidletSpec {
  readonly name: string
  /** Absolute path in the package, `/icon.png`. */
  readonly icon?: string
  /** With dots: `acme.Demo`. */
  readonly className: string
  /** More classes that its class names, e.g. `javax.microedition.media.Manager`. */
  readonly references?: readonly string[]
}

export interface SuiteSpec {
  readonly name: string
  readonly vendor: string
  readonly version: string
  readonly midlets: readonly MidletSpec[]
  /** `MicroEdition-Profile`, e.g. `MIDP-2.0`. */
  readonly profile: string
  /** `MicroEdition-Configuration`, e.g. `CLDC-1.1`. */
  readonly configuration: string
  /** Values of `MIDlet-Push-1`, `MIDlet-Push-2` …. */
  readonly push?: readonly string[]
  /** More manifest attributes, after the suite's own. */
  readonly attributes?: readonly Pair[]
  /** Length of a resource that cannot be compressed; every octet of it makes the package one octet longer. */
  readonly paddingBytes?: number
  /** Changes the manifest before it is written, to break it. */
  readonly manifest?: (attributes: readonly Pair[]) => readonly Pair[]
  /** Changes what goes into the package before it is packed, to break it. */
  readonly entries?: (entries: readonly SuiteEntry[]) => readonly SuiteEntry[]
}

export interface SuiteEntry {
  /** Without a leading slash: `acme/Demo.class`. One entry a path: a later one replaces an earlier one. */
  readonly path: string
  readonly octets: Uint8Array
  /** Not compressed. */
  readonly stored?: boolean
}

export interface Suite {
  readonly jar: Uint8Array
  /** The manifest's main section as written. */
  readonly manifest: readonly Pair[]
}

export const paddingPath = 'padding.bin'

/** Longest padding: enough to go past every phone's limit. */
const paddingBytesMax = 8 * 1024 * 1024

/**
 * @example
 * buildSuite({
 *   name: 'Demo', vendor: 'Acme', version: '1.0.0', profile: 'MIDP-2.0', configuration: 'CLDC-1.1',
 *   midlets: [{ name: 'Demo', icon: '/icon.png', className: 'acme.Demo' }],
 * }).jar
 */
export function buildSuite(spec: SuiteSpec): Suite {
  const attributes = manifestAttributes(spec)
  const manifest = spec.manifest?.(attributes) ?? attributes
  const entries: readonly SuiteEntry[] = [
    { path: 'META-INF/MANIFEST.MF', octets: formatManifest(manifest) },
    ...spec.midlets.map(({ className, references }) => ({
      path: `${className.replaceAll('.', '/')}.class`,
      octets: writeClass(midletClass(className, references ?? [])),
    })),
    ...iconPaths(spec).map((path) => ({ path, octets: drawIcon() })),
    ...paddingEntries(spec),
  ]
  return { jar: pack(spec.entries?.(entries) ?? entries), manifest }
}

/** The same suite, padded until its package has exactly `jarBytes` octets. */
export function buildSuiteOfSize(spec: SuiteSpec, jarBytes: number): Suite {
  const least = buildSuite({ ...spec, paddingBytes: 0 }).jar.length
  if (jarBytes < least) {
    throw new RangeError(`Unexpected size of ${jarBytes} octets, expected at least ${least}`)
  }
  return buildSuite({ ...spec, paddingBytes: jarBytes - least })
}

function manifestAttributes(spec: SuiteSpec): readonly Pair[] {
  return [
    ['Manifest-Version', '1.0'],
    ['MIDlet-Name', spec.name],
    ['MIDlet-Version', spec.version],
    ['MIDlet-Vendor', spec.vendor],
    ...spec.midlets.map(({ name, icon, className }, index): Pair => [
      `MIDlet-${index + 1}`,
      `${name}, ${icon ?? ''}, ${className}`,
    ]),
    ['MicroEdition-Profile', spec.profile],
    ['MicroEdition-Configuration', spec.configuration],
    ...(spec.push ?? []).map((value, index): Pair => [`MIDlet-Push-${index + 1}`, value]),
    ...(spec.attributes ?? []),
  ]
}

/** MIDP's life cycle: a public constructor without parameters and the three methods a phone calls (MIDP 2.0 `MIDlet`). */
function midletClass(name: string, references: readonly string[]): ClassSpec {
  return {
    name,
    superName: 'javax.microedition.midlet.MIDlet',
    references,
    methods: [
      { name: '<init>', descriptor: '()V', access: 'public', code: 'call-super-constructor' },
      { name: 'startApp', descriptor: '()V', access: 'protected' },
      { name: 'pauseApp', descriptor: '()V', access: 'protected' },
      { name: 'destroyApp', descriptor: '(Z)V', access: 'protected' },
    ],
  }
}

function iconPaths(spec: SuiteSpec): readonly string[] {
  return [...new Set(spec.midlets.flatMap(({ icon }) => icon?.replace(/^\//, '') ?? []))]
}

function paddingEntries(spec: SuiteSpec): readonly SuiteEntry[] {
  if (spec.paddingBytes === undefined) return []
  if (spec.paddingBytes > paddingBytesMax) {
    const found = `Unexpected padding of ${spec.paddingBytes} octets`
    throw new RangeError(`${found}, expected at most ${paddingBytesMax} (paddingBytesMax)`)
  }
  return [{ path: paddingPath, octets: scatteredOctets(spec.paddingBytes), stored: true }]
}

/** Xorshift (Marsaglia 2003) from a fixed seed: looks random to DEFLATE, is the same everywhere. */
function scatteredOctets(count: number): Uint8Array {
  let state = 0x2545f491
  return Uint8Array.from({ length: count }, () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state & 0xff
  })
}

/** A time without zone is local time on both sides, so it is the same DOS time everywhere. */
const packedAt = '2006-01-01T00:00:00'

function pack(entries: readonly SuiteEntry[]): Uint8Array {
  return zipSync(
    Object.fromEntries(
      entries.map(({ path, octets, stored }) => [
        path,
        [octets, { level: stored === true ? 0 : 9, mtime: packedAt }] as const,
      ]),
    ),
  )
}
