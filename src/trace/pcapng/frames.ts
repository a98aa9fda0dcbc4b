/** Ethernet frames with IPv4 and TCP or UDP in them, checksums and all (RFC 894, RFC 791, RFC 9293, RFC 768). */

/** IPv4 address as a number of 32 bits, and port. */
export interface Endpoint {
  readonly address: number
  readonly port: number
}

export interface TcpSegment {
  readonly from: Endpoint
  readonly to: Endpoint
  readonly sequence: number
  readonly acknowledgment: number
  readonly flags: number
  readonly payload: Uint8Array
}

export const tcpFlags = { fin: 0x01, syn: 0x02, rst: 0x04, psh: 0x08, ack: 0x10 } as const

/** What a frame of Ethernet leaves to TCP without options: 1500 - 20 - 20. */
export const segmentOctetsMax = 1460
export const windowOctets = 0xffff

/** What an IPv4 packet leaves to a datagram. */
export const datagramOctetsMax = 65_507

const ethernetOctets = 14
const ipOctets = 20
const tcpOctets = 20
/** Maximum segment size, told with SYN. */
const sizeOptionOctets = 4
const ipEtherType = 0x0800
const tcpProtocol = 6
const udpProtocol = 17
const udpOctets = 8
const dontFragment = 0x4000
const timeToLive = 64

/** A payload of over `segmentOctetsMax` octets is for the caller to divide. */
export function tcpFrame(segment: TcpSegment): Uint8Array {
  const { from, to, sequence, acknowledgment, flags, payload } = segment
  const headOctets = tcpOctets + (isSyn(flags) ? sizeOptionOctets : 0)
  const frame = new Uint8Array(ethernetOctets + ipOctets + headOctets + payload.length)
  const view = new DataView(frame.buffer)
  writeEthernet(view, from, to)
  writeIp(view, { from, to, protocol: tcpProtocol, contentOctets: headOctets + payload.length })
  const start = ethernetOctets + ipOctets
  view.setUint16(start, from.port)
  view.setUint16(start + 2, to.port)
  view.setUint32(start + 4, sequence)
  view.setUint32(start + 8, acknowledgment)
  view.setUint8(start + 12, (headOctets / 4) << 4)
  view.setUint8(start + 13, flags)
  view.setUint16(start + 14, windowOctets)
  if (isSyn(flags)) {
    view.setUint16(start + tcpOctets, 0x0204)
    view.setUint16(start + tcpOctets + 2, segmentOctetsMax)
  }
  frame.set(payload, start + headOctets)
  const pseudo = sumOfAddresses(from, to) + tcpProtocol + headOctets + payload.length
  view.setUint16(start + 16, checksum(frame.subarray(start), pseudo))
  return frame
}

export interface Datagram {
  readonly from: Endpoint
  readonly to: Endpoint
  readonly payload: Uint8Array
}

/** @param datagram of at most `datagramOctetsMax` octets */
export function udpFrame({ from, to, payload }: Datagram): Uint8Array {
  const contentOctets = udpOctets + payload.length
  const frame = new Uint8Array(ethernetOctets + ipOctets + contentOctets)
  const view = new DataView(frame.buffer)
  writeEthernet(view, from, to)
  writeIp(view, { from, to, protocol: udpProtocol, contentOctets })
  const start = ethernetOctets + ipOctets
  view.setUint16(start, from.port)
  view.setUint16(start + 2, to.port)
  view.setUint16(start + 4, contentOctets)
  frame.set(payload, start + udpOctets)
  const pseudo = sumOfAddresses(from, to) + udpProtocol + contentOctets
  const sum = checksum(frame.subarray(start), pseudo)
  // All zero would say that there is none.
  view.setUint16(start + 6, sum === 0 ? 0xffff : sum)
  return frame
}

function isSyn(flags: number): boolean {
  return (flags & tcpFlags.syn) !== 0
}

/** Locally administered addresses, which end in the IPv4 address. */
function writeEthernet(view: DataView, from: Endpoint, to: Endpoint): void {
  view.setUint16(0, 0x0200)
  view.setUint32(2, to.address)
  view.setUint16(6, 0x0200)
  view.setUint32(8, from.address)
  view.setUint16(12, ipEtherType)
}

function writeIp(
  view: DataView,
  packet: {
    readonly from: Endpoint
    readonly to: Endpoint
    readonly protocol: number
    readonly contentOctets: number
  },
): void {
  const start = ethernetOctets
  view.setUint8(start, 0x45)
  view.setUint16(start + 2, ipOctets + packet.contentOctets)
  view.setUint16(start + 6, dontFragment)
  view.setUint8(start + 8, timeToLive)
  view.setUint8(start + 9, packet.protocol)
  view.setUint32(start + 12, packet.from.address)
  view.setUint32(start + 16, packet.to.address)
  const head = new Uint8Array(view.buffer, start, ipOctets)
  view.setUint16(start + 10, checksum(head, 0))
}

function sumOfAddresses(from: Endpoint, to: Endpoint): number {
  return [from.address, to.address]
    .map((address) => (address >>> 16) + (address & 0xffff))
    .reduce((sum, part) => sum + part, 0)
}

/** The one's complement of the one's complement sum of all 16-bit words (RFC 1071). */
function checksum(octets: Uint8Array, begin: number): number {
  let sum = begin
  for (let index = 0; index < octets.length; index += 2) {
    sum += ((octets[index] ?? 0) << 8) | (octets[index + 1] ?? 0)
  }
  while (sum > 0xffff) sum = (sum & 0xffff) + Math.floor(sum / 0x10000)
  return 0xffff - sum
}
