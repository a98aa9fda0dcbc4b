/**
 * A capture file of traces, for Wireshark and its kind: what a listener beside the server would have seen, at virtual
 * times. Each trace is an interface of its own, each exchange and each session of a bearer a connection. Ethernet, IP, TCP and
 * UDP are made up around the octets of the trace; what never came to the server is not there.
 */
import type { CaseFacts, TraceEvent } from './events.ts'
import { HostAddresses, PhoneAddresses } from './pcapng/addresses.ts'
import {
  enhancedPacket,
  interfaceDescription,
  nameResolution,
  sectionHeader,
} from './pcapng/blocks.ts'
import { BearerDrawing } from './pcapng/draw-bearers.ts'
import type { BearerEnds } from './pcapng/draw-bearers.ts'
import { drawExchange, octetsOf, reachedServer } from './pcapng/draw-exchange.ts'
import type { Endpoint } from './pcapng/frames.ts'
import { TcpConversation } from './pcapng/tcp-conversation.ts'
import type { Sighting } from './pcapng/tcp-conversation.ts'
import type { Trace } from './trace.ts'

export interface PcapngLimits {
  readonly captureOctetsMax: number
}

export const pcapngLimits: PcapngLimits = { captureOctetsMax: 512 * 1024 * 1024 }

/** Frames, blocks and acknowledgments cost less than the octets themselves, and so much for an empty connection. */
const frameCost = 2
const connectionCost = 4096

/** End of the year 9999. */
const instantMsMax = 253_402_300_799_999
const httpPort = 80
const tlsPort = 443

/** What goes beyond the limit is left out whole, and the section says how much of it. */
export function formatPcapng(
  traces: readonly Trace[],
  limits: PcapngLimits = pcapngLimits,
): Uint8Array {
  const phones = new PhoneAddresses()
  const hosts = new HostAddresses()
  const blocks: Uint8Array[] = []
  let length = 0
  let leftOut = 0
  const add = (block: Uint8Array) => {
    blocks.push(block)
    length += block.length
  }
  for (const [on, { events }] of traces.entries()) {
    const facts = events.find((event) => event.type === 'case.started')?.facts
    const begin = facts === undefined ? 0 : Date.parse(facts.startsAt)
    const nextEndpoint = phones.take()
    add(describe(facts, on))
    const see = ({ at, frame, comment }: Sighting) =>
      add(enhancedPacket({ on, atMicros: microsAt(begin + at), frame, comment }))
    const bearers = new BearerDrawing(
      events,
      bearerEnds(facts, { hosts, phones, nextEndpoint }),
      see,
    )
    for (const event of events) {
      const octets = octetsOnTheLine(event)
      if (octets === undefined) continue
      if (length + frameCost * octets + connectionCost > limits.captureOctetsMax) {
        leftOut += 1
        continue
      }
      if (event.type === 'bearer.exchanged') bearers.draw(event)
      if (event.type !== 'http.exchanged') continue
      const ends = { client: nextEndpoint(), server: serverOf(event.request.url, hosts) }
      drawExchange(event, new TcpConversation(ends, see))
    }
  }
  const comment =
    leftOut === 0
      ? undefined
      : `${leftOut} exchanges are left out: captureOctetsMax = ${limits.captureOctetsMax}`
  return join([sectionHeader('ota-handset', comment), nameResolution(hosts.names), ...blocks])
}

/** None: it is nothing that a listener would have seen. */
function octetsOnTheLine(event: TraceEvent): number | undefined {
  if (event.type === 'bearer.exchanged') return event.octets.length
  return event.type === 'http.exchanged' && reachedServer(event) ? octetsOf(event) : undefined
}

/** Each trace has a network of its own; else connections of one would be taken for those of another. */
function bearerEnds(
  facts: CaseFacts | undefined,
  parts: {
    readonly hosts: HostAddresses
    readonly phones: PhoneAddresses
    readonly nextEndpoint: () => Endpoint
  },
): BearerEnds {
  const { hosts, phones, nextEndpoint } = parts
  const [host = 'unknown'] = facts?.target.hosts ?? []
  let network: number | undefined
  let phone: number | undefined
  return {
    server: () => ({ address: hosts.find(host.replace(/:\d+$/, '')), port: nextEndpoint().port }),
    network: () => (network ??= phones.take()().address),
    phone: () => (phone ??= nextEndpoint().address),
  }
}

function describe(facts: CaseFacts | undefined, index: number): Uint8Array {
  if (facts === undefined) return interfaceDescription(`case ${index + 1}`, 'a part of a trace')
  return interfaceDescription(`${facts.scenario} @ ${facts.profile.id}`, facts.title)
}

/** What was inside TLS is drawn without it, on a port where a reader does not look for TLS. */
function serverOf(text: string, hosts: HostAddresses): Endpoint {
  const url = URL.parse(text) ?? undefined
  const port = Number(url?.port ?? '')
  return {
    address: hosts.find(url === undefined || url.hostname === '' ? 'unknown' : url.hostname),
    port: port === 0 || port === tlsPort ? httpPort : port,
  }
}

function microsAt(instantMs: number): bigint {
  return BigInt(Math.round(Math.min(Math.max(instantMs, 0), instantMsMax) * 1000))
}

function join(blocks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(blocks.reduce((sum, { length }) => sum + length, 0))
  let offset = 0
  for (const block of blocks) {
    whole.set(block, offset)
    offset += block.length
  }
  return whole
}
