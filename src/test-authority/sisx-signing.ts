/**
 * Signs SISX packages with the keys of the test authority.
 *
 *     signature and certificate chain: array of signatures · certificate chain: blob of DER, the signer's first
 *     signature: algorithm: object identifier as text · blob
 */
import { acme, acmeBy, issuer } from './authority.ts'
import { signOctets, writeCertificate } from './certificate-writer.ts'
import type { CertificateSpec } from './certificate-writer.ts'
import type { KeyName } from './keys.table.ts'
import { arrayOf, field, joined, text } from './sisx-field-writer.ts'

export interface SisxSigning {
  /** The signer's certificate first; the root may be left out. */
  readonly chain: readonly CertificateSpec[]
  readonly key: KeyName
  /** Object identifier that is stated; none: RSA with SHA-1, which it always is. */
  readonly algorithm?: string
  /** It is over one octet more than there is, as if the package had been changed since. */
  readonly overOthers?: boolean
}

const sha1WithRsa = '1.2.840.113549.1.1.5'

/** @param signed all of the controller that comes before */
export function writeSignatureChain(
  { chain, key, algorithm = sha1WithRsa, overOthers = false }: SisxSigning,
  signed: Uint8Array,
): Uint8Array {
  const signature = joined([
    field('signature algorithm', text(algorithm)),
    field(
      'blob',
      signOctets(overOthers ? joined([signed, Uint8Array.of(0)]) : signed, key, 'sha1'),
    ),
  ])
  return field(
    'signature and certificate chain',
    arrayOf('signature', [signature]),
    field('certificate chain', field('blob', joined(chain.map(writeCertificate)))),
  )
}

/** What conforming servers have their packages signed by. */
export const sisxSignings = {
  'self-signed': {
    key: 'signer',
    chain: [{ ...acme, issuer: acme.subject, signedBy: 'signer' }],
  },
  'symbian-signed': { key: 'signer', chain: [acme, issuer] },
  manufacturer: { key: 'signer', chain: [acmeBy('manufacturer')] },
  /** By an authority that no phone knows. */
  stranger: { key: 'signer', chain: [acmeBy('stranger')] },
} as const satisfies Readonly<Record<string, SisxSigning>>
