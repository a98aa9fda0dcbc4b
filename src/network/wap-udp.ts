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

/** @throws UsageError `network/cannot-listen` */
export async function openWapUdp(
  parts: BearerParts,
  settings: Partial<WapUdpLimits> = {},
): Promise<OpenBearer> {
  const limits = { ...wapUdpLimits, ...settings }
  const meter = new Meter(limits.datagramsPerSecondMax)
  const socket = createSocket('udp4')
  const tell = (what: string, peer: string | undefined, detail: string) => {
    parts.log({ at: parts.clock.now(), teller, what, peer, messageId: undefined, detail })
  }
  socket.on('message', (octets, { address, port }: RemoteInfo) => {
    const peer = `${address}:${port}`
    const reason = refusalOf(octets, parts, limits) ?? overRate(meter, parts, limits)
    if (reason !== undefined) {
      tell('datagram.refused', peer, reason)
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
      octets: new Uint8Array(octets),
      wantsReport: false,
      deliverAt: undefined,
      validUntil: undefined,
      serviceType: '',
      replacesWaiting: false,
    })
  })
  socket.bind(parts.port, parts.host)
  await once(socket, 'listening').catch((cause: unknown) => {
    const place = `${parts.host}:${parts.port}`
    throw new UsageError('network/cannot-listen', `Cannot listen on ${place}`, {
      hint: 'Choose another port, or 0 for any that is free.',
      cause,
    })
  })
  socket.on('error', (error) => tell('socket.failed', undefined, error.message))
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

function refusalOf(
  octets: Uint8Array,
  { datagramsFor }: BearerParts,
  { datagramBytesMax }: WapUdpLimits,
): string | undefined {
  if (datagramsFor === undefined) return 'no phone has this address (datagramsFor)'
  if (octets.length === 0) return 'an empty datagram'
  if (octets.length <= datagramBytesMax) return undefined
  return `${octets.length} octets, expected at most ${datagramBytesMax} (datagramBytesMax)`
}

function overRate(
  meter: Meter,
  { clock }: BearerParts,
  { datagramsPerSecondMax }: WapUdpLimits,
): string | undefined {
  return meter.take('', clock.now())
    ? undefined
    : `${datagramsPerSecondMax} a second (datagramsPerSecondMax)`
}
