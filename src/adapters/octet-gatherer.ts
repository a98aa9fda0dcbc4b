/** Octets to reserve at once for a length that somebody else stated. */
const reserveBytesMax = 1_048_576

const none = new Uint8Array(0)

/** Joins chunks. A single chunk is not copied; many tiny ones do not pile up as objects. */
export class OctetGatherer {
  #octets: Uint8Array = none
  /** The memory behind the octets, once there are more than those of the first chunk. */
  #memory: ArrayBuffer | undefined
  #length = 0

  get length(): number {
    return this.#length
  }

  /** A view that is good until the next `append`. */
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
    if (this.#memory === undefined) this.#take(Math.max(length, reserved(expected)))
    else if (length > this.#octets.length) this.#grow(this.#memory, length)
    this.#octets.set(chunk, this.#length)
    this.#length = length
  }

  /** The first chunk belongs to whoever gave it: from here on the octets are ours. */
  #take(bytes: number): void {
    this.#memory = new ArrayBuffer(bytes)
    const taken = new Uint8Array(this.#memory)
    taken.set(this.#octets)
    this.#octets = taken
  }

  /** Moves the memory instead of leaving half of it to the garbage collector. */
  #grow(memory: ArrayBuffer, bytes: number): void {
    this.#memory = memory.transfer(Math.max(bytes, 2 * this.#length))
    this.#octets = new Uint8Array(this.#memory)
  }
}

function reserved(expected: number): number {
  return Math.min(expected, reserveBytesMax)
}

/** The same octets as a plain `Uint8Array`, never a `Buffer`. */
export function viewOf(octets: Uint8Array): Uint8Array {
  return new Uint8Array(octets.buffer, octets.byteOffset, octets.byteLength)
}
