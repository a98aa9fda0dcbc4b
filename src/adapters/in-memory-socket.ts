import { Duplex } from 'node:stream'

/** Octets on their way in one direction before the writer has to wait, unless told. */
const usualInFlightBytesMax = 65_536

type Done = (error?: Error | null) => void

/**
 * One end of a connection without sockets. What is written here can be read at the other end, in order and without
 * loss; a writer waits while the reader is behind.
 */
export class InMemorySocket extends Duplex {
  #peer: InMemorySocket | undefined
  /** The other end's writer, waiting until this end reads on. */
  #waiting: Done | undefined
  #ended = false
  readonly #inFlightBytesMax: number

  constructor(inFlightBytesMax: number) {
    super({ readableHighWaterMark: inFlightBytesMax, writableHighWaterMark: inFlightBytesMax })
    this.#inFlightBytesMax = inFlightBytesMax
  }

  /** Joins two ends that were made for each other. */
  static pair(inFlightBytesMax: number): readonly [near: InMemorySocket, far: InMemorySocket] {
    const near = new InMemorySocket(inFlightBytesMax)
    const far = new InMemorySocket(inFlightBytesMax)
    near.#peer = far
    far.#peer = near
    return [near, far]
  }

  /** Breaks the connection: the other end sees ECONNRESET, as on TCP. */
  resetAndDestroy(): this {
    const peer = this.#peer
    this.#part()
    peer?.destroy(connectionError('ECONNRESET', 'read ECONNRESET'))
    return this.destroy()
  }

  /** Nothing is gathered here. */
  setNoDelay(): this {
    return this
  }

  /** Silence is counted on no wall clock here. */
  setTimeout(): this {
    return this
  }

  override _read(): void {
    const done = this.#waiting
    this.#waiting = undefined
    done?.()
  }

  override _write(chunk: Uint8Array, _encoding: BufferEncoding, done: Done): void {
    this.#send(chunk, done)
  }

  override _writev(chunks: { readonly chunk: Uint8Array }[], done: Done): void {
    this.#send(Buffer.concat(chunks.map(({ chunk }) => chunk)), done)
  }

  override _final(done: Done): void {
    if (this.#peer !== undefined) this.#peer.#hearEnd()
    done()
  }

  override _destroy(error: Error | null, done: Done): void {
    this.#part()
    done(error)
  }

  #send(chunk: Uint8Array, done: Done): void {
    const peer = this.#peer
    if (peer === undefined) {
      done(connectionError('EPIPE', 'write EPIPE'))
      return
    }
    for (let from = 0; from < chunk.length && !peer.#ended; from += this.#inFlightBytesMax) {
      const to = from + this.#inFlightBytesMax
      if (peer.push(chunk.subarray(from, to))) continue
      peer.#waiting =
        to < chunk.length ? (error) => this.#sendOn(chunk.subarray(to), done, error) : done
      return
    }
    done()
  }

  #sendOn(rest: Uint8Array, done: Done, error?: Error | null): void {
    if (error instanceof Error) done(error)
    else this.#send(rest, done)
  }

  #hearEnd(): void {
    if (this.#ended) return
    this.#ended = true
    this.push(nothing)
  }

  /** The other end reads what is in flight, then the end; its writes fail. */
  #part(): void {
    const peer = this.#peer
    this.#peer = undefined
    if (peer === undefined) return
    peer.#peer = undefined
    peer.#hearEnd()
    const done = this.#waiting
    this.#waiting = undefined
    done?.(connectionError('EPIPE', 'write EPIPE'))
  }
}

/** Streams tell their end with null. */
// oxlint-disable-next-line unicorn/no-null
const nothing = null

function connectionError(code: string, message: string): Error {
  return Object.assign(new Error(message), { code })
}

/**
 * A connection in memory: one end for a client, the other for a server.
 *
 * @param inFlightBytesMax octets on their way in one direction before the writer has to wait
 * @example
 * const [near, far] = createSocketPair()
 * server.emit('connection', far)
 */
export function createSocketPair(
  inFlightBytesMax: number = usualInFlightBytesMax,
): readonly [near: InMemorySocket, far: InMemorySocket] {
  return InMemorySocket.pair(inFlightBytesMax)
}
