/** What a descriptor says of who signed the package, and whether it is so (PKI21, PKG21 attributes). */
import { WireError } from '../errors.ts'
import type { Attribute } from './attributes.ts'
import { attributeValue } from './attributes.ts'
import { decodeBase64 } from './base64.ts'
import { certificateBytesMax, parseCertificate } from './certificate.ts'
import type { Certificate } from './certificate.ts'
import { digestOf, isSameOctets, recoverDigest, rsaBitsMax } from './rsa-signature.ts'

/** What one `MIDlet-Certificate-<n>-<m>` holds. */
export type CertificateEntry = { readonly name: string } & (
  | {
      readonly certificate: Certificate
      readonly problem?: undefined
      readonly limited?: undefined
    }
  | { readonly certificate?: undefined; readonly problem: string; readonly limited: boolean }
)

/** What `MIDlet-Jar-RSA-SHA1` holds. */
export type SignatureEntry =
  | { readonly octets: Uint8Array; readonly problem?: undefined; readonly limited?: undefined }
  | { readonly octets?: undefined; readonly problem: string; readonly limited: boolean }

/** `MIDlet-Certificate-<n>-1`, the signer's, and its issuers up to the first gap. */
export interface CertificatePath {
  readonly n: number
  readonly entries: readonly CertificateEntry[]
}

export interface SignatureClaim {
  readonly signature: SignatureEntry
  readonly paths: readonly CertificatePath[]
  /** Names of certificate attributes that no reader reaches: behind a gap, misnumbered, or over a limit. */
  readonly unread: readonly string[]
  /** A limit of ours that was reached, by name: there are more paths or certificates than are read. */
  readonly limit: string | undefined
}

/**
 * A limit of ours because of which a part of a claim was not read or cannot be verified, by name. It says something of us:
 * what then looks wrong may well be right.
 */
export function limitOf({ limit, paths, signature }: SignatureClaim): string | undefined {
  if (limit !== undefined) return limit
  if (signature.limited) return `${signatureName}: ${signature.problem}`
  for (const { name, limited, problem, certificate } of paths.flatMap(({ entries }) => entries)) {
    if (limited) return `${name}: ${problem}`
    const bits = certificate?.publicKey.rsaBits ?? 0
    if (bits > rsaBitsMax)
      return `${name}: a key of ${bits} bits, at most ${rsaBitsMax} (rsaBitsMax)`
  }
  return undefined
}

const signatureName = 'MIDlet-Jar-RSA-SHA1'
const certificatePrefix = 'MIDlet-Certificate-'

/** Certificates of one path, and paths of one descriptor: real ones have up to four, and up to three. */
const certificatesMax = 16
const pathsMax = 16

/** Base64 of the longest certificate, with room for the blanks of folding. */
const certificateTextMax = certificateBytesMax * 2
/** Base64 of a signature with the longest key has 684 letters. */
const signatureTextMax = 4096

const remembered = new WeakMap<readonly Attribute[], SignatureClaim>()

/**
 * Remembered by identity of `attributes`, which handset and judge read more than once.
 *
 * @returns none for a descriptor that claims no signature: the suite is untrusted, which is no fault (PKI21)
 */
export function readSignatureClaim(attributes: readonly Attribute[]): SignatureClaim | undefined {
  const text = attributeValue(attributes, signatureName)
  if (text === undefined) return undefined
  const claim = remembered.get(attributes) ?? readClaim(attributes, text)
  remembered.set(attributes, claim)
  return claim
}

function readClaim(attributes: readonly Attribute[], text: string): SignatureClaim {
  const values = new Map(
    attributes
      .filter(({ name }) => name.startsWith(certificatePrefix))
      .map(({ name, value }) => [name, value]),
  )
  const paths: CertificatePath[] = []
  let limit: string | undefined
  for (let n = 1; values.has(`${certificatePrefix}${n}-1`); n += 1) {
    if (n > pathsMax) {
      limit = `more than ${pathsMax} certificate paths (pathsMax)`
      break
    }
    const entries = readPath(values, n)
    if (entries.length > certificatesMax) {
      limit ??= `more than ${certificatesMax} certificates in path ${n} (certificatesMax)`
    }
    paths.push({ n, entries: entries.slice(0, certificatesMax) })
  }
  const read = new Set(paths.flatMap(({ entries }) => entries.map(({ name }) => name)))
  return {
    signature: readSignature(text),
    paths,
    unread: [...values.keys()].filter((name) => !read.has(name)),
    limit,
  }
}

function readSignature(text: string): SignatureEntry {
  if (text.length > signatureTextMax) {
    const problem = `${text.length} letters, at most ${signatureTextMax} (signatureTextMax)`
    return { problem, limited: true }
  }
  const octets = decodeBase64(text)
  return octets === undefined ? { problem: 'no Base64', limited: false } : { octets }
}

/** One entry more than are allowed, where there are more. */
function readPath(values: ReadonlyMap<string, string>, n: number): readonly CertificateEntry[] {
  const entries: CertificateEntry[] = []
  for (let m = 1; m <= certificatesMax + 1; m += 1) {
    const name = `${certificatePrefix}${n}-${m}`
    const value = values.get(name)
    if (value === undefined) break
    entries.push(readEntry(name, value))
  }
  return entries
}

function readEntry(name: string, value: string): CertificateEntry {
  if (value.length > certificateTextMax) {
    return {
      name,
      problem: `${value.length} letters, at most ${certificateTextMax} (certificateTextMax)`,
      limited: true,
    }
  }
  const octets = decodeBase64(value)
  if (octets === undefined) return { name, problem: 'no Base64', limited: false }
  if (octets.length > certificateBytesMax) {
    return {
      name,
      problem: `${octets.length} octets, at most ${certificateBytesMax} (certificateBytesMax)`,
      limited: true,
    }
  }
  try {
    return { name, certificate: parseCertificate(octets) }
  } catch (error) {
    if (error instanceof WireError) return { name, problem: error.message, limited: false }
    throw error
  }
}

export interface SignatureFault {
  readonly kind: 'unreadable' | 'wrong' | 'algorithm' | 'mismatch'
  /** Begins with the kind. */
  readonly reason: string
}

/**
 * Is this PKCS#1 v1.5 signature over SHA-1 of the package, by the key of this certificate (PKI21)?
 *
 * @returns what is wrong, or none
 */
export function findSignatureFault(
  { octets, problem }: SignatureEntry,
  jar: Uint8Array,
  { publicKey, subject }: Certificate,
): SignatureFault | undefined {
  if (octets === undefined) return fault('unreadable', `${signatureName}: ${problem}`)
  const signed = recoverDigest(publicKey, octets)
  if (signed === undefined) return fault('wrong', `the key of ${subject.text} did not make it`)
  if (signed.algorithm !== 'sha1') {
    return fault('algorithm', `it signs a digest of ${signed.algorithm}, not of sha1`)
  }
  return isSameOctets(signed.digest, digestOf(jar, 'sha1'))
    ? undefined
    : fault('mismatch', 'it was made over other octets than these')
}

function fault(kind: SignatureFault['kind'], detail: string): SignatureFault {
  return { kind, reason: `signature ${kind}: ${detail}` }
}
