/** The operator's network of one case, in process: a router and the bearers in front of it, on the clock of the case. */
import type { Duplex } from 'node:stream'
import type { Clock } from '../handset/ports.ts'
import type { BearerParts, PduTap } from './bearer.ts'
import type { ServedDoor } from './http/http-door.ts'
import type { NetworkFact } from './network-log.ts'
import { servePpg } from './ppg.ts'
import { createRouter } from './router.ts'
import type { Router } from './router.ts'
import { createScript } from './script.ts'
import type { CentreAct, NetworkScript } from './script.ts'
import { serveSmsHttp } from './sms-http.ts'
import { serveSmsc } from './smsc.ts'
import type { ServedSmsc } from './smsc.ts'
import type { Line } from './smsc/connection.ts'
import { hearDatagrams } from './wap-udp.ts'
import type { DatagramPort } from './wap-udp.ts'

/** Who looks on; all is told in the order in which it happens. */
export interface Onlooker {
  hearFact(fact: NetworkFact): void
  /** A whole PDU, request, answer or datagram that came or went. */
  hearOctets(packet: {
    readonly bearer: string
    readonly session: string
    readonly direction: 'to-network' | 'from-network'
    readonly octets: Uint8Array
    /** Milliseconds of real time in this case, where the peer keeps to it. */
    readonly measured?: { readonly ms: number }
  }): void
}

export interface Operator {
  readonly router: Router
  /** What it does to servers. */
  readonly script: NetworkScript
  /** Nobody looks on until there is somebody. */
  watch(onlooker: Onlooker): void
  /** A server binds to the short message service centre over this connection. */
  serveSmsc(line: Line): void
  /** A server posts to the push proxy gateway. */
  servePpg(line: Duplex): void
  /** A server posts short messages. */
  serveSmsHttp(line: Duplex): void
  /** A server sends to the phone's address on its data connection. */
  hearDatagram: DatagramPort
  /** The SMSC does something by itself on each of its sessions; the number of requests that servers have to answer. */
  haveCentre(act: CentreAct): number
  close(): void
}

export interface OperatorParts extends Pick<
  BearerParts,
  'accounts' | 'datagramsFor' | 'dial' | 'track'
> {
  readonly clock: Clock
  /** Of virtual instant 0, in milliseconds since 1970. */
  readonly startsAtMs: number
}

export function createOperator(parts: OperatorParts): Operator {
  return new OneOperator(parts)
}

type Bearers = 'smsc' | 'ppg' | 'sms-http' | 'wap-udp'

/** Each bearer is there as soon as somebody comes to it. */
class OneOperator implements Operator {
  readonly router: Router
  readonly script = createScript()
  readonly #parts: OperatorParts
  #onlooker: Onlooker | undefined
  #smsc: ServedSmsc | undefined
  #ppg: ServedDoor | undefined
  #smsHttp: ServedDoor | undefined
  #datagrams: DatagramPort | undefined

  constructor(parts: OperatorParts) {
    this.#parts = parts
    this.router = createRouter({ ...parts, log: this.#log })
  }

  readonly watch = (onlooker: Onlooker): void => {
    this.#onlooker = onlooker
  }

  serveSmsc(line: Line): void {
    this.#smsc ??= serveSmsc(this.#bearer('smsc'))
    this.#smsc.serve(line)
  }

  servePpg(line: Duplex): void {
    this.#ppg ??= servePpg(this.#bearer('ppg'))
    this.#ppg.serve(line)
  }

  serveSmsHttp(line: Duplex): void {
    this.#smsHttp ??= serveSmsHttp(this.#bearer('sms-http'))
    this.#smsHttp.serve(line)
  }

  readonly hearDatagram: DatagramPort = (octets, source) => {
    this.#datagrams ??= hearDatagrams(this.#bearer('wap-udp'))
    this.#datagrams(octets, source)
  }

  haveCentre(act: CentreAct): number {
    return this.#smsc?.act(act) ?? 0
  }

  close(): void {
    this.#smsc?.close()
    this.#ppg?.close()
    this.#smsHttp?.close()
  }

  readonly #log = (fact: NetworkFact): void => this.#onlooker?.hearFact(fact)

  #bearer(bearer: Bearers): Omit<BearerParts, 'host' | 'port'> {
    const { router, script } = this
    const tap: PduTap = ({ connection: session, from, octets }) => {
      const direction = from === 'peer' ? 'to-network' : 'from-network'
      this.#onlooker?.hearOctets({ bearer, session, direction, octets })
    }
    return { ...this.#parts, router, script, log: this.#log, tap }
  }
}
