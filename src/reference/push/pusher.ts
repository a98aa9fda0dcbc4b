/** How the server pushes: as a client of the operator's centre and gateways, by whichever bearer is asked for. */
import type { Duplex } from 'node:stream'
import type { Pdu } from '../../wire/smpp/pdu.ts'
import { pushAccount } from './account.ts'
import { goodConduct } from './conduct.ts'
import type { Conduct } from './conduct.ts'
import type { GatewayParts } from './gateway-parts.ts'
import { refused } from './order.ts'
import type { Order, Pushed, Timers, Way } from './order.ts'
import { PapWay } from './pap-way.ts'
import { send } from './post.ts'
import type { Post, Posted } from './post.ts'
import { SmppWay } from './smpp-way.ts'
import { SmsHttpWay } from './sms-http-way.ts'
import { UdpWay } from './udp-way.ts'
import type { SendDatagram } from './udp-way.ts'

/** What a server does wrong when it pushes. */
export interface PushFault {
  /** What goes to the SMSC in place of a PDU. */
  readonly pdu?: (pdu: Pdu) => readonly Pdu[]
  /** What goes to a gateway in place of a request, the first of which is 1. */
  readonly post?: (post: Post, count: number) => Post
  readonly conduct?: Partial<Conduct>
}

export interface PusherParts {
  readonly connect: {
    /** Opens a connection to the SMSC, the push proxy gateway, the SMS gateway. */
    readonly smsc: () => Duplex
    readonly ppg: () => Duplex
    readonly smsHttp: () => Duplex
  }
  readonly sendDatagram: SendDatagram
  readonly timers: Timers
  /** Of instant 0 of the timers, in milliseconds since 1970. */
  readonly startsAtMs: number
  /** Where the server itself can be reached. */
  readonly origin: string
  /** Follows what is under way besides timers. */
  readonly track: <T>(effect: Promise<T>) => Promise<T>
  readonly fault: PushFault | undefined
  /** With the operator; {@link pushAccount} unless told. */
  readonly account?: GatewayParts['account']
}

export interface Pusher {
  /** @param bearer the server's own choice where none is asked for */
  push(order: Order & { readonly bearer: string | undefined }): Promise<Pushed>
  close(): void
}

export function createPusher(parts: PusherParts): Pusher {
  // Most phones are pushed nothing.
  let ways: ReadonlyMap<string, Way> | undefined
  return {
    async push(order) {
      const { bearer = 'smsc' } = order
      ways ??= openWays(parts)
      const way = ways.get(bearer)
      return way === undefined ? refused(`the server does not push by ${bearer}`) : way.push(order)
    },
    close() {
      for (const way of ways?.values() ?? []) way.close()
    },
  }
}

function openWays(parts: PusherParts): ReadonlyMap<string, Way> {
  const { connect, timers, fault, startsAtMs, origin, account = pushAccount } = parts
  const conduct = { ...goodConduct, ...fault?.conduct }
  let posts = 0
  const post =
    (open: () => Duplex) =>
    (asked: Post): Promise<Posted | undefined> => {
      posts += 1
      return parts.track(send(open(), fault?.post?.(asked, posts) ?? asked))
    }
  const common = { account, timers, startsAtMs, origin, conduct }
  const ppg: GatewayParts = { ...common, send: post(connect.ppg) }
  const smsHttp: GatewayParts = { ...common, send: post(connect.smsHttp) }
  const alter = fault?.pdu ?? ((pdu: Pdu) => [pdu])
  return new Map<string, Way>([
    ['smsc', new SmppWay({ connect: connect.smsc, ...common, alter })],
    ['ppg', new PapWay(ppg)],
    ['sendsms', new SmsHttpWay('sendsms', smsHttp)],
    ['json', new SmsHttpWay('json', smsHttp)],
    ['wap-udp', new UdpWay(parts.sendDatagram)],
  ])
}
