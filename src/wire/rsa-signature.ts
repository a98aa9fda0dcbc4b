/** Signatures of RSA by PKCS#1 v1.5, taken apart far enough to say what was signed instead (PKI21; RFC 8017 8.2, 9.2). */
import { constants, createHash, createPublicKey, hash, publicDecrypt } from 'node:crypto'
import { WireError } from '../errors.ts'
import type { PublicKey } from './certificate.ts'
import { DerReader, derTag, readOid } from './der.ts'

export type DigestName = 'md5' | 'sha1' | 'sha256' | 'sha384' | 'sha512'

const digests: ReadonlyMap<string, DigestName> = new Map([
  ['1.2.840.113549.2.5', 'md5'],
  ['1.3.14.3.2.26', 'sha1'],
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
])

/** The digest with this object identifier, if it is one that is known here. */
export function digestNamed(oid: string): DigestName | undefined {
  return digests.get(oid)
}

export interface SignedDigest {
  /** Its name, or its object identifier where it has none here. */
  readonly algorithm: DigestName | (string & {})
  readonly digest: Uint8Array
}

/** Bits of a key that is reckoned with; devices must take 2,048 (CERT21). */
export const rsaBitsMax = 4096

/** @returns none when the signature was not made with the key that belongs to this one */
export function recoverDigest(key: PublicKey, signature: Uint8Array): SignedDigest | undefined {
  const bits = key.rsaBits ?? 0
  if (bits === 0 || bits > rsaBitsMax || signature.length !== Math.ceil(bits / 8)) return undefined
  const message = decrypt(key, signature)
  return message === undefined ? undefined : readDigest(message)
}

/** Octets that no key fits throw, as do keys that are no keys of RSA. */
function decrypt({ info }: PublicKey, signature: Uint8Array): Uint8Array | undefined {
  try {
    const key = createPublicKey({ key: Buffer.from(info), format: 'der', type: 'spki' })
    return publicDecrypt({ key, padding: constants.RSA_PKCS1_PADDING }, signature)
  } catch {
    return undefined
  }
}

/** DigestInfo ::= SEQUENCE { SEQUENCE { algorithm OBJECT IDENTIFIER, NULL }, digest OCTET STRING } (RFC 8017 9.2). */
function readDigest(message: Uint8Array): SignedDigest | undefined {
  try {
    const outer = new DerReader(message)
    const pair = DerReader.of(outer.take(derTag.sequence, 'a digest'))
    outer.end('the digest')
    const kind = DerReader.of(pair.take(derTag.sequence, 'an algorithm'))
    const oid = readOid(kind.take(derTag.oid, 'an algorithm'))
    if (kind.take(derTag.null, 'no parameters').content.length > 0) return undefined
    kind.end('the algorithm')
    const { content } = pair.take(derTag.octetString, 'a digest')
    pair.end('the digest')
    return { algorithm: digests.get(oid) ?? oid, digest: content }
  } catch (error) {
    if (error instanceof WireError) return undefined
    throw error
  }
}

const remembered = new WeakMap<Uint8Array, Map<DigestName, Uint8Array>>()

/** Handset and judge ask for the same octets, often more than once; they must not change. */
export function digestOf(octets: Uint8Array, algorithm: DigestName): Uint8Array {
  const known = remembered.get(octets) ?? new Map<DigestName, Uint8Array>()
  remembered.set(octets, known)
  const digest = known.get(algorithm) ?? new Uint8Array(hash(algorithm, octets, 'buffer'))
  known.set(algorithm, digest)
  return digest
}

/** Of octets that stand in several places, without putting them together. */
export function digestOfParts(parts: readonly Uint8Array[], algorithm: DigestName): Uint8Array {
  const digest = createHash(algorithm)
  for (const part of parts) digest.update(part)
  return new Uint8Array(digest.digest())
}

export function isSameOctets(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((octet, at) => octet === other[at])
}
