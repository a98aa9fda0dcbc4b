/** Octets to reserve at once for a length that somebody else stated. */
const reserveBytesMax = 1_048_576

const none = new Uint8Array(0)

/** Joins chunks. A single chunk is not copied; many tiny ones do not pile up as objects. */
export class OctetGatherer {
  #octets: Uint8Array = none
  #length = 0

  get length(): number {
    return this.#length
  }

  /** A view that the next `append` may leave behind. */
  get octets(): Uint8Array {
    return this.#length === this.#octets.length
      ? this.#octets
      : this.#octets.subarray(0, this.#length)
  }

  /** @param expected octets of the whole, as far as known */
  append(chunk: Uint8Array, expected = 0): void {
    if (this.#length === 0) {
      this.#octets = viewOf(chunk)
      this.#length = chunk.length
      return
    }
    const length = this.#length + chunk.length
    if (length > this.#octets.length || !this.#owned) this.#grow(length, expected)
    this.#octets.set(chunk, this.#length)
    this.#length = length
  }

  /** The first chunk belongs to whoever gave it; after it, the octets are ours. */
  #owned = false

  #grow(length: number, expected: number): void {
    const wanted = Math.max(length, Math.min(expected, reserveBytesMax))
    const roomy = this.#owned ? Math.max(wanted, this.#length * 2) : wanted
    const grown = new Uint8Array(roomy)
    grown.set(this.octets)
    this.#octets = grown
    this.#owned = true
  }
}

/** The same octets as a plain `Uint8Array`, never a `Buffer`. */
export function viewOf(octets: Uint8Array): Uint8Array {
  return new Uint8Array(octets.buffer, octets.byteOffset, octets.byteLength)
}
