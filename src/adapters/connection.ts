import type { Duplex } from 'node:stream'
import { Client } from 'undici'
import { exactHeadConnector } from './exact-head-connector.ts'
import type { Tap, Ways } from './exact-head-connector.ts'
import type { Carrier, Exchange } from './exchange.ts'
import type { HttpLimits } from './http-limits.ts'
import type { PacedSocket } from './paced-socket.ts'

/** An undici client with at most one exchange at a time. It opens a new socket whenever the target closed the last. */
export class Connection implements Tap, Carrier {
  readonly origin: string
  readonly paced: boolean
  readonly #client: Client
  #socket: Duplex | undefined
  #pacing: PacedSocket | undefined
  #exchange: Exchange | undefined
  /** Exchanges sent on the socket that is open. */
  #uses = 0
  #opened = false

  constructor(
    { origin, paced }: Pick<Connection, 'origin' | 'paced'>,
    limits: HttpLimits,
    ways: Ways,
  ) {
    this.origin = origin
    this.paced = paced
    this.#client = new Client(origin, {
      allowH2: false,
      connect: exactHeadConnector(this, ways),
      // Time is kept for all exchanges at once, more exactly than undici's timers do.
      headersTimeout: 0,
      bodyTimeout: 0,
      // Not undici's to count: the recorder does.
      maxHeaderSize: 2 * limits.headBytesMax,
    })
  }

  get connected(): boolean {
    return this.#opened
  }

  get reused(): boolean {
    return this.#uses > 1
  }

  get aheadBytesMax(): number | undefined {
    return this.#pacing?.aheadBytesMax
  }

  carry(exchange: Exchange, close: boolean): void {
    this.#exchange = exchange
    // undici frames no body and writes no field of ours: its head is replaced as a whole.
    const order = { path: '/', method: exchange.sent.recorded.method } as const
    this.#client.dispatch(close ? { ...order, reset: true } : order, exchange)
  }

  /** Forgets the exchange that ended. */
  rest(): void {
    this.#exchange = undefined
  }

  async destroy(): Promise<void> {
    this.#exchange = undefined
    if (!this.#opened) this.#socket?.destroy()
    await this.#client.destroy()
  }

  onOpening(socket: Duplex, paced: PacedSocket | undefined): void {
    this.#opened = false
    this.#uses = 0
    this.#socket = socket
    this.#pacing = paced
  }

  onOpened(): void {
    this.#opened = true
  }

  onRequest(): Uint8Array | undefined {
    this.#uses += 1
    return this.#exchange?.sent.octets
  }

  onOctets(chunk: Uint8Array): Uint8Array | undefined {
    return this.#exchange === undefined ? chunk : this.#exchange.takeOctets(chunk)
  }

  async take(bytes: number): Promise<boolean> {
    return this.#exchange?.waitFor(bytes) ?? true
  }
}
