/** What comes and goes over connections of HTTP, octet by octet: one piece for each request and each answer. */
import type { Duplex } from 'node:stream'
import type { PduTap } from '../bearer.ts'

/** Octets of one request that are kept for whoever looks on; far more than a door takes. */
const keptBytesMax = 1_048_576

interface Heard {
  readonly name: string
  chunks: Uint8Array[]
  length: number
}

export class HttpTap {
  readonly #teller: string
  readonly #tap: PduTap | undefined
  readonly #lines = new WeakMap<Duplex, Heard>()
  #connections = 0

  constructor(teller: string, tap: PduTap | undefined) {
    this.#teller = teller
    this.#tap = tap
  }

  /** From now on all that comes is kept until it is told. */
  listen(line: Duplex): void {
    if (this.#tap === undefined) return
    this.#connections += 1
    const heard: Heard = { name: `${this.#teller}.${this.#connections}`, chunks: [], length: 0 }
    this.#lines.set(line, heard)
    line.on('data', (chunk: Uint8Array) => {
      heard.length += chunk.length
      if (heard.length <= keptBytesMax) heard.chunks.push(chunk)
    })
  }

  /** Tells what has come since it was last told: a whole request. */
  hear(line: Duplex): void {
    const heard = this.#lines.get(line)
    if (heard === undefined || heard.length === 0) return
    const octets = new Uint8Array(Buffer.concat(heard.chunks))
    heard.chunks = []
    heard.length = 0
    this.#tap?.({ connection: heard.name, from: 'peer', octets })
  }

  say(line: Duplex, octets: Uint8Array): void {
    const heard = this.#lines.get(line)
    if (heard === undefined) return
    this.#tap?.({ connection: heard.name, from: 'network', octets: new Uint8Array(octets) })
  }
}

export function formatHead(
  line: string,
  fields: readonly (readonly [name: string, value: string])[],
): Uint8Array {
  const lines = [line, ...fields.map(([name, value]) => `${name}: ${value}`), '', '']
  return Buffer.from(lines.join('\r\n'), 'latin1')
}
