/** Cuts a stream into PDUs by their command_length (SMPP 3.4 section 3.2). */
import { headerOctets } from './pdu-reader.ts'

export interface SmppLimits {
  /** command_length; a message_payload of 64 KB fits. */
  readonly pduOctetsMax: number
}

export const smppLimits: SmppLimits = { pduOctetsMax: 70_000 }

export type Frame =
  | { readonly kind: 'pdu'; readonly octets: Uint8Array }
  /** There is no way to find the next PDU: the stream is over. `head` is what there is of the header. */
  | {
      readonly kind: 'broken'
      readonly reason: 'undersized' | 'oversized'
      readonly length: number
      readonly head: Uint8Array
    }

const lengthOctets = 4

export class SmppFramer {
  readonly #limits: SmppLimits
  /** What is there of a PDU that began in an earlier chunk. */
  #held = new Uint8Array(lengthOctets)
  #heldOctets = 0
  #broken = false

  constructor(limits: SmppLimits = smppLimits) {
    this.#limits = limits
  }

  /** Octets of a PDU whose rest has not come. */
  get pending(): number {
    return this.#heldOctets
  }

  /** Frames are views of the chunk where they can be. After a broken one nothing more comes. */
  push(chunk: Uint8Array): readonly Frame[] {
    const frames: Frame[] = []
    let rest = chunk
    while (rest.length > 0 && !this.#broken) {
      const taken =
        this.#heldOctets === 0 && rest.length >= lengthOctets
          ? this.#takeWhole(rest, frames)
          : this.#takeHeld(rest, frames)
      rest = rest.subarray(taken)
    }
    return frames
  }

  /** Octets taken of a chunk in which a PDU begins. */
  #takeWhole(chunk: Uint8Array, frames: Frame[]): number {
    const length = lengthOf(chunk)
    if (this.#isBroken(length, chunk, frames)) return chunk.length
    if (length <= chunk.length) {
      frames.push({ kind: 'pdu', octets: chunk.subarray(0, length) })
      return length
    }
    this.#hold(chunk, length)
    return chunk.length
  }

  #takeHeld(chunk: Uint8Array, frames: Frame[]): number {
    const part = chunk.subarray(0, this.#held.length - this.#heldOctets)
    this.#held.set(part, this.#heldOctets)
    this.#heldOctets += part.length
    if (this.#heldOctets < this.#held.length) return part.length
    if (this.#held.length > lengthOctets) {
      frames.push({ kind: 'pdu', octets: this.#held })
      this.#release()
      return part.length
    }
    const length = lengthOf(this.#held)
    if (!this.#isBroken(length, this.#held, frames)) this.#hold(this.#held, length)
    return part.length
  }

  #hold(start: Uint8Array, length: number): void {
    const held = new Uint8Array(length)
    held.set(start)
    this.#held = held
    this.#heldOctets = start.length
  }

  #release(): void {
    this.#held = new Uint8Array(lengthOctets)
    this.#heldOctets = 0
  }

  #isBroken(length: number, start: Uint8Array, frames: Frame[]): boolean {
    const isShort = length < headerOctets
    if (!isShort && length <= this.#limits.pduOctetsMax) return false
    this.#broken = true
    const reason = isShort ? 'undersized' : 'oversized'
    frames.push({ kind: 'broken', reason, length, head: start.slice(0, headerOctets) })
    this.#release()
    return true
  }
}

function lengthOf(octets: Uint8Array): number {
  return new DataView(octets.buffer, octets.byteOffset, octets.byteLength).getUint32(0)
}
