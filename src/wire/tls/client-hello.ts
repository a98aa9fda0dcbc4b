/**
 * The first message of a handshake, as a whole record (RFC 2246 7.4.1.2; with extensions RFC 4366 2.1):
 *
 *     22 · version of the record · u16 length
 *       1 · u24 length · version · 32 octets · session · suites · compressions · extensions, if there are any
 */
import { OctetWriter } from '../octets.ts'
import { cipherSuites, tlsVersions } from './names.table.ts'
import type { CipherSuite, TlsVersion } from './names.table.ts'

export interface ClientHello {
  /** The highest that the client speaks. */
  readonly version: TlsVersion
  readonly cipherSuites: readonly CipherSuite[]
  /** The host that it wants, in SNI; none: it does not say. */
  readonly serverName?: string | undefined
  /** Curves and signatures, without which nobody agrees on what programs of today offer. */
  readonly curves: boolean
}

const record = { handshake: 22 } as const
const clientHello = 1
const opaqueBytes = 32

/**
 * What is random elsewhere counts from 0 here: nothing is ever encrypted on such a connection, and the same hello is the
 * same octets.
 */
const opaque = Uint8Array.from({ length: opaqueBytes }, (_, at) => at)

/** @example writeClientHello({ version: 'TLS 1.0', cipherSuites: ['TLS_RSA_WITH_RC4_128_SHA'], curves: false }) */
export function writeClientHello(hello: ClientHello): Uint8Array {
  const { version, curves, serverName } = hello
  const suites = new OctetWriter()
  for (const name of hello.cipherSuites) suites.u16be(cipherSuites[name])
  const extensions = [
    ...(serverName === undefined ? [] : [extension(0, serverNameList(serverName))]),
    ...(curves ? ofCurves : []),
  ]
  const body = new OctetWriter()
    .u16be(tlsVersions[version])
    .bytes(opaque)
    .u8(0)
    .bytes(counted(suites.toUint8Array()))
    .u8(1)
    .u8(0)
  // Servers of SSL 3.0 know no extensions, and a list that is not there is no empty list.
  if (extensions.length > 0) body.bytes(counted(joined(extensions)))
  const message = new OctetWriter().u8(clientHello)
  message.u8(0).bytes(counted(body.toUint8Array()))
  // Whoever begins says in the record the lowest that everybody reads (RFC 5246 appendix E.1).
  const lowest = version === 'SSL 3.0' ? 'SSL 3.0' : 'TLS 1.0'
  return new OctetWriter()
    .u8(record.handshake)
    .u16be(tlsVersions[lowest])
    .bytes(counted(message.toUint8Array()))
    .toUint8Array()
}

/** Behind its length in two octets. */
function counted(octets: Uint8Array): Uint8Array {
  return new OctetWriter().u16be(octets.length).bytes(octets).toUint8Array()
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const writer = new OctetWriter()
  for (const part of parts) writer.bytes(part)
  return writer.toUint8Array()
}

function extension(kind: number, value: Uint8Array): Uint8Array {
  return new OctetWriter().u16be(kind).bytes(counted(value)).toUint8Array()
}

/** ServerNameList with one name of the kind host_name (RFC 4366 3.1). */
function serverNameList(name: string): Uint8Array {
  const octets = new TextEncoder().encode(name)
  return counted(new OctetWriter().u8(0).bytes(counted(octets)).toUint8Array())
}

function numbers(...values: readonly number[]): Uint8Array {
  const writer = new OctetWriter()
  for (const value of values) writer.u16be(value)
  return counted(writer.toUint8Array())
}

const signatureSchemes = [
  0x0403, 0x0503, 0x0603, 0x0804, 0x0805, 0x0806, 0x0401, 0x0501, 0x0601, 0x0203, 0x0201,
]

const ofCurves: readonly Uint8Array[] = [
  // x25519, secp256r1, secp384r1 (RFC 8422 5.1.1).
  extension(10, numbers(0x001d, 0x0017, 0x0018)),
  // Points that are not compressed (RFC 8422 5.1.2).
  extension(11, Uint8Array.of(1, 0)),
  // ECDSA, RSA-PSS and RSA with SHA-256 to SHA-512, then both with SHA-1 (RFC 8446 4.2.3).
  extension(13, numbers(...signatureSchemes)),
  // Extended master secret (RFC 7627 5.1), and that renegotiation is safe (RFC 5746 3.2).
  extension(23, new Uint8Array(0)),
  extension(0xff01, Uint8Array.of(0)),
]
