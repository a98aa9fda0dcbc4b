/** Handshakes with the servers of a target, each broken off where encryption would begin. */
import { WireError } from '../errors.ts'
import { handshakes } from '../handset/handshakes.ts'
import type { Tcp } from '../handset/ports.ts'
import type { Recorder } from '../handset/recorder.ts'
import type { Target } from '../target/target.ts'
import type { ExchangeFailure } from '../trace/events.ts'
import { handshakeManners } from '../trace/tls-events.ts'
import type { HandshakeManner } from '../trace/tls-events.ts'
import { writeClientHello } from '../wire/tls/client-hello.ts'
import { isAddress, plainHost } from '../wire/tls/server-identity.ts'
import { readServerFlight } from '../wire/tls/server-flight.ts'
import type { ServerFlight } from '../wire/tls/server-flight.ts'

export interface HandshakeParts {
  readonly target: Pick<Target, 'links' | 'tls'>
  readonly tcp: Tcp
  readonly recorder: Pick<Recorder, 'record'>
  /** Milliseconds since 1970 by the calendar that the target's certificates go by; none: that of the case. */
  readonly today: (() => number) | undefined
}

/** Hosts that are looked at in one case. */
const hostsMax = 4

export async function shakeHands({ target, tcp, recorder, today }: HandshakeParts): Promise<void> {
  const { roots = [] } = target.tls ?? {}
  if (roots.length > 0) {
    recorder.record('handset', { type: 'tls.roots', roots: roots.map(({ octets }) => octets) })
  }
  for (const place of securePlaces(target.links.values()).slice(0, hostsMax)) {
    for (const manner of handshakeManners) {
      if (manner === 'without-name' && isAddress(place.host)) continue
      const day = today === undefined ? undefined : new Date(today()).toISOString()
      const shaken = await shake(manner, place, tcp)
      recorder.record('handset', {
        type: 'tls.shaken',
        manner,
        ...place,
        ...shaken,
        ...(day === undefined ? {} : { day }),
      })
    }
  }
}

interface Place {
  readonly host: string
  readonly port: number
}

/** Where links lead over https, each once, in the order of the links. */
export function securePlaces(links: Iterable<string>): readonly Place[] {
  const places = new Map<string, Place>()
  for (const link of links) {
    const { protocol, host, hostname, port } = new URL(link)
    if (protocol !== 'https:' || places.has(host)) continue
    places.set(host, { host: plainHost(hostname), port: port === '' ? 443 : Number(port) })
  }
  return [...places.values()]
}

async function shake(manner: HandshakeManner, { host, port }: Place, tcp: Tcp) {
  const { named, ...hello } = handshakes[manner]
  const serverName = named && !isAddress(host) ? host : undefined
  const octets = writeClientHello({ ...hello, serverName })
  const heard = await tcp.talk({
    host,
    port,
    turns: [
      { kind: 'send', octets },
      { kind: 'until', isAll: untilAnswered() },
    ],
  })
  return {
    offered: hello.version,
    ...(serverName === undefined ? {} : { serverName }),
    certificates: [],
    ...describe(heard.received, heard.kind === 'failure' ? heard.failure : undefined),
  }
}

/** An answer is read anew only when there is something new to be read. */
function untilAnswered(): (octets: Uint8Array) => boolean {
  let needs = 0
  return (octets) => {
    if (octets.length < needs) return false
    const flight = read(octets)
    if (flight.kind !== 'open') return true
    needs = flight.needs
    return false
  }
}

type Reading = ServerFlight | { readonly kind: 'unreadable'; readonly failure: ExchangeFailure }

function read(octets: Uint8Array): Reading {
  try {
    return readServerFlight(octets)
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    const cause = error.code === 'wire/tls-limit' ? 'limit' : 'malformed'
    return { kind: 'unreadable', failure: { cause, detail: error.message } }
  }
}

/** What was said counts, however the connection then ended. */
function describe(received: Uint8Array, broken: ExchangeFailure | undefined) {
  const flight = read(received)
  switch (flight.kind) {
    case 'agreed': {
      const { version, cipherSuite, certificates } = flight
      return { version, cipherSuite, certificates }
    }
    case 'refused':
      return { alert: flight.alert }
    case 'unreadable':
      return { failure: flight.failure }
    case 'open':
      return { failure: broken ?? { cause: 'truncated' as const, detail: 'no whole answer came' } }
    default:
      return flight satisfies never
  }
}
