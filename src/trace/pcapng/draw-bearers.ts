/** What went over bearers of the operator's network as packets: a connection for each session, a datagram for each datagram. */
import type { EventOf, TraceEvent } from '../events.ts'
import { datagramOctetsMax, udpFrame } from './frames.ts'
import type { Endpoint } from './frames.ts'
import { TcpConversation } from './tcp-conversation.ts'
import type { Sighting } from './tcp-conversation.ts'

type Exchanged = EventOf<'bearer.exchanged'>

export interface BearerEnds {
  /** A port of its own on the server under test. */
  readonly server: () => Endpoint
  /** Address of the operator's network. */
  readonly network: () => number
  /** Address of the phone on its data connection. */
  readonly phone: () => number
}

/** IANA, Service Name and Transport Protocol Port Number Registry: smpp, wap-push. */
const smppPort = 2775
const wapPushPort = 2948
/** http-alt in the same registry: apart from the server under test. */
const httpPort = 8080

const datagramBearer = 'wap-udp'

interface Session {
  readonly conversation: TcpConversation
  /** Who opened it. */
  readonly client: Exchanged['direction']
  /** Of its packets those that are still to come. */
  left: number
}

/** Of one trace. */
export class BearerDrawing {
  readonly #ends: BearerEnds
  readonly #see: (sighting: Sighting) => void
  readonly #sessions = new Map<string, Session>()
  readonly #counts = new Map<string, number>()

  constructor(events: readonly TraceEvent[], ends: BearerEnds, see: (sighting: Sighting) => void) {
    this.#ends = ends
    this.#see = see
    for (const event of events) {
      if (event.type !== 'bearer.exchanged') continue
      const key = keyOf(event)
      this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1)
    }
  }

  draw(event: Exchanged): void {
    if (event.bearer === datagramBearer) this.#drawDatagram(event)
    else this.#drawPart(event)
  }

  #drawPart(event: Exchanged): void {
    const { at, direction, octets } = event
    const key = keyOf(event)
    const session = this.#sessions.get(key) ?? this.#open(event)
    session.left -= 1
    const isClient = direction === session.client
    session.conversation.say(isClient ? 'client' : 'server', octets, at)
    if (session.left > 0) return
    session.conversation.close('client', at)
    this.#sessions.delete(key)
  }

  #open(event: Exchanged): Session {
    const { bearer, session: name, at, direction: client } = event
    const key = keyOf(event)
    const port = bearer === 'smsc' ? smppPort : httpPort
    const own = this.#ends.server()
    const ends =
      client === 'to-network'
        ? { client: own, server: { address: this.#ends.network(), port } }
        : {
            client: { address: this.#ends.network(), port: own.port },
            server: { address: own.address, port },
          }
    const conversation = new TcpConversation(ends, this.#see)
    const session = { conversation, client, left: this.#counts.get(key) ?? 1 }
    this.#sessions.set(key, session)
    conversation.open(at, `${bearer}, session ${name}`)
    return session
  }

  #drawDatagram({ at, bearer, session, direction, octets }: Exchanged): void {
    if (octets.length > datagramOctetsMax || direction !== 'to-network') return
    const to = { address: this.#ends.phone(), port: wapPushPort }
    const frame = udpFrame({ from: this.#ends.server(), to, payload: octets })
    this.#see({ at, frame, comment: `${bearer}, session ${session}` })
  }
}

function keyOf({ bearer, session }: Exchanged): string {
  return `${bearer} ${session}`
}
