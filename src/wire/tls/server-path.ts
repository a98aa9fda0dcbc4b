/** Which certificate of those that a server sends was issued by which (RFC 5280 6.1.3; signatures of RSA and of ECDSA). */
import { createPublicKey, verify } from 'node:crypto'
import { isSignedBy } from '../certificate-path.ts'
import type { Certificate } from '../certificate.ts'
import { isSameOctets } from '../rsa-signature.ts'

/** Names and signature fit. A signature of a kind that is not known here is believed. */
export function isIssuedBy(certificate: Certificate, issuer: Certificate): boolean {
  if (certificate.issuer.key !== issuer.subject.key) return false
  if (certificate.algorithm.endsWith('WithRSAEncryption')) return isSignedBy(certificate, issuer)
  const digest = ecdsa.get(certificate.algorithm)
  return digest === undefined || isOfCurve(certificate, issuer, digest)
}

export function isSelfIssued({ issuer, subject }: Certificate): boolean {
  return issuer.key === subject.key
}

/** ecdsa-with-SHA1 to ecdsa-with-SHA512 (RFC 5758 3.2). */
const ecdsa: ReadonlyMap<string, string> = new Map([
  ['1.2.840.10045.4.1', 'sha1'],
  ['1.2.840.10045.4.3.2', 'sha256'],
  ['1.2.840.10045.4.3.3', 'sha384'],
  ['1.2.840.10045.4.3.4', 'sha512'],
])

/** Octets that are no key throw. */
function isOfCurve({ signed, signature }: Certificate, issuer: Certificate, digest: string) {
  try {
    const info = Buffer.from(issuer.publicKey.info)
    const key = createPublicKey({ key: info, format: 'der', type: 'spki' })
    return key.asymmetricKeyType === 'ec' && verify(digest, signed, key, signature)
  } catch {
    return false
  }
}

export interface ServerPath {
  /** At a root that was given; at one that was sent and issued itself; at one that nobody issued. */
  readonly end: 'root' | 'self-issued' | 'open'
  /** The server's certificate first. */
  readonly path: readonly Certificate[]
  readonly last: Certificate
}

/**
 * From the certificate of the server as far as it goes, whatever the order in which the others were sent. Who is given as
 * a root is not in the path unless it was sent.
 */
export function findServerPath(
  sent: readonly [Certificate, ...Certificate[]],
  roots: readonly Certificate[],
): ServerPath {
  let [last] = sent
  const path: Certificate[] = [last]
  // Each step takes one that was not there before.
  for (;;) {
    if (isRooted(last, roots)) return { end: 'root', path, last }
    if (isSelfIssued(last)) return { end: 'self-issued', path, last }
    const below = last
    const next = sent.find((one) => !path.includes(one) && isIssuedBy(below, one))
    if (next === undefined) return { end: 'open', path, last }
    path.push(next)
    last = next
  }
}

function isRooted(certificate: Certificate, roots: readonly Certificate[]): boolean {
  return roots.some(
    (root) => isSameOctets(root.octets, certificate.octets) || isIssuedBy(certificate, root),
  )
}
