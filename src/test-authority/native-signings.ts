/** How native packages are signed: by those whom phones know, by nobody of whom they know, or with one defect. */
import { acme, acmeBy, issuer } from './authority.ts'
import { signCabinet } from './cabinet-signing.ts'
import type { CertificateSpec } from './certificate-writer.ts'
import { sequence, utf8 } from './der-writer.ts'
import type { KeyName } from './keys.table.ts'
import type { SisxSigning } from './sisx-signing.ts'

export interface NativeSigning {
  /** The signer's certificate first. */
  readonly path: readonly [CertificateSpec, ...CertificateSpec[]]
  readonly key: KeyName
  /** The package is changed once it is signed. */
  readonly changedSince?: true
  /** Object identifier of the algorithm that a SISX package states. */
  readonly algorithm?: string
}

const year2005 = { notBefore: '2004-01-01T00:00:00Z', notAfter: '2005-01-01T00:00:00Z' } as const
const year2040 = { notBefore: '2040-01-01T00:00:00Z', notAfter: '2041-01-01T00:00:00Z' } as const

const selfSigned: CertificateSpec = { ...acme, issuer: acme.subject, signedBy: 'signer' }
const known = { path: [acme, issuer], key: 'signer' } as const

export const nativeSignings = {
  'known signer': known,
  manufacturer: { key: 'signer', path: [acmeBy('manufacturer')] },
  'self-signed': { key: 'signer', path: [selfSigned] },
  'unknown root': { key: 'signer', path: [acmeBy('stranger')] },
  expired: { ...known, path: [{ ...acme, ...year2005 }, issuer] },
  'issuer expired': { ...known, path: [acme, { ...issuer, ...year2005 }] },
  'not yet valid': { ...known, path: [{ ...acme, ...year2040 }, issuer] },
  'expired and self-signed': { key: 'signer', path: [{ ...selfSigned, ...year2005 }] },
  'broken chain': { ...known, path: [{ ...acme, signedBy: 'other' }, issuer] },
  'another key': { ...known, key: 'other' },
  'changed since': { ...known, changedSince: true },
  // ECDSA with SHA-256 (RFC 5758).
  'unknown algorithm': { ...known, algorithm: '1.2.840.10045.4.3.2' },
} as const satisfies Readonly<Record<string, NativeSigning>>

/** List of phones in certificates of developers (x509certext.h of Symbian). */
const devices = '1.2.826.0.1.1796587.1.1.1.1'

/** By a developer, for the phones of these IMEIs alone. */
export function developerSigning(...imeis: readonly string[]): NativeSigning {
  const extensions = { [devices]: sequence(...imeis.map(utf8)) }
  return { ...known, path: [{ ...acme, extensions }, issuer] }
}

export function sisxSigningOf({ path, key, changedSince, algorithm }: NativeSigning): SisxSigning {
  return {
    chain: path,
    key,
    ...(changedSince === undefined ? {} : { overOthers: true }),
    ...(algorithm === undefined ? {} : { algorithm }),
  }
}

/** Number of the cabinet within a set, which nobody looks at and every signature covers. */
const setAt = 32

/** @param cabinet with the octets in its header that a signature needs */
export function signCabinetBy(
  cabinet: Uint8Array,
  { path, key, changedSince }: NativeSigning,
): Uint8Array {
  const signed = signCabinet(cabinet, { path, key, statesWholeLength: true })
  return changedSince === undefined
    ? signed
    : signed.map((octet, at) => (at === setAt ? octet ^ 1 : octet))
}
