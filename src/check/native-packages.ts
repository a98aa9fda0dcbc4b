/** Packages for Symbian and Windows Mobile as the target sent them, whatever it said that they are. */
import { WireError } from '../errors.ts'
import type { Exchange, RecordedResponse } from '../trace/events.ts'
import { readCabinet } from '../wire/cab/cab.ts'
import type { Cabinet } from '../wire/cab/cab.ts'
import { readInstallCab } from '../wire/cab/install-cab.ts'
import type { InstallCab } from '../wire/cab/install-cab.ts'
import { detectSis, readSis } from '../wire/sis/sis.ts'
import type { SisPackage } from '../wire/sis/sis.ts'

export type NativeFormat = 'sis' | 'sisx' | 'cab'

export type NativeView =
  | { readonly format: 'sis' | 'sisx'; readonly sis: SisPackage }
  | { readonly format: 'cab'; readonly cabinet: Cabinet; readonly cab: InstallCab }
  /** It begins like a package and is none. */
  | { readonly format: 'broken'; readonly looksLike: NativeFormat; readonly problem: string }

export interface NativePackageEvidence {
  readonly seq: number
  readonly exchange: Exchange
  readonly response: RecordedResponse
  /** The whole package, joined where it came in parts. */
  readonly octets: Uint8Array
  readonly view: NativeView
}

/** By the first octets (`MSCF`; the UIDs of Symbian): labels and names may be wrong. */
export function nativeFormatOf(octets: Uint8Array): NativeFormat | undefined {
  const [m, s, c, f] = octets
  if (m === 0x4d && s === 0x53 && c === 0x43 && f === 0x46) return 'cab'
  const sis = detectSis(octets)
  return sis === 'stub' ? undefined : sis
}

const views = new WeakMap<Uint8Array, NativeView>()

/** Read once, however many checks and traces look at the same octets. */
export function viewNative(octets: Uint8Array, format: NativeFormat): NativeView {
  const known = views.get(octets) ?? read(octets, format)
  views.set(octets, known)
  return known
}

function read(octets: Uint8Array, format: NativeFormat): NativeView {
  try {
    if (format !== 'cab') return { format, sis: readSis(octets) }
    const cabinet = readCabinet(octets)
    return { format, cabinet, cab: readInstallCab(cabinet) }
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    return { format: 'broken', looksLike: format, problem: error.message }
  }
}
