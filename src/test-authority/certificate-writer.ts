/** Certificates of the test authority: same spec, same octets, on every machine. */
import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import {
  bitFlags,
  bitOctets,
  boolean,
  element,
  oid,
  sequence,
  time,
  unsigned,
  utf8,
} from './der-writer.ts'
import { testKeys } from './keys.table.ts'
import type { KeyName } from './keys.table.ts'

export interface Name {
  readonly commonName: string
  readonly organization: string
}

export interface CertificateSpec {
  readonly serial: number
  readonly subject: Name
  readonly issuer: Name
  /** Whose public key it certifies, and whose private key signs it. */
  readonly key: KeyName
  readonly signedBy: KeyName
  /** ISO 8601 instants. */
  readonly notBefore: string
  readonly notAfter: string
  readonly digest?: 'md5' | 'sha1' | 'sha256'
  /** May it issue certificates, and through how many others? None: the extension is left out. */
  readonly authority?: { readonly is: boolean; readonly pathLengthMax?: number }
  /** Positions of bits (RFC 5280 4.2.1.3): 0 is digitalSignature, 5 keyCertSign. */
  readonly keyUsage?: readonly number[]
  /** Object identifiers of purposes. */
  readonly extendedKeyUsage?: readonly string[]
  /** Object identifier of a critical extension that nobody knows. */
  readonly criticalExtension?: string
  /** More critical extensions: their object identifiers, and their values in DER. */
  readonly extensions?: Readonly<Record<string, Uint8Array>>
}

const algorithmOids = {
  md5: '1.2.840.113549.1.1.4',
  sha1: '1.2.840.113549.1.1.5',
  sha256: '1.2.840.113549.1.1.11',
} as const

export function writeCertificate(spec: CertificateSpec): Uint8Array {
  const { digest = 'sha1' } = spec
  const algorithm = sequence(oid(algorithmOids[digest]), element(0x05))
  const extensions = writeExtensions(spec)
  const body = sequence(
    ...(extensions.length === 0 ? [] : [element(0xa0, unsigned(2))]),
    unsigned(spec.serial),
    algorithm,
    writeName(spec.issuer),
    sequence(time(spec.notBefore), time(spec.notAfter)),
    writeName(spec.subject),
    publicKeyOf(spec.key),
    ...(extensions.length === 0 ? [] : [element(0xa3, sequence(...extensions))]),
  )
  return sequence(body, algorithm, bitOctets(signOctets(body, spec.signedBy, digest)))
}

/** PKCS#1 v1.5 over a digest of the octets. */
export function signOctets(
  octets: Uint8Array,
  signedBy: KeyName,
  digest: 'md5' | 'sha1' | 'sha256' = 'sha1',
): Uint8Array {
  return new Uint8Array(sign(digest, octets, privateKeyOf(signedBy)))
}

const known = new Map<KeyName, KeyObject>()

function privateKeyOf(name: KeyName): KeyObject {
  const key =
    known.get(name) ??
    createPrivateKey({ key: Buffer.from(testKeys[name], 'base64'), format: 'der', type: 'pkcs8' })
  known.set(name, key)
  return key
}

/** SubjectPublicKeyInfo. */
function publicKeyOf(name: KeyName): Uint8Array {
  return new Uint8Array(createPublicKey(privateKeyOf(name)).export({ format: 'der', type: 'spki' }))
}

export function writeName({ organization, commonName }: Name): Uint8Array {
  const part = (kind: string, text: string) => element(0x31, sequence(oid(kind), utf8(text)))
  return sequence(part('2.5.4.10', organization), part('2.5.4.3', commonName))
}

function writeExtensions(spec: CertificateSpec): readonly Uint8Array[] {
  const { authority, keyUsage, extendedKeyUsage, criticalExtension, extensions = {} } = spec
  const critical = (kind: string, value: Uint8Array) =>
    sequence(oid(kind), boolean(true), element(0x04, value))
  return [
    ...(authority === undefined ? [] : [critical('2.5.29.19', writeConstraints(authority))]),
    ...(keyUsage === undefined ? [] : [critical('2.5.29.15', bitFlags(keyUsage))]),
    ...(extendedKeyUsage === undefined
      ? []
      : [critical('2.5.29.37', sequence(...extendedKeyUsage.map(oid)))]),
    ...(criticalExtension === undefined ? [] : [critical(criticalExtension, element(0x05))]),
    ...Object.entries(extensions).map(([kind, value]) => critical(kind, value)),
  ]
}

/** What is FALSE is left out, being the default (X.690 11.5). */
function writeConstraints({
  is,
  pathLengthMax,
}: NonNullable<CertificateSpec['authority']>): Uint8Array {
  return sequence(
    ...(is ? [boolean(true)] : []),
    ...(pathLengthMax === undefined ? [] : [unsigned(pathLengthMax)]),
  )
}
