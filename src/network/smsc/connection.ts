/** A socket and its session: cuts octets into PDUs, gathers what goes out, and cuts peers that do not keep to the limits. */
import type { Duplex } from 'node:stream'
import type { PduTap } from '../bearer.ts'
import { fromOctetText } from '../../wire/octet-text.ts'
import { SmppFramer } from '../../wire/smpp/framer.ts'
import type { SessionLink, SmscSession } from './session.ts'
import type { SmscLimits } from './smsc-options.ts'

/** A connection of TCP, or one in memory. */
export interface Line extends Duplex {
  setNoDelay(noDelay: boolean): unknown
  setTimeout(ms: number): unknown
}

export interface ConnectionParts {
  readonly socket: Line
  readonly limits: SmscLimits
  /** Of this connection, for the record. */
  readonly name: string
  readonly tap: PduTap | undefined
  readonly tell: (what: string, peer: string | undefined, detail: string) => void
  openSession(link: SessionLink): SmscSession
}

export function serveConnection(parts: ConnectionParts): void {
  const { socket, limits, tell } = parts
  const link = new SocketLink(parts)
  const session = parts.openSession(link)
  const framer = new SmppFramer(limits)
  socket.setNoDelay(true)
  socket.setTimeout(limits.bindMsMax)
  socket.on('data', (chunk: string | Uint8Array) => {
    const octets =
      typeof chunk === 'string'
        ? fromOctetText(chunk)
        : new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.length)
    const frames = framer.push(octets)
    // What came in one piece had come before any of it was answered.
    for (const frame of frames) {
      if (frame.kind === 'pdu')
        parts.tap?.({ connection: parts.name, from: 'peer', octets: frame.octets })
    }
    for (const frame of frames) session.receive(frame)
    if (session.isBound) socket.setTimeout(limits.idleMsMax)
  })
  socket.on('timeout', () => {
    const limit = session.isBound ? 'idleMsMax' : 'bindMsMax'
    tell(
      'peer.cut',
      session.peer,
      `silent for ${limits[limit]} ms (${limit}), ${framer.pending} octets of a PDU pending`,
    )
    socket.destroy()
  })
  // What a peer may do to its own connection ends that connection only.
  socket.on('error', (cause: Error) => tell('peer.failed', session.peer, cause.message))
  socket.on('end', () => socket.end())
  socket.on('close', () => {
    if (framer.pending > 0)
      tell('pdu.cut', session.peer, `${framer.pending} octets of a PDU at the end`)
    session.close()
  })
}

/** Gathers PDUs that are sent in one go into one write. */
class SocketLink implements SessionLink {
  readonly #parts: ConnectionParts
  #gathered: Uint8Array[] = []

  constructor(parts: ConnectionParts) {
    this.#parts = parts
  }

  send(octets: Uint8Array): void {
    this.#parts.tap?.({ connection: this.#parts.name, from: 'network', octets })
    this.#gathered.push(octets)
    if (this.#gathered.length === 1) queueMicrotask(() => this.#flush())
  }

  end(): void {
    this.#flush()
    this.#parts.socket.end()
  }

  cut(): void {
    this.#parts.socket.destroy()
  }

  #flush(): void {
    const { socket, limits, tell } = this.#parts
    const gathered = this.#gathered
    this.#gathered = []
    if (gathered.length === 0 || !socket.writable) return
    socket.write(gathered.length === 1 ? (gathered[0] ?? '') : Buffer.concat(gathered))
    if (socket.writableLength <= limits.unreadOctetsMax) return
    tell(
      'peer.cut',
      undefined,
      `${socket.writableLength} octets unread, expected at most ${limits.unreadOctetsMax} (unreadOctetsMax)`,
    )
    socket.destroy()
  }
}
