/** A connection whose octets are taken no faster than somebody says, so that whoever sends them has to wait. */
import { connect } from 'node:net'
import type { Socket, TcpNetConnectOpts } from 'node:net'
import { Duplex } from 'node:stream'

/** Octets taken at once: what one packet carries. */
export const pieceBytes = 1460

/**
 * Octets that may have left their sender before they were taken. In memory, those in flight and on either end of it. Over TCP, what
 * buffers of systems hold: Linux took 3.97 MB from a sender on loopback whose reader took nothing (net.ipv4.tcp_wmem allows 4 MB, and
 * the reader's window begins with 64 KB). Over a network windows grow with what was taken, from some ten thousand octets on: assumed to
 * stay below half a megabyte for a slow reader.
 */
export const aheadBytesMax = {
  inMemory: 4 * pieceBytes,
  onLoopback: 4_456_448,
  overNetworks: 524_288,
} as const

/** Where the octets come from. */
export interface Inflow {
  readonly raw: Duplex
  /** It is still being connected. */
  readonly connecting: boolean
  /** Waits for the next piece; none: there are no more. */
  readonly next: () => Promise<Uint8Array | undefined>
  readonly aheadBytesMax: () => number
}

/** From a connection in memory. */
export function memoryInflow(raw: Duplex): Inflow {
  const wakener = createWakener(raw, 'readable')
  return {
    raw,
    connecting: false,
    aheadBytesMax: () => aheadBytesMax.inMemory,
    async next() {
      while (!raw.readableEnded && !raw.destroyed) {
        const piece: unknown = raw.read(Math.min(pieceBytes, raw.readableLength))
        if (piece instanceof Uint8Array) return piece
        await wakener.woken()
      }
      return undefined
    },
  }
}

/** Over TCP, by system calls that ask for one piece each: the window opens as slowly as the octets are taken. */
export function tcpInflow(place: Pick<TcpNetConnectOpts, 'host' | 'port'>): Inflow {
  const buffer = new Uint8Array(pieceBytes)
  let held: Uint8Array | undefined
  const raw: Socket = connect({
    ...place,
    port: place.port,
    noDelay: true,
    onread: {
      buffer,
      callback(bytes) {
        held = buffer.slice(0, bytes)
        wakener.wake()
        return false
      },
    },
  })
  const wakener = createWakener(raw)
  return {
    raw,
    connecting: true,
    aheadBytesMax: () =>
      isLoopback(raw.remoteAddress) ? aheadBytesMax.onLoopback : aheadBytesMax.overNetworks,
    async next() {
      for (;;) {
        const piece = held
        held = undefined
        if (piece !== undefined || raw.readableEnded || raw.destroyed) return piece
        raw.resume()
        await wakener.woken()
      }
    },
  }
}

/** Wakes at every event of these names, and at the end of the stream in any case. */
function createWakener(stream: Duplex, ...names: readonly string[]) {
  let wake: () => void = () => {}
  for (const name of [...names, 'end', 'close']) stream.on(name, () => wake())
  return {
    wake: () => wake(),
    woken: () => new Promise<void>((resolve) => (wake = resolve)),
  }
}

function isLoopback(address: string | undefined): boolean {
  return address === undefined || /^(?:127\.|::1$|::ffff:127\.)/.test(address)
}

export class PacedSocket extends Duplex {
  readonly connecting: boolean
  readonly #inflow: Inflow
  readonly #take: (bytes: number) => Promise<boolean>
  #wanted: (() => void) | undefined

  /** @param take waits until so many octets are taken; false: no more are */
  constructor(inflow: Inflow, take: (bytes: number) => Promise<boolean>) {
    super()
    this.connecting = inflow.connecting
    this.#inflow = inflow
    this.#take = take
    inflow.raw.on('error', (error) => this.destroy(error))
    inflow.raw.once('connect', () => this.emit('connect'))
    void this.#flow()
  }

  get aheadBytesMax(): number {
    return this.#inflow.aheadBytesMax()
  }

  override _read(): void {
    const wanted = this.#wanted
    this.#wanted = undefined
    wanted?.()
  }

  override _write(
    chunk: Uint8Array,
    _encoding: BufferEncoding,
    done: (error?: Error | null) => void,
  ): void {
    this.#inflow.raw.write(chunk, done)
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#inflow.raw.end(() => done())
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#inflow.raw.destroy()
    done(error)
  }

  async #flow(): Promise<void> {
    for (;;) {
      const piece = await this.#inflow.next()
      if (this.destroyed) return
      if (piece === undefined) break
      if (!(await this.#take(piece.length)) || this.destroyed) return
      if (!this.push(piece)) await new Promise<void>((resolve) => (this.#wanted = resolve))
    }
    this.push(nothing)
  }
}

/** Streams tell their end with null. */
// oxlint-disable-next-line unicorn/no-null
const nothing = null
