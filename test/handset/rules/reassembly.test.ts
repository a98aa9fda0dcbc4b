import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heldSegmentsMax } from '../../../src/handset/inbox.ts'
import type { HeldSegment } from '../../../src/handset/inbox.ts'
import { joinSegment } from '../../../src/handset/rules/reassembly.ts'
import { readPieces } from '../../../src/handset/rules/received-push.ts'
import { segmentsOf } from '../pushes.ts'

const hour = 3_600_000
const long = (word: string) => `${word} `.repeat(60).trim()

function heldOf(text: string, from: string, id = from): readonly HeldSegment[] {
  return segmentsOf({ kind: 'text', text }, id, from).map(({ id: message, payload }) => ({
    message,
    tpdu: payload.kind === 'sms' ? payload.tpdu : new Uint8Array(),
    receivedAt: 0,
  }))
}

/** What came of each segment, one after the other. */
function takeAll(arriving: readonly HeldSegment[]) {
  let segments: readonly HeldSegment[] = []
  const told = arriving.map((one) => {
    const joined = joinSegment(segments, one)
    segments = joined.segments
    const { outcome, forgotten } = joined
    if (outcome.kind !== 'whole') return { ...outcome, forgotten }
    return { kind: 'whole', arrived: readPieces(outcome.pieces), forgotten }
  })
  return { told, segments }
}

function wholes(arriving: readonly HeldSegment[]) {
  return takeAll(arriving).told.flatMap((one) => ('arrived' in one ? [one.arrived] : []))
}

const [a1, a2, a3] = heldOf(long('alpha'), '16400')
const [b1, b2, b3] = heldOf(long('bravo'), '16401')
if (!a1 || !a2 || !a3 || !b1 || !b2 || !b3) throw new TypeError('three segments each')

const alpha = { kind: 'text', text: long('alpha') }
const bravo = { kind: 'text', text: long('bravo') }

describe('segments', () => {
  it('that need no others are a message at once', () => {
    expect(wholes(heldOf('short', '16400'))).toEqual([{ kind: 'text', text: 'short' }])
  })

  it('are joined in any order', () => {
    expect(wholes([a3, a1, a2])).toEqual([alpha])
  })

  it('of several senders do not mix, although their reference is the same', () => {
    expect(wholes([a1, b1, a2, b2, b3, a3])).toEqual([bravo, alpha])
  })

  it('that come twice count once', () => {
    const { told } = takeAll([a1, a1, a2, a3])
    expect(told.map(({ kind }) => kind)).toEqual(['waiting', 'duplicate', 'waiting', 'whole'])
  })

  it('wait for those that are missing', () => {
    const { told, segments } = takeAll([a1, a3])
    expect(told.at(-1)).toEqual({ kind: 'waiting', missing: [2], forgotten: [] })
    expect(segments).toEqual([a1, a3])
  })

  it('are let go once their message is whole, and others are kept', () => {
    expect(takeAll([b1, a1, a2, a3]).segments).toEqual([b1])
  })

  it('that waited for a day are given up', () => {
    const late = { ...b1, receivedAt: 24 * hour + 1 }
    const { told, segments } = takeAll([a1, a2, late])
    expect(told.at(-1)).toEqual({ kind: 'waiting', missing: [2, 3], forgotten: ['16400'] })
    expect(segments).toEqual([late])
  })

  it('are held up to a number, and the oldest go first', () => {
    const many = Array.from({ length: heldSegmentsMax + 1 }, (_, index) =>
      heldOf(long('charlie'), String(20_000 + index)).slice(0, 1),
    ).flat()
    const { told, segments } = takeAll(many)
    expect(told.at(-1)).toEqual({ kind: 'waiting', missing: [2, 3, 4], forgotten: ['20000'] })
    expect(segments.length).toBe(heldSegmentsMax)
  })

  it('that are no short message are told so', () => {
    const odd = { message: '9', tpdu: Uint8Array.of(1, 2), receivedAt: 0 }
    expect(takeAll([odd]).told).toEqual([
      {
        kind: 'unreadable',
        problem: 'Unexpected message type 1, expected 0 (at octet 0)',
        forgotten: [],
      },
    ])
  })

  it('of any octets end in a message, a wait or a complaint, within the limits', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 180 }), { maxLength: 12 }), (all) => {
        const arriving = all.map((tpdu, index) => ({
          message: String(index),
          tpdu,
          receivedAt: index,
        }))
        const { told, segments } = takeAll(arriving)
        expect(told.length).toBe(arriving.length)
        expect(segments.length).toBeLessThanOrEqual(arriving.length)
      }),
    )
  })
})
