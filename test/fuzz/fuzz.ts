/** Octets that a hostile sender might send, and what must hold of whoever reads them. */
import { WireError } from '../../src/errors.ts'
import type { FuzzedCodec } from './codecs.table.ts'

export interface FuzzFigures {
  readonly name: string
  readonly inputs: number
  /** Read to a value; the others were refused with a place. */
  readonly values: number
  readonly slowestMs: number
}

const randomOctetsMax = 400
const changesMax = 8
const interesting = [0x00, 0x01, 0x7f, 0x80, 0xfe, 0xff] as const

/** @throws Error that names the codec, the seed and the input for whatever is neither a value nor a WireError within the input */
export function fuzz(codec: FuzzedCodec, count: number, seed: number): FuzzFigures {
  const random = createRandom(seed)
  let values = 0
  let slowestMs = 0
  for (let index = 0; index < count; index += 1) {
    const octets = nextInput(codec.samples, random)
    const began = performance.now()
    const outcome = outcomeOf(codec, octets)
    const ms = performance.now() - began
    if (ms > slowestMs) slowestMs = Math.max(slowestMs, Math.min(ms, timeAgain(codec, octets)))
    if (outcome !== 'value' && outcome !== 'refused') {
      const hex = Buffer.from(octets).toString('hex')
      throw new Error(`${codec.name}, seed ${seed}, input ${index}: ${outcome}: ${hex}`)
    }
    if (outcome === 'value') values += 1
  }
  return { name: codec.name, inputs: count, values, slowestMs }
}

/** A machine that is busy may hold up an input once; one that is slow to read is so each time. */
function timeAgain(codec: FuzzedCodec, octets: Uint8Array): number {
  const times = Array.from({ length: 3 }, () => {
    const began = performance.now()
    outcomeOf(codec, octets)
    return performance.now() - began
  })
  return Math.min(...times)
}

function outcomeOf({ read }: FuzzedCodec, octets: Uint8Array): string {
  try {
    read(octets)
    return 'value'
  } catch (error) {
    if (!(error instanceof WireError)) return `threw ${String(error)}`
    const { offset } = error
    const isWithin = Number.isSafeInteger(offset) && offset >= 0 && offset <= octets.length
    return isWithin ? 'refused' : `${error.code} at ${offset} of ${octets.length}`
  }
}

type Random = (bound: number) => number

function nextInput(samples: readonly Uint8Array[], random: Random): Uint8Array {
  const sample = samples[random(samples.length)] ?? new Uint8Array()
  switch (random(8)) {
    case 0:
      return Uint8Array.from({ length: random(randomOctetsMax) }, () => random(256))
    case 1:
      return sample.slice(0, random(sample.length + 1))
    case 2:
      return spliced(sample, samples[random(samples.length)] ?? sample, random)
    case 3:
      return stretched(sample, random)
    default:
      return changed(sample, random)
  }
}

function changed(sample: Uint8Array, random: Random): Uint8Array {
  const octets = sample.slice()
  for (let left = 1 + random(changesMax); left > 0 && octets.length > 0; left -= 1) {
    const value = random(2) === 0 ? random(256) : interesting[random(interesting.length)]
    octets[random(octets.length)] = value ?? 0
  }
  return octets
}

function spliced(head: Uint8Array, tail: Uint8Array, random: Random): Uint8Array {
  const front = head.subarray(0, random(head.length + 1))
  return Uint8Array.of(...front, ...tail.subarray(random(tail.length + 1)))
}

/** A few octets of it, many times. */
function stretched(sample: Uint8Array, random: Random): Uint8Array {
  const start = random(sample.length + 1)
  const piece = sample.subarray(start, start + random(8))
  const repeated = Array.from({ length: random(40) }, () => [...piece]).flat()
  return Uint8Array.of(...sample.subarray(0, start), ...repeated, ...sample.subarray(start))
}

/** Mulberry32: the same inputs from the same seed. */
function createRandom(seed: number): Random {
  let state = seed | 0
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound
  }
}
