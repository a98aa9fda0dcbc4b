/** The certificates of a SISX signature: where they lead, and what they limit it to. */
import { WireError } from '../../errors.ts'
import { isSignedBy } from '../certificate-path.ts'
import { parseCertificate } from '../certificate.ts'
import type { Certificate } from '../certificate.ts'
import { DerReader } from '../der.ts'
import { isDsaSigned } from '../dsa-signature.ts'
import { isSameOctets } from '../rsa-signature.ts'
import type { SisxSignatureChain } from './sisx-signature.ts'

/** Certificates of one chain that are read; real chains have up to four. */
export const chainCertificatesMax = 16

export interface SisCertificates {
  /** The signer's first; those before one that cannot be read. */
  readonly certificates: readonly Certificate[]
  /** Why the rest cannot be read; none where all can. */
  readonly problem: string | undefined
}

export function readSisCertificates(chain: SisxSignatureChain): SisCertificates {
  const certificates: Certificate[] = []
  const reader = new DerReader(chain.certificates)
  try {
    while (!reader.atEnd) {
      if (certificates.length === chainCertificatesMax) {
        const expected = `at most ${chainCertificatesMax} (chainCertificatesMax)`
        throw reader.refuse('one more certificate', expected)
      }
      certificates.push(parseCertificate(reader.next().whole))
    }
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    return { certificates, problem: error.message }
  }
  return { certificates, problem: undefined }
}

/**
 * Where a chain ends (securitymanager.cpp of Symbian's installer, certificatechain validation):
 * - `root`: at a root of the phone
 * - `self-signed`: one certificate that its own key signed, and no root of the phone
 * - `unknown`: well formed, but not at a root of the phone
 * - `broken`: a certificate was not issued by the next one
 * - `none`: there is no certificate that can be read
 */
export type SisAnchor<Root> =
  | { readonly kind: 'root'; readonly root: Root }
  | { readonly kind: 'self-signed' | 'unknown' | 'none' }
  | { readonly kind: 'broken'; readonly detail: string }

/** Dates are not looked at; see {@link findOutdated}. */
export function findAnchor<Root extends { readonly certificate: Certificate }>(
  certificates: readonly Certificate[],
  roots: readonly Root[],
): SisAnchor<Root> {
  const last = certificates.at(-1)
  if (last === undefined) return { kind: 'none' }
  const link = certificates.findIndex((certificate, index) => {
    const issuer = certificates[index + 1]
    return issuer !== undefined && !isIssuedBy(certificate, issuer)
  })
  if (link !== -1) {
    const [one, other] = [certificates[link], certificates[link + 1]]
    const detail = `${other?.subject.text} did not issue ${one?.subject.text}`
    return { kind: 'broken', detail }
  }
  const root = roots.find(
    ({ certificate }) =>
      isSameOctets(certificate.octets, last.octets) || isIssuedBy(last, certificate),
  )
  if (root !== undefined) return { kind: 'root', root }
  return { kind: certificates.length === 1 && isIssuedBy(last, last) ? 'self-signed' : 'unknown' }
}

function isIssuedBy(certificate: Certificate, issuer: Certificate): boolean {
  if (certificate.issuer.key !== issuer.subject.key) return false
  return certificate.algorithm === 'dsaWithSHA1'
    ? isDsaSigned(issuer.publicKey, certificate.signed, certificate.signature)
    : isSignedBy(certificate, issuer)
}

export interface OutdatedCertificate {
  readonly kind: 'expired' | 'not-yet-valid'
  readonly certificate: Certificate
}

/** The first certificate, from the signer's on, that is not valid at that instant. @param at milliseconds since 1970 */
export function findOutdated(
  certificates: readonly Certificate[],
  at: number,
): OutdatedCertificate | undefined {
  for (const certificate of certificates) {
    if (at < certificate.notBefore) return { kind: 'not-yet-valid', certificate }
    if (at > certificate.notAfter) return { kind: 'expired', certificate }
  }
  return undefined
}
