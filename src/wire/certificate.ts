/**
 * X.509 certificates as far as a phone has to understand them (CERT21; RFC 5280 4.1): version 3, and version 1 as a
 * version 3 without extensions. Whatever the octets are, there is a certificate or a `WireError` with an offset.
 */
import { WireError } from '../errors.ts'
import { noExtensions, readExtensions } from './certificate-extensions.ts'
import type { Extensions } from './certificate-extensions.ts'
import { DerReader, derTag, readBitOctets, readOid, readTime, readUnsigned } from './der.ts'
import type { DerElement } from './der.ts'
import { readName } from './distinguished-name.ts'
import type { DistinguishedName } from './distinguished-name.ts'

export interface PublicKey {
  /** Of the modulus; none where the key is not one of RSA. */
  readonly rsaBits: number | undefined
  /** SubjectPublicKeyInfo as it stands in the certificate. */
  readonly info: Uint8Array
}

export interface Certificate extends Extensions {
  /** All of it, as received. */
  readonly octets: Uint8Array
  readonly version: 1 | 2 | 3
  /** In hexadecimal digits. */
  readonly serialNumber: string
  readonly issuer: DistinguishedName
  readonly subject: DistinguishedName
  /** Milliseconds since 1970; the certificate is valid on both of them and between. */
  readonly notBefore: number
  readonly notAfter: number
  readonly publicKey: PublicKey
  /** `sha1WithRSAEncryption`, or the object identifier of one that has no name here. */
  readonly algorithm: string
  /** What the issuer signed. */
  readonly signed: Uint8Array
  readonly signature: Uint8Array
}

/** Octets of one certificate that are read. Devices take at least 1,500 (CERT21). */
export const certificateBytesMax = 16_384

const algorithms: ReadonlyMap<string, string> = new Map([
  ['1.2.840.10040.4.3', 'dsaWithSHA1'],
  ['1.2.840.113549.1.1.2', 'md2WithRSAEncryption'],
  ['1.2.840.113549.1.1.4', 'md5WithRSAEncryption'],
  ['1.2.840.113549.1.1.5', 'sha1WithRSAEncryption'],
  ['1.2.840.113549.1.1.11', 'sha256WithRSAEncryption'],
  ['1.2.840.113549.1.1.12', 'sha384WithRSAEncryption'],
  ['1.2.840.113549.1.1.13', 'sha512WithRSAEncryption'],
])

const explicit = { version: 0xa0, issuerId: 0x81, subjectId: 0x82, extensions: 0xa3 } as const

/**
 * @example parseCertificate(octets).subject.text // 'CN=Acme, O=Acme Ltd'
 * @throws WireError `wire/der` or `wire/certificate`
 */
export function parseCertificate(octets: Uint8Array): Certificate {
  if (octets.length > certificateBytesMax) {
    throw notCertificate(
      `a certificate of ${octets.length} octets`,
      `at most ${certificateBytesMax} (certificateBytesMax)`,
      certificateBytesMax,
    )
  }
  const outer = new DerReader(octets)
  const parts = DerReader.of(outer.take(derTag.sequence, 'a certificate'))
  outer.end('the certificate')
  const body = parts.take(derTag.sequence, 'the signed part')
  const algorithm = parts.take(derTag.sequence, 'an algorithm')
  const signature = readBitOctets(parts.take(derTag.bitString, 'a signature'))
  parts.end('the certificate')
  return {
    octets,
    ...readBody(body, algorithm),
    algorithm: readAlgorithm(algorithm),
    signed: body.whole,
    signature,
  }
}

type Body = Omit<Certificate, 'octets' | 'algorithm' | 'signed' | 'signature'>

function readBody(element: DerElement, algorithm: DerElement): Body {
  const body = DerReader.of(element)
  const version = readVersion(body)
  const serialNumber = hex(body.take(derTag.integer, 'a serial number').content)
  const inner = body.take(derTag.sequence, 'an algorithm')
  if (hex(inner.whole) !== hex(algorithm.whole)) {
    throw notCertificate('two algorithms in one certificate', 'the same twice', inner.offset)
  }
  const issuer = readName(body.take(derTag.sequence, 'an issuer'))
  const validity = DerReader.of(body.take(derTag.sequence, 'a validity'))
  const notBefore = readTime(validity)
  const notAfter = readTime(validity)
  validity.end('the validity')
  const subject = readName(body.take(derTag.sequence, 'a subject'))
  const publicKey = readPublicKey(body.take(derTag.sequence, 'a public key'))
  body.takeIf(explicit.issuerId)
  body.takeIf(explicit.subjectId)
  const extensions = body.takeIf(explicit.extensions)
  body.end('the signed part')
  if (extensions !== undefined && version !== 3) {
    throw notCertificate(`extensions in version ${version}`, 'version 3', extensions.offset)
  }
  return {
    version,
    serialNumber,
    issuer,
    subject,
    notBefore,
    notAfter,
    publicKey,
    ...(extensions === undefined ? noExtensions : readExtensions(extensions)),
  }
}

function readVersion(body: DerReader): Certificate['version'] {
  const wrapped = body.takeIf(explicit.version)
  if (wrapped === undefined) return 1
  const [number] = readUnsigned(DerReader.of(wrapped).take(derTag.integer, 'a version'))
  if (number === 1) return 2
  if (number === 2) return 3
  throw notCertificate(`version field ${number}`, '1 or 2', wrapped.offset)
}

function readAlgorithm(element: DerElement): string {
  const oid = readOid(DerReader.of(element).take(derTag.oid, 'an algorithm'))
  return algorithms.get(oid) ?? oid
}

const rsaEncryption = '1.2.840.113549.1.1.1'

function readPublicKey(element: DerElement): PublicKey {
  const reader = DerReader.of(element)
  const algorithm = reader.take(derTag.sequence, 'an algorithm')
  const key = reader.take(derTag.bitString, 'a public key')
  reader.end('the public key')
  const oid = readOid(DerReader.of(algorithm).take(derTag.oid, 'an algorithm'))
  if (oid !== rsaEncryption) return { rsaBits: undefined, info: element.whole }
  const pair = new DerReader(readBitOctets(key), key.offset + 1)
  const numbers = DerReader.of(pair.take(derTag.sequence, 'an RSA key'))
  pair.end('the RSA key')
  const modulus = readUnsigned(numbers.take(derTag.integer, 'a modulus'))
  readUnsigned(numbers.take(derTag.integer, 'an exponent'))
  numbers.end('the RSA key')
  return { rsaBits: countBits(modulus), info: element.whole }
}

function countBits(octets: Uint8Array): number {
  return octets.length * 8 - Math.clz32(octets[0] ?? 0) + 24
}

function hex(octets: Uint8Array): string {
  return Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength).toString('hex')
}

function notCertificate(found: string, expected: string, offset: number): WireError {
  return new WireError('wire/certificate', `Unexpected ${found}, expected ${expected}`, offset)
}
