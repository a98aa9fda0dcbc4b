/** Signs cabinets as Authenticode does: PKCS#7 behind the cabinet, over a digest of it (RFC 2315 9; Microsoft Authenticode). */
import { digestOf } from '../wire/rsa-signature.ts'
import { signOctets, writeCertificate, writeName } from './certificate-writer.ts'
import type { CertificateSpec } from './certificate-writer.ts'
import { element, oid, sequence, time, unsigned } from './der-writer.ts'
import type { KeyName } from './keys.table.ts'

export interface CabinetSigning {
  /** The signer's certificate first. */
  readonly path: readonly [CertificateSpec, ...CertificateSpec[]]
  readonly key: KeyName
  readonly digest?: 'md5' | 'sha1' | 'sha256'
  /** ISO 8601 instant by the signer's clock. */
  readonly signedAt?: string
  /** States the length of the whole file in the cabinet's header: Pocket PC 2003 refuses others (MSDN bb158562). */
  readonly statesWholeLength?: boolean
}

/** What a cabinet keeps in its header for a signature: a mark, its place, its length, 0. */
export const signatureReserve: Uint8Array = Uint8Array.of(0, 0, 0x10, 0, ...new Uint8Array(16))

const oids = {
  md5: '1.2.840.113549.2.5',
  sha1: '1.3.14.3.2.26',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsaEncryption: '1.2.840.113549.1.1.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  indirectData: '1.3.6.1.4.1.311.2.1.4',
  cabinetData: '1.3.6.1.4.1.311.2.1.25',
} as const

const place = { length: 8, signature: 44 } as const

/** @param cabinet with `signatureReserve` in its header */
export function signCabinet(cabinet: Uint8Array, signing: CabinetSigning): Uint8Array {
  const draft = writePkcs7(cabinet, signing)
  const whole = Uint8Array.from(Buffer.concat([cabinet, draft]))
  const numbers = new DataView(whole.buffer)
  numbers.setUint32(place.signature, cabinet.length, true)
  numbers.setUint32(place.signature + 4, draft.length, true)
  if (signing.statesWholeLength === true) numbers.setUint32(place.length, whole.length, true)
  // Digests and signatures have the same length whatever they are made over.
  whole.set(writePkcs7(whole.subarray(0, cabinet.length), signing), cabinet.length)
  return whole
}

/** ContentInfo, SignedData, and in it: version, digests, content, certificates, signers. */
function writePkcs7(cabinet: Uint8Array, signing: CabinetSigning): Uint8Array {
  const { digest = 'sha1', path } = signing
  const algorithm = sequence(oid(oids[digest]), element(0x05))
  const content = writeIndirectData(digestOf(signedOctets(cabinet), digest), algorithm)
  const data = sequence(
    unsigned(1),
    element(0x31, algorithm),
    sequence(oid(oids.indirectData), element(0xa0, sequence(...content))),
    element(0xa0, ...path.map(writeCertificate)),
    element(0x31, writeSigner(Uint8Array.from(Buffer.concat(content)), algorithm, signing)),
  )
  return sequence(oid(oids.signedData), element(0xa0, data))
}

/** Without octets 4 to 7, 34 and 35, and 36 to 55, which change when a cabinet is signed. */
function signedOctets(cabinet: Uint8Array): Uint8Array {
  const ranges = [cabinet.subarray(0, 4), cabinet.subarray(8, 34), cabinet.subarray(56)]
  return Uint8Array.from(Buffer.concat(ranges))
}

/** What was signed, which is a cabinet and has a text of no meaning, and its digest. */
function writeIndirectData(
  digest: Uint8Array,
  algorithm: Uint8Array,
): readonly [Uint8Array, Uint8Array] {
  const obsolete = Buffer.from('<<<Obsolete>>>', 'utf16le').swap16()
  const link = element(0xa2, element(0x80, obsolete))
  return [sequence(oid(oids.cabinetData), link), sequence(algorithm, element(0x04, digest))]
}

/** Version, issuer and number, digest, attributes, algorithm, signature. */
function writeSigner(content: Uint8Array, algorithm: Uint8Array, signing: CabinetSigning) {
  const { digest = 'sha1', key, path, signedAt } = signing
  const [{ issuer, serial }] = path
  const attribute = (kind: string, value: Uint8Array) => sequence(oid(kind), element(0x31, value))
  const attributes = [
    attribute(oids.contentType, oid(oids.indirectData)),
    ...(signedAt === undefined ? [] : [attribute(oids.signingTime, time(signedAt))]),
    attribute(oids.messageDigest, element(0x04, digestOf(content, digest))),
  ].toSorted(Buffer.compare)
  return sequence(
    unsigned(1),
    sequence(writeName(issuer), unsigned(serial)),
    algorithm,
    element(0xa0, ...attributes),
    sequence(oid(oids.rsaEncryption), element(0x05)),
    element(0x04, signOctets(element(0x31, ...attributes), key, digest)),
  )
}
