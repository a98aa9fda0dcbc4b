/**
 * PKCS#7 SignedData (RFC 2315 9) with its content inside, as far as a device has to understand it: who signed, with which
 * digest, and whether the signature holds over the content.
 */
import { WireError } from '../errors.ts'
import { parseCertificate } from './certificate.ts'
import type { Certificate } from './certificate.ts'
import { DerReader, derTag, readOid, readTime } from './der.ts'
import type { DerElement } from './der.ts'
import { readName } from './distinguished-name.ts'
import { digestNamed, digestOf, isSameOctets, recoverDigest } from './rsa-signature.ts'
import type { DigestName } from './rsa-signature.ts'

export interface SignedData {
  /** Object identifier of what the content is. */
  readonly contentType: string
  readonly content: DerElement
  /** All that can be read, in the order of the message. */
  readonly certificates: readonly Certificate[]
  /** Certificates that cannot be read. */
  readonly unreadCertificates: number
  readonly signer: SignerInfo
}

export interface SignerInfo {
  /** Key of the issuer's name, and the number in hexadecimal digits, of the certificate that belongs to it. */
  readonly issuerKey: string
  readonly serialNumber: string
  /** Name of the digest, or its object identifier where it has none here. */
  readonly digest: DigestName | (string & {})
  /** What is signed besides the content; none: the content itself is signed. */
  readonly attributes: SignedAttributes | undefined
  readonly signature: Uint8Array
}

export interface SignedAttributes {
  /** As they were signed: with the tag of a set in place of the implicit one. */
  readonly octets: Uint8Array
  /** Digest of the content. */
  readonly messageDigest: Uint8Array | undefined
  /** Milliseconds since 1970, by the signer's clock. */
  readonly signedAt: number | undefined
}

const oids = {
  signedData: '1.2.840.113549.1.7.2',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
} as const

const implicit = { zero: 0xa0, one: 0xa1 } as const

/** Real ones have up to five certificates, and a handful of attributes. */
const certificatesMax = 16
const attributesMax = 32

/**
 * ContentInfo ::= SEQUENCE { signedData OBJECT IDENTIFIER, [0] SEQUENCE { version, SET OF digest, content,
 * [0] certificates, [1] revocation lists, SET OF signer } }
 *
 * @throws WireError `wire/der` or `wire/signed-data`, with an offset into these octets
 */
export function parseSignedData(octets: Uint8Array): SignedData {
  const info = DerReader.of(new DerReader(octets).take(derTag.sequence, 'PKCS#7'))
  const kind = info.take(derTag.oid, 'a content type')
  if (readOid(kind) !== oids.signedData) {
    throw unexpected(`content type ${readOid(kind)}`, 'SignedData', kind.offset)
  }
  const wrapped = DerReader.of(info.take(implicit.zero, 'SignedData'))
  const data = DerReader.of(wrapped.take(derTag.sequence, 'SignedData'))
  data.take(derTag.integer, 'a version')
  data.take(derTag.set, 'digests')
  const inner = DerReader.of(data.take(derTag.sequence, 'a content'))
  const contentType = readOid(inner.take(derTag.oid, 'a content type'))
  const content = DerReader.of(inner.take(implicit.zero, 'a content')).next()
  const certificates = readCertificates(data.takeIf(implicit.zero))
  data.takeIf(implicit.one)
  const signers = DerReader.of(data.take(derTag.set, 'signers'))
  const signer = readSigner(signers.take(derTag.sequence, 'a signer'))
  signers.end('the one signer')
  return { contentType, content, ...certificates, signer }
}

function readCertificates(
  element: DerElement | undefined,
): Pick<SignedData, 'certificates' | 'unreadCertificates'> {
  const certificates: Certificate[] = []
  let unreadCertificates = 0
  if (element === undefined) return { certificates, unreadCertificates }
  const reader = DerReader.of(element)
  while (!reader.atEnd) {
    if (certificates.length + unreadCertificates === certificatesMax) {
      const expected = `at most ${certificatesMax} (certificatesMax)`
      throw unexpected('more certificates', expected, reader.offset)
    }
    const certificate = tryCertificate(reader.next().whole)
    if (certificate === undefined) unreadCertificates += 1
    else certificates.push(certificate)
  }
  return { certificates, unreadCertificates }
}

function tryCertificate(octets: Uint8Array): Certificate | undefined {
  try {
    return parseCertificate(octets)
  } catch (error) {
    if (error instanceof WireError) return undefined
    throw error
  }
}

/** SEQUENCE { version, issuer and number, digest, [0] attributes, algorithm, signature, [1] what is not signed } */
function readSigner(element: DerElement): SignerInfo {
  const reader = DerReader.of(element)
  reader.take(derTag.integer, 'a version')
  const who = DerReader.of(reader.take(derTag.sequence, 'an issuer and a number'))
  const issuerKey = readName(who.take(derTag.sequence, 'an issuer')).key
  const serialNumber = hex(who.take(derTag.integer, 'a serial number').content)
  const algorithm = DerReader.of(reader.take(derTag.sequence, 'a digest'))
  const oid = readOid(algorithm.take(derTag.oid, 'a digest'))
  const attributes = readAttributes(reader.takeIf(implicit.zero))
  reader.take(derTag.sequence, 'an algorithm')
  const signature = reader.take(derTag.octetString, 'a signature').content
  return { issuerKey, serialNumber, digest: digestNamed(oid) ?? oid, attributes, signature }
}

function readAttributes(element: DerElement | undefined): SignedAttributes | undefined {
  if (element === undefined) return undefined
  const reader = DerReader.of(element)
  let messageDigest: Uint8Array | undefined
  let signedAt: number | undefined
  for (let count = 0; !reader.atEnd; count += 1) {
    if (count === attributesMax) {
      throw unexpected('more attributes', `at most ${attributesMax} (attributesMax)`, reader.offset)
    }
    const attribute = DerReader.of(reader.take(derTag.sequence, 'an attribute'))
    const oid = readOid(attribute.take(derTag.oid, 'the kind of an attribute'))
    const values = DerReader.of(attribute.take(derTag.set, 'values of an attribute'))
    if (oid === oids.messageDigest) {
      messageDigest = values.take(derTag.octetString, 'a digest').content
    }
    if (oid === oids.signingTime) signedAt = readTime(values)
  }
  const octets = Uint8Array.from(element.whole)
  octets[0] = derTag.set
  return { octets, messageDigest, signedAt }
}

/** The signer's certificate, who issued it, and so on, as far as the message has them. */
export function chainOf({ certificates, signer }: SignedData): readonly Certificate[] {
  const first = certificates.find(
    ({ issuer, serialNumber }) =>
      issuer.key === signer.issuerKey && serialNumber === signer.serialNumber,
  )
  const chain: Certificate[] = []
  for (let next = first; next !== undefined && !chain.includes(next);) {
    chain.push(next)
    const { key } = next.issuer
    next = certificates.find(({ subject }) => subject.key === key)
  }
  return chain
}

/**
 * Does the signature hold over the content?
 *
 * @returns what is wrong, or none
 */
export function findSignedDataFault(data: SignedData): string | undefined {
  const { content, signer } = data
  const [certificate] = chainOf(data)
  if (certificate === undefined) return 'it has no certificate of its signer'
  const { digest: name, attributes, signature } = signer
  const algorithm = knownDigest(name)
  if (algorithm === undefined) return `it is over a digest of ${name}, which is not known here`
  // RFC 2315 9.3: of the content its identifier and length are not digested.
  const digest = digestOf(content.content, algorithm)
  if (attributes !== undefined) {
    const { messageDigest } = attributes
    if (messageDigest === undefined || !isSameOctets(messageDigest, digest)) {
      return 'it was made over another content than this'
    }
  }
  const recovered = recoverDigest(certificate.publicKey, signature)
  if (recovered === undefined) return `the key of ${certificate.subject.text} did not make it`
  const signed = attributes === undefined ? digest : digestOf(attributes.octets, algorithm)
  return recovered.algorithm === algorithm && isSameOctets(recovered.digest, signed)
    ? undefined
    : 'it was made over other attributes than these'
}

const digestNames = ['md5', 'sha1', 'sha256', 'sha384', 'sha512'] as const

function knownDigest(name: string): DigestName | undefined {
  return digestNames.find((known) => known === name)
}

function hex(octets: Uint8Array): string {
  return Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength).toString('hex')
}

function unexpected(found: string, expected: string, offset: number): WireError {
  return new WireError('wire/signed-data', `Unexpected ${found}, expected ${expected}`, offset)
}
