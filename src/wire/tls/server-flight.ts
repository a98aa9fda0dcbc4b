/**
 * What a server answers to the first message of a handshake, as far as it is not encrypted: up to TLS 1.2 what it has
 * chosen and its certificates, or the alert by which it refuses (RFC 2246 6.2.1, 7.2, 7.4; RFC 5246 the same).
 *
 *     record     type · u16 version · u16 length · that many octets; a message may go over several records
 *     message    type · u24 length · that many octets
 *     2 hello    u16 version · 32 octets · session · u16 suite · compression · extensions, if there are any
 *     11 certificate   u24 length of all · for each: u24 length · X.509
 *     alert      level · description
 */
import { WireError } from '../../errors.ts'
import { OctetReader } from '../octets.ts'
import { alertNames, cipherSuites, tlsVersions } from './names.table.ts'
import type { TlsVersion } from './names.table.ts'

export type ServerFlight =
  /** It goes on; nothing new can be read before so many octets are there. */
  | { readonly kind: 'open'; readonly needs: number }
  | {
      readonly kind: 'agreed'
      readonly version: TlsVersion
      /** Its name, or its number in hex. */
      readonly cipherSuite: string
      /** X.509 as sent, in the order sent. */
      readonly certificates: readonly Uint8Array[]
    }
  | { readonly kind: 'refused'; readonly alert: string }

export const flightLimits = {
  /** Records and messages that are read; servers need three or four. */
  recordsMax: 64,
  messageBytesMax: 65_536,
  certificatesMax: 16,
} as const

const record = { alert: 21, handshake: 22 } as const
const recordHeadBytes = 5
/** Of TLSCiphertext (RFC 5246 6.2.3), more than any that is not encrypted. */
const recordBytesMax = 18_432
const message = { serverHello: 2, certificate: 11, serverHelloDone: 14 } as const
const messageHeadBytes = 4
const fatal = 2

/** @throws WireError `wire/tls` where it is no TLS, `wire/tls-limit` at a limit of `flightLimits` */
export function readServerFlight(octets: Uint8Array): ServerFlight {
  const flight = new Flight()
  const reader = new OctetReader(octets)
  for (let count = 0; ; count += 1) {
    const { offset } = reader
    // The first octet tells what is no TLS at all, and may be all that comes.
    const type = reader.next
    if (type !== undefined && type !== record.handshake && type !== record.alert) {
      throw notTls(`record of type ${type}`, 'a handshake (22) or an alert (21)', offset)
    }
    if (reader.remaining < recordHeadBytes) return { kind: 'open', needs: offset + recordHeadBytes }
    if (count === flightLimits.recordsMax) throw beyond('recordsMax', offset)
    reader.skip(1)
    if (reader.u8() !== 3) throw notTls('major version', '3', offset + 1)
    reader.skip(1)
    const length = reader.u16be()
    if (length > recordBytesMax) {
      throw notTls(`record of ${length} octets`, `at most ${recordBytesMax}`, offset + 3)
    }
    if (reader.remaining < length) {
      return { kind: 'open', needs: offset + recordHeadBytes + length }
    }
    const found = flight.take(type ?? 0, reader.take(length), offset)
    if (found !== undefined) return found
  }
}

type Agreed = Extract<ServerFlight, { kind: 'agreed' }>

/** What the records were about so far. */
class Flight {
  #pending: Uint8Array = new Uint8Array(0)
  #hello: Omit<Agreed, 'kind' | 'certificates'> | undefined

  take(type: number, octets: Uint8Array, offset: number): ServerFlight | undefined {
    return type === record.alert ? readAlert(octets, offset) : this.#takeMessages(octets, offset)
  }

  #takeMessages(octets: Uint8Array, offset: number): ServerFlight | undefined {
    const all = Buffer.concat([this.#pending, octets])
    const reader = new OctetReader(all)
    while (reader.remaining >= messageHeadBytes) {
      const start = reader.offset
      const type = reader.u8()
      const length = u24(reader)
      if (length > flightLimits.messageBytesMax) throw beyond('messageBytesMax', offset)
      if (reader.remaining < length) {
        reader.seek(start)
        break
      }
      const found = this.#read(type, reader.part(length), offset)
      if (found !== undefined) return found
    }
    this.#pending = all.subarray(reader.offset)
    return undefined
  }

  #read(type: number, body: OctetReader, offset: number): ServerFlight | undefined {
    if (type === message.serverHello) {
      this.#hello = within(offset, () => readHello(body))
      return undefined
    }
    if (type !== message.certificate && type !== message.serverHelloDone) return undefined
    const hello = this.#hello
    if (hello === undefined) throw notTls(`message of type ${type}`, 'a server hello first', offset)
    const certificates =
      type === message.certificate ? within(offset, () => readCertificates(body)) : []
    return { kind: 'agreed', ...hello, certificates }
  }
}

/** Warnings are none of a refusal: the handshake goes on (RFC 4366 3.1, unrecognized_name). */
function readAlert(octets: Uint8Array, offset: number): ServerFlight | undefined {
  const [level, description] = octets
  if (level === undefined || description === undefined || octets.length !== 2) {
    throw notTls(`alert of ${octets.length} octets`, '2', offset)
  }
  const name = alertNames.get(description) ?? String(description)
  return level === fatal || name === 'close_notify' ? { kind: 'refused', alert: name } : undefined
}

const versionsByNumber: ReadonlyMap<number, TlsVersion> = new Map(
  (['SSL 3.0', 'TLS 1.0', 'TLS 1.1', 'TLS 1.2'] as const).map((name) => [tlsVersions[name], name]),
)

const suitesByNumber: ReadonlyMap<number, string> = new Map(
  Object.entries(cipherSuites).map(([name, number]) => [number, name]),
)

function readHello(body: OctetReader) {
  const number = body.u16be()
  const version = versionsByNumber.get(number)
  if (version === undefined) throw notTls(`version ${hex(number)}`, '0x0300 to 0x0303', 0)
  body.skip(32)
  body.skip(body.u8())
  const suite = body.u16be()
  return { version, cipherSuite: suitesByNumber.get(suite) ?? hex(suite) }
}

function readCertificates(body: OctetReader): readonly Uint8Array[] {
  const list = body.part(u24(body))
  const certificates: Uint8Array[] = []
  while (list.remaining > 0) {
    if (certificates.length === flightLimits.certificatesMax) throw beyond('certificatesMax', 0)
    certificates.push(Uint8Array.from(list.take(u24(list))))
  }
  return certificates
}

function u24(reader: OctetReader): number {
  return reader.u8() * 0x10000 + reader.u16be()
}

/** Offsets within a message mean nothing to who sees the connection: the record is named. */
function within<T>(offset: number, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof WireError) || error.code === 'wire/tls-limit') throw error
    throw new WireError('wire/tls', withoutPlace(error.message), offset)
  }
}

function withoutPlace(text: string): string {
  return text.replace(/ \(at octet \d+\)$/, '')
}

function hex(number: number): string {
  return `0x${number.toString(16).padStart(4, '0')}`
}

function notTls(found: string, expected: string, offset: number): WireError {
  return new WireError('wire/tls', `Unexpected ${found}, expected ${expected}`, offset)
}

function beyond(limit: keyof typeof flightLimits, offset: number): WireError {
  return new WireError(
    'wire/tls-limit',
    `Unexpected answer beyond ${limit}, expected at most ${flightLimits[limit]}`,
    offset,
  )
}
