/**
 * The blocks of a capture file (draft-ietf-opsawg-pcapng, section 4), little-endian. Each begins and ends with its length:
 *
 *     type (4) | length (4) | body, padded to 32 bits | length (4)
 */
import { OctetWriter } from '../../wire/octets.ts'

const sectionHeaderType = 0x0a0d0d0a
const interfaceType = 1
const nameResolutionType = 4
const packetType = 6

const byteOrderMagic = 0x1a2b3c4d
const lengthUnknown = 0xffffffff
const ethernetLink = 1

const options = { comment: 1, application: 4, interfaceName: 2, interfaceDescription: 3 } as const
const ipv4Record = 1

/** An option has a length of 16 bits, and texts come from traces that somebody else may have written. */
const textOctetsMax = 2000

type Option = readonly [code: number, text: string]

export function sectionHeader(application: string, comment: string | undefined): Uint8Array {
  const body = new OctetWriter()
    .u32le(byteOrderMagic)
    .u16le(1)
    .u16le(0)
    .u32le(lengthUnknown)
    .u32le(lengthUnknown)
  writeOptions(body, [
    ...(comment === undefined ? [] : [[options.comment, comment] as const]),
    [options.application, application],
  ])
  return block(sectionHeaderType, body)
}

export function interfaceDescription(name: string, description: string): Uint8Array {
  const body = new OctetWriter().u16le(ethernetLink).u16le(0).u32le(0)
  writeOptions(body, [
    [options.interfaceName, name],
    [options.interfaceDescription, description],
  ])
  return block(interfaceType, body)
}

/** What stands for which host, so that a reader shows names. */
export function nameResolution(names: ReadonlyMap<number, string>): Uint8Array {
  const body = new OctetWriter()
  for (const [address, name] of names) {
    const octets = octetsOf(name)
    const record = new OctetWriter().u32be(address).bytes(octets).u8(0)
    body.u16le(ipv4Record).u16le(record.length)
    writePadded(body, record.toUint8Array())
  }
  return block(nameResolutionType, body.u16le(0).u16le(0))
}

export interface Packet {
  /** Index of the interface, in the order of their descriptions. */
  readonly on: number
  /** Microseconds since 1970. */
  readonly atMicros: bigint
  readonly frame: Uint8Array
  readonly comment: string | undefined
}

export function enhancedPacket({ on, atMicros, frame, comment }: Packet): Uint8Array {
  const body = new OctetWriter(frame.length + 32)
    .u32le(on)
    .u32le(Number(atMicros >> 32n))
    .u32le(Number(atMicros & 0xffffffffn))
    .u32le(frame.length)
    .u32le(frame.length)
  writePadded(body, frame)
  if (comment !== undefined) writeOptions(body, [[options.comment, comment]])
  return block(packetType, body)
}

function block(type: number, body: OctetWriter): Uint8Array {
  const length = body.length + 12
  return new OctetWriter(length)
    .u32le(type)
    .u32le(length)
    .bytes(body.toUint8Array())
    .u32le(length)
    .toUint8Array()
}

function writeOptions(body: OctetWriter, written: readonly Option[]): void {
  for (const [code, text] of written) {
    const octets = octetsOf(text)
    body.u16le(code).u16le(octets.length)
    writePadded(body, octets)
  }
  body.u16le(0).u16le(0)
}

function writePadded(body: OctetWriter, octets: Uint8Array): void {
  body.bytes(octets).bytes(new Uint8Array((4 - (octets.length % 4)) % 4))
}

/** UTF-8 without NUL, cut between two characters where it is too long. */
function octetsOf(text: string): Uint8Array {
  const octets = new Uint8Array(textOctetsMax)
  const { written } = new TextEncoder().encodeInto(text.replaceAll('\0', ' '), octets)
  return octets.subarray(0, written)
}
