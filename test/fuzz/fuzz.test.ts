import { describe, expect, test } from 'vitest'
import { WireError } from '../../src/errors.ts'
import { fuzzedCodecs } from './codecs.table.ts'
import { fuzz } from './fuzz.ts'

test.each(fuzzedCodecs)(
  '$name reads 20,000 hostile inputs to a value or a refusal',
  (codec) => {
    const { inputs, values } = fuzz(codec, 20_000, 1)
    expect(inputs).toBe(20_000)
    // Both happen: inputs that are all refused, or none, would prove little.
    expect(values).toBeGreaterThan(100)
  },
  60_000,
)

describe('a codec that is not sound', () => {
  const samples = [Uint8Array.of(1, 2, 3)]

  test.each<[string, (octets: Uint8Array) => void, RegExp]>([
    [
      'throws what is no refusal',
      (octets) => {
        if (octets[0] === 0xff) throw new RangeError('oops')
      },
      /^bad, seed 1, input \d+: threw RangeError: oops: ff/,
    ],
    [
      'refuses at a place beyond the input',
      (octets) => {
        throw new WireError('bad', 'no', octets.length + 1)
      },
      /^bad, seed 1, input 0: bad at 4 of 3: /,
    ],
  ])('is found when it %s', (_, read, message) => {
    expect(() => fuzz({ name: 'bad', samples, read }, 10_000, 1)).toThrow(message)
  })
})
