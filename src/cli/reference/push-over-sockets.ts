/** The reference as a client of an operator elsewhere: over sockets, by the clock of the machine. */
import { createSocket } from 'node:dgram'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'
import { WallClock } from '../../adapters/clock-wall.ts'
import type { Outside } from '../../reference/desk.ts'
import type { Fault } from '../../reference/fault.ts'
import type { Conduct } from '../../reference/push/conduct.ts'
import { refused } from '../../reference/push/order.ts'
import { createPusher } from '../../reference/push/pusher.ts'
import type { PushFault, PusherParts } from '../../reference/push/pusher.ts'

/** Where an operator listens. */
export interface Place {
  readonly host: string
  readonly port: number
}

/** By id of the bearer. */
export interface OperatorPlaces {
  readonly smsc?: Place | undefined
  readonly ppg?: Place | undefined
  readonly smsHttp?: Place | undefined
  readonly wapUdp?: Place | undefined
}

export interface PushOverSockets {
  readonly push: NonNullable<Outside['push']>
  close(): void
}

export interface SocketParts {
  readonly places: OperatorPlaces
  /** Where the server itself can be reached. */
  readonly origin: string
  readonly account: NonNullable<PusherParts['account']>
  readonly fault: Fault | undefined
  /** Before it tries again what was not taken, and twice as long each time after; none: its own time. */
  readonly retryAfterMs: number | undefined
}

export function pushOverSockets({
  places,
  origin,
  account,
  fault,
  retryAfterMs,
}: SocketParts): PushOverSockets {
  const bearers = bearersAt(places)
  const [usual = 'smsc'] = bearers
  const timers = new WallClock()
  const udp = createSocket('udp4')
  // Nobody answers a datagram.
  udp.on('error', () => undefined)
  udp.unref()
  const pusher = createPusher({
    connect: {
      smsc: () => dial(places.smsc),
      ppg: () => dial(places.ppg),
      smsHttp: () => dial(places.smsHttp),
    },
    sendDatagram(octets) {
      if (places.wapUdp !== undefined) udp.send(octets, places.wapUdp.port, places.wapUdp.host)
    },
    timers,
    startsAtMs: Date.now(),
    origin,
    track: (effect) => effect,
    fault: hurried(fault?.pushing, retryAfterMs),
    account,
  })
  return {
    push: async ({ bearer = usual, ...order }) =>
      bearers.includes(bearer)
        ? pusher.push({ ...order, bearer })
        : refused(`no address is known to push by ${bearer}`),
    close() {
      pusher.close()
      timers.close()
      udp.close()
    },
  }
}

function hurried(fault: PushFault | undefined, retryAfterMs: number | undefined): PushFault {
  if (retryAfterMs === undefined) return fault ?? {}
  const waitMs: Conduct['waitMs'] = (_, attempt) => retryAfterMs * 2 ** (attempt - 1)
  return { ...fault, conduct: { waitMs, ...fault?.conduct } }
}

/** The first is the one it uses unless told. */
export function bearersAt({ smsc, ppg, smsHttp, wapUdp }: OperatorPlaces): readonly string[] {
  return [
    ...(smsc === undefined ? [] : ['smsc']),
    ...(ppg === undefined ? [] : ['ppg']),
    ...(smsHttp === undefined ? [] : ['sendsms', 'json']),
    ...(wapUdp === undefined ? [] : ['wap-udp']),
  ]
}

function dial(place: Place | undefined): Duplex {
  if (place === undefined) throw new TypeError('only bearers with an address are used')
  return connect(place)
}
