/** One conversation over a connection, turn by turn: bounded in octets and time, and it never rejects. */
import { connect as connectSocket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Tcp, TcpCall, TcpOutcome } from '../handset/ports.ts'
import type { ExchangeFailure } from '../trace/events.ts'
import { escapeOctets } from '../wire/escape.ts'
import { OctetGatherer, viewOf } from './octet-gatherer.ts'
import { causeOf, messageOf } from './failure-cause.ts'

export interface TalkLimits {
  /** Octets that come back, in all. */
  readonly octetsMax: number
  /** Milliseconds of the whole conversation, connecting included. */
  readonly totalMsMax: number
}

export const talkLimits: TalkLimits = { octetsMax: 65_536, totalMsMax: 15_000 }

export interface TalkWays {
  /** None: a socket. */
  readonly connect?: (place: Pick<TcpCall, 'host' | 'port'>) => Duplex
  readonly limits?: Partial<TalkLimits>
}

/**
 * @example
 * const heard = await createTcpTalk().talk({ host: '127.0.0.1', port: 5011,
 *   turns: [{ kind: 'send', octets }, { kind: 'line', text: 'WELCOME' }] })
 */
export function createTcpTalk(ways: TalkWays = {}): Tcp {
  const { connect = ({ host, port }) => connectSocket({ host, port }) } = ways
  const limits = { ...talkLimits, ...ways.limits }
  return {
    talk: (call) =>
      new Promise((resolve) => {
        new Talk({ call, limits, end: resolve }).begin(connect(call))
      }),
  }
}

interface TalkParts {
  readonly call: TcpCall
  readonly limits: TalkLimits
  readonly end: (outcome: TcpOutcome) => void
}

type Ending =
  | { readonly kind: 'held' }
  | { readonly kind: 'contradicted'; readonly detail: string }
  | { readonly kind: 'failure'; readonly failure: ExchangeFailure }

const lineFeed = 0x0a
const excerptBytes = 80

class Talk {
  readonly #parts: TalkParts
  readonly #sent = new OctetGatherer()
  readonly #received = new OctetGatherer()
  /** Turns that are over, and octets that they have used up. */
  #turn = 0
  #read = 0
  #ended = false
  #timer: NodeJS.Timeout | undefined

  constructor(parts: TalkParts) {
    this.#parts = parts
  }

  begin(connection: Duplex): void {
    const { totalMsMax } = this.#parts.limits
    const fail = (failure: ExchangeFailure) =>
      this.#finish(connection, { kind: 'failure', failure })
    const late = () => `not over after totalMsMax, ${totalMsMax} ms,${this.#place()}`
    this.#timer = setTimeout(() => fail({ cause: 'timeout', detail: late() }), totalMsMax)
    connection.on('data', (chunk: Uint8Array) => this.#take(connection, viewOf(chunk)))
    const closed = () => {
      if (this.#isOver()) this.#finish(connection, { kind: 'held' })
      else fail({ cause: 'truncated', detail: `the server closed the connection${this.#place()}` })
    }
    connection.on('end', closed)
    connection.on('close', closed)
    connection.on('error', (error) =>
      fail({ cause: causeOf(error) ?? 'reset', detail: messageOf(error) }),
    )
    this.#go(connection)
  }

  #take(connection: Duplex, chunk: Uint8Array): void {
    if (this.#ended) return
    const { octetsMax } = this.#parts.limits
    const room = octetsMax - this.#received.length
    if (room > 0) this.#received.append(chunk.subarray(0, room))
    this.#go(connection)
    if (chunk.length <= room) return
    const detail = `more than octetsMax, ${octetsMax} octets, came back`
    this.#finish(connection, { kind: 'failure', failure: { cause: 'limit', detail } })
  }

  /** As many turns as can be taken now. */
  #go(connection: Duplex): void {
    while (!this.#ended) {
      const turn = this.#parts.call.turns[this.#turn]
      // Once all that was said has left; before that the connection may still fail.
      if (turn === undefined) {
        connection.end(() => this.#finish(connection, { kind: 'held' }))
        return
      }
      if (turn.kind === 'send') {
        // The answer may come while it is being written.
        this.#turn += 1
        this.#sent.append(turn.octets)
        connection.write(turn.octets)
        continue
      }
      if (turn.kind === 'until') {
        const rest = this.#received.octets.subarray(this.#read)
        if (!turn.isAll(rest)) return
        this.#read += rest.length
      } else {
        const heard = turn.kind === 'line' ? this.#line() : this.#next(turn.octets.length)
        if (heard === undefined) return
        const isIt =
          turn.kind === 'line'
            ? new TextDecoder().decode(heard).includes(turn.text)
            : Buffer.compare(heard, turn.octets) === 0
        if (!isIt) {
          const wanted = turn.kind === 'line' ? JSON.stringify(turn.text) : show(turn.octets)
          const detail = `Unexpected ${show(heard)}, expected ${wanted}`
          this.#finish(connection, { kind: 'contradicted', detail })
          return
        }
        this.#read += heard.length
      }
      this.#turn += 1
    }
  }

  /** The next line with its end; none: it is not whole yet. */
  #line(): Uint8Array | undefined {
    const rest = this.#received.octets.subarray(this.#read)
    const end = rest.indexOf(lineFeed)
    return end === -1 ? undefined : rest.subarray(0, end + 1)
  }

  #next(length: number): Uint8Array | undefined {
    const rest = this.#received.octets.subarray(this.#read)
    return rest.length < length ? undefined : rest.subarray(0, length)
  }

  #isOver(): boolean {
    return this.#turn >= this.#parts.call.turns.length
  }

  #place(): string {
    return ` at turn ${this.#turn + 1} of ${this.#parts.call.turns.length}`
  }

  #finish(connection: Duplex, ending: Ending): void {
    if (this.#ended) return
    this.#ended = true
    clearTimeout(this.#timer)
    connection.destroy()
    this.#parts.end({
      ...ending,
      sent: Uint8Array.from(this.#sent.octets),
      received: Uint8Array.from(this.#received.octets),
    })
  }
}

function show(octets: Uint8Array): string {
  return JSON.stringify(escapeOctets(octets.subarray(0, excerptBytes)))
}
