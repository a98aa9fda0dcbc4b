/** Cursors over octets. A reader never leaves its octets: every step past the end is a `WireError`. */
import { WireError } from '../errors.ts'

/** A `uintvar` or `mb_u_int32` has at most five octets (WSP 8.1.2, WBXML 5.1). */
const uintvarOctetsMax = 5

export class OctetReader {
  readonly #octets: Uint8Array
  readonly #view: DataView
  readonly #start: number
  readonly #end: number
  #offset: number

  /** @param part where to begin and end; offsets stay those of all the octets */
  constructor(octets: Uint8Array, part: { readonly start?: number; readonly end?: number } = {}) {
    this.#octets = octets
    this.#view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength)
    this.#start = part.start ?? 0
    this.#offset = this.#start
    this.#end = part.end ?? octets.length
  }

  get offset(): number {
    return this.#offset
  }

  get remaining(): number {
    return this.#end - this.#offset
  }

  /** The next octet, without taking it; none at the end. */
  get next(): number | undefined {
    return this.remaining > 0 ? this.#octets[this.#offset] : undefined
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

  /** XOR of the next `count` numbers of `u32le`, as a number of 32 bits with a sign: much faster than one by one. */
  xor32le(count: number): number {
    const start = this.#step(count * 4)
    const end = this.#offset
    let sum = 0
    for (let at = start; at < end; at += 4) sum ^= this.#view.getInt32(at, true)
    return sum
  }

  /**
   * `uintvar` of WSP 8.1.2, `mb_u_int32` of WBXML 5.1: seven bits an octet, the most significant first, 0x80 where more follow.
   *
   * @throws WireError `wire/uintvar-too-long` beyond 32 bits
   */
  uintvar(): number {
    const start = this.#offset
    let value = 0
    for (let count = 0; count < uintvarOctetsMax; count += 1) {
      const octet = this.u8()
      value = value * 0x80 + (octet & 0x7f)
      if (octet < 0x80 && value <= 0xffffffff) return value
    }
    throw new WireError(
      'wire/uintvar-too-long',
      'Unexpected uintvar of over 32 bits, expected at most 4294967295',
      start,
    )
  }

  /** A view of the octets before the next NUL, which is taken as well. */
  untilNul(): Uint8Array {
    const start = this.#offset
    const nul = this.#octets.indexOf(0, start)
    if (nul === -1 || nul >= this.#end) {
      throw new WireError(
        'wire/unterminated-text',
        `Unexpected end of octets, expected a NUL within ${this.remaining}`,
        start,
      )
    }
    this.#offset = nul + 1
    return this.#octets.subarray(start, nul)
  }

  /** A reader of the next `count` octets, which are taken from this one; its offsets go on from here. */
  part(count: number): OctetReader {
    const start = this.#step(count)
    return new OctetReader(this.#octets, { start, end: start + count })
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
    if (!Number.isSafeInteger(offset) || offset < this.#start || offset > this.#end) {
      throw new WireError(
        'wire/out-of-bounds',
        `Unexpected offset ${offset}, expected one within ${this.#end} octets`,
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
  #octets: Uint8Array<ArrayBuffer>
  #view: DataView
  #length = 0

  /** @param capacity octets to begin with; it grows */
  constructor(capacity = firstCapacity) {
    this.#octets = new Uint8Array(capacity)
    this.#view = new DataView(this.#octets.buffer)
  }

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

  /** The shortest form of a `uintvar`; see {@link OctetReader.uintvar}. */
  uintvar(value: number): this {
    if (!Number.isInteger(value) || value < 0 || value > 0xffffffff) {
      throw new WireError(
        'wire/uintvar-too-long',
        `Unexpected uintvar ${value}, expected an integer up to 4294967295`,
        this.#length,
      )
    }
    const octets = [value % 0x80]
    for (let rest = Math.floor(value / 0x80); rest > 0; rest = Math.floor(rest / 0x80)) {
      octets.unshift(0x80 | (rest % 0x80))
    }
    return this.bytes(Uint8Array.from(octets))
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
