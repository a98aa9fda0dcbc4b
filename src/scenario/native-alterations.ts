/** What a gateway does to native packages on their way: it signs them anew. What they install stays as it was. */
import { WireError } from '../errors.ts'
import { phoneImei } from '../handset/trust.ts'
import { resignCabinet } from '../test-authority/cabinet-resigning.ts'
import {
  developerSigning,
  nativeSignings,
  sisxSigningOf,
} from '../test-authority/native-signings.ts'
import type { NativeSigning } from '../test-authority/native-signings.ts'
import { resignSisx } from '../test-authority/sisx-resigning.ts'
import { detectSis } from '../wire/sis/sis.ts'

const signings: ReadonlyMap<string, NativeSigning | undefined> = new Map<
  string,
  NativeSigning | undefined
>([
  ...Object.entries(nativeSignings),
  ['developer', developerSigning(phoneImei)],
  ['developer of another phone', developerSigning('004400152020018')],
  ['nobody', undefined],
])

/** Who may sign native packages, and what may be wrong with it. */
export const nativeSigners: readonly string[] = [...signings.keys()]

/** @returns what is no SISX package and no cabinet, or cannot be read, as it is */
export function signAnew(octets: Uint8Array, signer: string): Uint8Array {
  const signing = signings.get(signer)
  try {
    if (detectSis(octets) === 'sisx') {
      return resignSisx(octets, signing === undefined ? [] : [sisxSigningOf(signing)])
    }
    return isCabinet(octets) ? resignCabinet(octets, signing) : octets
  } catch (error) {
    if (error instanceof WireError) return octets
    throw error
  }
}

/** `MSCF` */
function isCabinet([m, s, c, f]: Uint8Array): boolean {
  return m === 0x4d && s === 0x53 && c === 0x43 && f === 0x46
}
