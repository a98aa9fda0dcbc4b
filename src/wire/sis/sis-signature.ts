/**
 * Whether the signatures of a SISX package are over its controller (securitymanager.cpp of Symbian's installer). Whether one
 * believes who signed is another matter; see sis-certificates.ts.
 */
import { WireError } from '../../errors.ts'
import type { Certificate } from '../certificate.ts'
import { DerReader, derTag } from '../der.ts'
import { isDsaSigned } from '../dsa-signature.ts'
import { digestOf, isSameOctets, recoverDigest } from '../rsa-signature.ts'
import { readSisCertificates } from './sis-certificates.ts'
import type { SisxSignature, SisxSignatureChain } from './sisx-signature.ts'

export type SisSignatureVerdict =
  | 'good'
  /** It is not over these octets, or not by that key. */
  | 'wrong'
  /** An algorithm that no phone knows (sisinstallerrors.h, -10251). */
  | 'unknown-scheme'
  | 'no-certificate'

/** @returns of each signature of the chain, in their order, what it is; the key is that of the first certificate */
export function checkSignatures(chain: SisxSignatureChain): readonly SisSignatureVerdict[] {
  const [signer] = readSisCertificates(chain).certificates
  return chain.signatures.map((signature) =>
    signer === undefined ? 'no-certificate' : checkSignature(signature, signer, chain.signed),
  )
}

type Check = (signature: Uint8Array, signer: Certificate, signed: Uint8Array) => boolean

/** The two schemes that Symbian's installer knows, both with SHA-1. */
const schemes: ReadonlyMap<string, Check> = new Map([
  ['1.2.840.113549.1.1.5', isRsaSigned],
  [
    '1.2.840.10040.4.3',
    (signature, { publicKey }, signed) => isDsaSigned(publicKey, signed, withoutPadding(signature)),
  ],
])

function checkSignature(
  { algorithm, octets }: SisxSignature,
  signer: Certificate,
  signed: Uint8Array,
): SisSignatureVerdict {
  const isSigned = schemes.get(algorithm)
  if (isSigned === undefined) return 'unknown-scheme'
  return isSigned(octets, signer, signed) ? 'good' : 'wrong'
}

function isRsaSigned(
  signature: Uint8Array,
  { publicKey }: Certificate,
  signed: Uint8Array,
): boolean {
  const recovered = recoverDigest(publicKey, signature)
  return recovered?.algorithm === 'sha1' && isSameOctets(recovered.digest, digestOf(signed, 'sha1'))
}

/** Signatures of DSA are kept in 48 octets: their DER, and up to three octets behind it. */
function withoutPadding(signature: Uint8Array): Uint8Array {
  try {
    return new DerReader(signature).take(derTag.sequence, 'a signature').whole
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    return signature
  }
}
