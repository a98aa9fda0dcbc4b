/** Cursors over octets. A reader never leaves its octets: every step past the end is a `WireError`. */
import { WireError } from '../errors.ts'

export class OctetReader {
  readonly #octets: Uint8Array
  readonly #view: DataView
  #offset = 0

  constructor(octets: Uint8Array) {
    this.#octets = octets
    this.#view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength)
  }

  get offset(): number {
    return this.#offset
  }

  get remaining(): number {
    return this.#octets.length - this.#offset
  }

  u8(): number {
    return this.#view.getUint8(this.#step(1))
  }

  u16le(): number {
    return this.#view.getUint16(this.#step(2), true)
  }

  u16be(): number {
    return this.#view.getUint16(this.#step(2), false)
  }

  u32le(): number {
    return this.#view.getUint32(this.#step(4), true)
  }

  u32be(): number {
    return this.#view.getUint32(this.#step(4), false)
  }

  /** A view of the next `count` octets, not a copy. */
  take(count: number): Uint8Array {
    const start = this.#step(count)
    return this.#octets.subarray(start, start + count)
  }

  skip(count: number): void {
    this.#step(count)
  }

  /** Goes to an absolute offset; the end itself is allowed. */
  seek(offset: number): void {
    if (!Number.isSafeInteger(offset) || offset < 0 || offset > this.#octets.length) {
      throw new WireError(
        'wire/out-of-bounds',
        `Unexpected offset ${offset}, expected one within ${this.#octets.length} octets`,
        this.#offset,
      )
    }
    this.#offset = offset
  }

  #step(count: number): number {
    const start = this.#offset
    if (!Number.isSafeInteger(count) || count < 0 || count > this.remaining) {
      throw new WireError(
        'wire/out-of-bounds',
        `Unexpected end of octets, expected ${count} more but ${this.remaining} are left`,
        start,
      )
    }
    this.#offset = start + count
    return start
  }
}

const firstCapacity = 256

/** Longest sequence a writer builds; reaching it is a defect of the caller. */
const writtenBytesMax = 64 * 1024 * 1024

export class OctetWriter {
  #octets = new Uint8Array(firstCapacity)
  #view = new DataView(this.#octets.buffer)
  #length = 0

  get length(): number {
    return this.#length
  }

  u8(value: number): this {
    const start = this.#grow(1)
    this.#view.setUint8(start, value)
    return this
  }

  u16le(value: number): this {
    const start = this.#grow(2)
    this.#view.setUint16(start, value, true)
    return this
  }

  u16be(value: number): this {
    const start = this.#grow(2)
    this.#view.setUint16(start, value, false)
    return this
  }

  u32le(value: number): this {
    const start = this.#grow(4)
    this.#view.setUint32(start, value, true)
    return this
  }

  u32be(value: number): this {
    const start = this.#grow(4)
    this.#view.setUint32(start, value, false)
    return this
  }

  bytes(octets: Uint8Array): this {
    const start = this.#grow(octets.length)
    this.#octets.set(octets, start)
    return this
  }

  /** A copy of what was written so far. */
  toUint8Array(): Uint8Array {
    return this.#octets.slice(0, this.#length)
  }

  /** Gives room first and the offset second: growing replaces the buffer and its view. */
  #grow(count: number): number {
    const start = this.#length
    const length = start + count
    if (length > writtenBytesMax) {
      throw new WireError(
        'wire/too-long',
        `Unexpected ${length} octets, expected at most ${writtenBytesMax} (writtenBytesMax)`,
        start,
      )
    }
    if (length > this.#octets.length) {
      const roomier = new Uint8Array(Math.max(length, this.#octets.length * 2))
      roomier.set(this.#octets.subarray(0, start))
      this.#octets = roomier
      this.#view = new DataView(roomier.buffer)
    }
    this.#length = length
    return start
  }
}
