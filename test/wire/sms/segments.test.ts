import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Alphabet } from '../../../src/wire/sms/data-coding.ts'
import { decodeGsm, encodeGsm } from '../../../src/wire/sms/gsm7.ts'
import { SegmentJoiner } from '../../../src/wire/sms/joiner.ts'
import { segmentCapacity, splitUserData } from '../../../src/wire/sms/segments.ts'
import type { Segment } from '../../../src/wire/sms/segments.ts'
import { decodeUcs2, encodeUcs2 } from '../../../src/wire/sms/ucs2.ts'
import { concatenationOf } from '../../../src/wire/sms/udh.ts'
import type { UdhElement } from '../../../src/wire/sms/udh.ts'
import { attempt } from '../attempt.ts'

const ports: UdhElement = { kind: 'ports', portBits: 16, destination: 2948, source: 9200 }
const concatenation = (referenceBits: 8 | 16): UdhElement => ({
  kind: 'concatenation',
  referenceBits,
  reference: 1,
  total: 1,
  sequence: 1,
})
const gsm = (text: string) => encodeGsm(text) ?? new Uint8Array()

describe('a segment', () => {
  // 3GPP 23.040 section 9.2.3.24.1 states 134, 153 and 67; the others follow from its formula.
  test.each<[string, readonly UdhElement[], readonly [number, number, number]]>([
    ['without header', [], [160, 140, 140]],
    ['with an 8-bit reference', [concatenation(8)], [153, 134, 134]],
    ['with a 16-bit reference', [concatenation(16)], [152, 133, 132]],
    ['with ports', [ports], [152, 133, 132]],
    ['with ports and an 8-bit reference', [ports, concatenation(8)], [146, 128, 128]],
  ])('%s holds so many septets, octets and UCS-2 octets', (_, elements, capacities) => {
    const alphabets: readonly Alphabet[] = ['gsm', 'octets', 'ucs2']
    expect(alphabets.map((alphabet) => segmentCapacity(alphabet, elements))).toEqual(capacities)
  })
})

describe('a long text', () => {
  const reference = { referenceBits: 8, reference: 7 } as const

  test('that fits is one segment without concatenation', () => {
    const octets = gsm('a'.repeat(160))
    expect(splitUserData({ alphabet: 'gsm', elements: [], octets }, reference)).toEqual([
      { elements: [], octets },
    ])
  })

  test('is not cut between an escape and its character', () => {
    const octets = gsm(`${'a'.repeat(152)}€${'b'.repeat(10)}`)
    const segments = splitUserData({ alphabet: 'gsm', elements: [], octets }, reference)
    expect(segments.map((segment) => decodeGsm(segment.octets))).toEqual([
      'a'.repeat(152),
      `€${'b'.repeat(10)}`,
    ])
  })

  test('is cut behind two escapes, which are a pair by themselves', () => {
    const octets = Uint8Array.from([...gsm('a'.repeat(151)), 0x1b, 0x1b, ...gsm('b'.repeat(10))])
    const segments = splitUserData({ alphabet: 'gsm', elements: [], octets }, reference)
    expect(segments.map((segment) => segment.octets.length)).toEqual([153, 10])
  })

  test('is not cut within a surrogate pair', () => {
    const octets = encodeUcs2(`${'a'.repeat(66)}😀${'b'.repeat(10)}`)
    const segments = splitUserData({ alphabet: 'ucs2', elements: [], octets }, reference)
    expect(segments.map((segment) => decodeUcs2(segment.octets))).toEqual([
      'a'.repeat(66),
      `😀${'b'.repeat(10)}`,
    ])
  })

  test('has at most 255 segments', () => {
    const octets = new Uint8Array(255 * 134 + 1)
    expect(
      attempt(() => splitUserData({ alphabet: 'octets', elements: [], octets }, reference)),
    ).toEqual({ kind: 'refused', code: 'sms/too-many-segments', offset: 255 * 134 })
    const whole = { alphabet: 'octets', elements: [], octets: octets.subarray(1) } as const
    expect(splitUserData(whole, reference)).toHaveLength(255)
  })

  test('has no segments when its elements leave no room', () => {
    const bulk: UdhElement = {
      kind: 'unknown',
      id: 0x70,
      octets: new Uint8Array(138),
      reason: '',
      offset: 1,
    }
    const octets = new Uint8Array(1)
    expect(
      attempt(() => splitUserData({ alphabet: 'octets', elements: [bulk], octets }, reference)),
    ).toEqual({ kind: 'refused', code: 'sms/too-many-segments', offset: 0 })
  })

  test('of any kind comes back whole, in segments that fit, in whatever order', () => {
    const content = fc.oneof(
      fc.record({
        alphabet: fc.constant<Alphabet>('gsm'),
        octets: fc.uint8Array({ max: 0x7f, maxLength: 900 }),
      }),
      fc.record({
        alphabet: fc.constant<Alphabet>('octets'),
        octets: fc.uint8Array({ maxLength: 900 }),
      }),
      fc.record({
        alphabet: fc.constant<Alphabet>('ucs2'),
        octets: fc.string({ unit: 'binary', maxLength: 400 }).map(encodeUcs2),
      }),
    )
    const elements = fc.constantFrom<readonly UdhElement[]>([], [ports])
    const bits = fc.constantFrom<8 | 16>(8, 16)
    const ranks = fc.infiniteStream(fc.nat())
    fc.assert(
      fc.property(content, elements, bits, ranks, (given, head, referenceBits, order) => {
        const userData = { ...given, elements: head }
        const segments = splitUserData(userData, { referenceBits, reference: 200 })
        const room = segments.map(
          ({ elements: own, octets }) => segmentCapacity(given.alphabet, own) - octets.length,
        )
        expect(room.filter((left) => left < 0)).toEqual([])
        const shuffled = segments
          .map((segment) => ({ segment, rank: order.next().value ?? 0 }))
          .toSorted((a, b) => a.rank - b.rank)
        expect(join(shuffled.map(({ segment }) => segment))).toEqual(new Uint8Array(given.octets))
      }),
    )
  })
})

function join(segments: readonly Segment[]): Uint8Array {
  const joiner = new SegmentJoiner<Segment>()
  const outcomes = segments.flatMap((segment) => {
    const place = concatenationOf(segment.elements)
    return place === undefined ? [] : [joiner.add('358400', place, segment, 0)]
  })
  const last = outcomes.at(-1)
  const parts = last?.kind === 'whole' ? last.parts : segments
  expect(outcomes.slice(0, -1).filter(({ kind }) => kind !== 'waiting')).toEqual([])
  expect([joiner.messages, joiner.octets]).toEqual([0, 0])
  return new Uint8Array(Buffer.concat(parts.map(({ octets }) => octets)))
}
