/** One TCP connection as whoever listens on the line beside the server sees it: nothing is lost, nothing comes twice. */
import { segmentOctetsMax, tcpFlags, tcpFrame } from './frames.ts'
import type { Endpoint } from './frames.ts'

export type Side = 'client' | 'server'

export interface Sighting {
  /** Virtual milliseconds. */
  readonly at: number
  readonly frame: Uint8Array
  readonly comment?: string
}

/** Segments that may go before the other side says that it has them; well within its window. */
const segmentsUnacknowledgedMax = 2

const none = new Uint8Array(0)
const { ack, fin, psh, rst, syn } = tcpFlags

export class TcpConversation {
  readonly #ends: Readonly<Record<Side, Endpoint>>
  readonly #see: (sighting: Sighting) => void
  /** What each side will send next. */
  readonly #next: Record<Side, number> = { client: 0, server: 0 }

  constructor(
    ends: { readonly client: Endpoint; readonly server: Endpoint },
    see: (sighting: Sighting) => void,
  ) {
    this.#ends = ends
    this.#see = see
  }

  open(at: number, comment: string): void {
    this.#send('client', syn, at, { comment })
    this.#send('server', syn | ack, at)
    this.#send('client', ack, at)
  }

  /** The server does not take the connection. */
  refuse(at: number, comment: string): void {
    this.#send('client', syn, at, { comment })
    this.#send('server', rst | ack, at)
  }

  say(from: Side, octets: Uint8Array, at: number): void {
    const to = otherThan(from)
    let unacknowledged = 0
    for (let start = 0; start < octets.length; start += segmentOctetsMax) {
      const payload = octets.subarray(start, start + segmentOctetsMax)
      const isLast = start + payload.length === octets.length
      this.#send(from, isLast ? psh | ack : ack, at, { payload })
      unacknowledged += 1
      if (!isLast && unacknowledged < segmentsUnacknowledgedMax) continue
      this.#send(to, ack, at)
      unacknowledged = 0
    }
  }

  close(by: Side, at: number): void {
    const other = otherThan(by)
    this.#send(by, fin | ack, at)
    this.#send(other, fin | ack, at)
    this.#send(by, ack, at)
  }

  reset(by: Side, at: number): void {
    this.#send(by, rst | ack, at)
  }

  #send(
    side: Side,
    flags: number,
    at: number,
    more: { readonly payload?: Uint8Array; readonly comment?: string } = {},
  ): void {
    const { payload = none, comment } = more
    const other = otherThan(side)
    const frame = tcpFrame({
      from: this.#ends[side],
      to: this.#ends[other],
      sequence: this.#next[side],
      acknowledgment: (flags & ack) === 0 ? 0 : this.#next[other],
      flags,
      payload,
    })
    const counted = payload.length + ((flags & (syn | fin)) === 0 ? 0 : 1)
    this.#next[side] = (this.#next[side] + counted) % 0x1_0000_0000
    this.#see({ at, frame, ...(comment === undefined ? {} : { comment }) })
  }
}

function otherThan(side: Side): Side {
  return side === 'client' ? 'server' : 'client'
}
