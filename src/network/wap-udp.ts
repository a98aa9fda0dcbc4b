/** WAP push by UDP, as it comes to a phone on a data connection (WDP port 2948), in front of the router. */
import { createSocket } from 'node:dgram'
import type { RemoteInfo } from 'node:dgram'
import { once } from 'node:events'
import { UsageError } from '../errors.ts'
import type { BearerParts, OpenBearer } from './bearer.ts'
import { Meter } from './smsc/meter.ts'

export interface WapUdpLimits {
  /** Octets of a datagram: WDP over UDP is never fragmented on the networks it was made for, this is ten times that. */
  readonly datagramBytesMax: number
  /** Datagrams in any second of the clock. */
  readonly datagramsPerSecondMax: number
}

export const wapUdpLimits: WapUdpLimits = {
  datagramBytesMax: 15_000,
  datagramsPerSecondMax: Number.POSITIVE_INFINITY,
}

const teller = 'wap-udp'
/** WAP push, not secured (WAP-259 WDP); a test may listen elsewhere, the phone sees this one. */
const pushPort = 2948
const octetsCoding = 0x04

type Parts = Omit<BearerParts, 'host' | 'port'>

/** Where a datagram comes from. */
export interface DatagramSource {
  readonly address: string
  readonly port: number
}

/** Takes datagrams for the phone, however they come. */
export type DatagramPort = (octets: Uint8Array, source: DatagramSource) => void

/** @throws UsageError `network/cannot-listen` */
export async function openWapUdp(
  parts: BearerParts,
  settings: Partial<WapUdpLimits> = {},
): Promise<OpenBearer> {
  const hear = hearDatagrams(parts, settings)
  const socket = createSocket('udp4')
  socket.on('message', (octets, source: RemoteInfo) => hear(new Uint8Array(octets), source))
  socket.bind(parts.port, parts.host)
  await once(socket, 'listening').catch((cause: unknown) => {
    const place = `${parts.host}:${parts.port}`
    throw new UsageError('network/cannot-listen', `Cannot listen on ${place}`, {
      hint: 'Choose another port, or 0 for any that is free.',
      cause,
    })
  })
  socket.on('error', ({ message: detail }) => {
    const at = parts.clock.now()
    parts.log({ at, teller, what: 'socket.failed', peer: undefined, messageId: undefined, detail })
  })
  const { port } = socket.address()
  return {
    port,
    address: `${parts.host}:${port}`,
    close: async () => {
      const closed = once(socket, 'close')
      socket.close()
      await closed
    },
  }
}

/** One that listens nowhere: it takes the datagrams that it is given. */
export function hearDatagrams(parts: Parts, settings: Partial<WapUdpLimits> = {}): DatagramPort {
  const limits = { ...wapUdpLimits, ...settings }
  const meter = new Meter(limits.datagramsPerSecondMax)
  return (octets, { address, port }) => {
    const peer = `${address}:${port}`
    const reason = refusalOf(octets, parts, limits) ?? overRate(meter, parts, limits)
    parts.tap?.({ connection: peer, from: 'peer', octets })
    if (reason !== undefined) {
      const at = parts.clock.now()
      const what = 'datagram.refused'
      parts.log({ at, teller, what, peer, messageId: undefined, detail: reason })
      return
    }
    parts.router.submit({
      bearer: teller,
      sender: peer,
      from: { ton: 0, npi: 0, value: peer },
      to: parts.datagramsFor ?? '',
      carrier: 'datagram',
      protocolId: 0,
      dataCoding: octetsCoding,
      elements: [{ kind: 'ports', portBits: 16, destination: pushPort, source: port }],
      octets,
      wantsReport: false,
      deliverAt: undefined,
      validUntil: undefined,
      serviceType: '',
      replacesWaiting: false,
    })
  }
}

function refusalOf(
  octets: Uint8Array,
  { datagramsFor }: Parts,
  { datagramBytesMax }: WapUdpLimits,
): string | undefined {
  if (datagramsFor === undefined) return 'no phone has this address (datagramsFor)'
  if (octets.length === 0) return 'an empty datagram'
  if (octets.length <= datagramBytesMax) return undefined
  return `${octets.length} octets, expected at most ${datagramBytesMax} (datagramBytesMax)`
}

function overRate(
  meter: Meter,
  { clock }: Parts,
  { datagramsPerSecondMax }: WapUdpLimits,
): string | undefined {
  return meter.take('', clock.now())
    ? undefined
    : `${datagramsPerSecondMax} a second (datagramsPerSecondMax)`
}
