/** Segments of short messages to whole messages, with what the phone holds from before. */
import type { HeldSegment } from '../inbox.ts'
import { heldSegmentsMax } from '../inbox.ts'
import { WireError } from '../../errors.ts'
import { decodeDeliver } from '../../wire/sms/deliver.ts'
import type { SmsDeliver } from '../../wire/sms/deliver.ts'
import { joinLimits, SegmentJoiner } from '../../wire/sms/joiner.ts'
import { concatenationOf } from '../../wire/sms/udh.ts'

/** One segment, or a message that is a whole. */
export interface Piece extends SmsDeliver {
  readonly held: HeldSegment
}

export interface Joined {
  readonly outcome:
    | { readonly kind: 'whole'; readonly pieces: readonly Piece[] }
    | { readonly kind: 'waiting'; readonly missing: readonly number[] }
    | { readonly kind: 'duplicate' }
    | { readonly kind: 'unreadable'; readonly problem: string }
  /** What the phone is to hold from now on. */
  readonly segments: readonly HeldSegment[]
  /** Network ids of messages given up before they were whole. */
  readonly forgotten: readonly string[]
}

/**
 * Which segments wait is found out anew from those that are held: the phone has nothing of it in its head that it could
 * lose with its battery, and a phone without messages costs nothing.
 */
export function joinSegment(segments: readonly HeldSegment[], arriving: HeldSegment): Joined {
  const piece = readPiece(arriving)
  if ('problem' in piece) return { ...unchanged(segments), outcome: piece }
  const concatenation = concatenationOf(piece.header ?? [])
  if (concatenation === undefined) {
    return { ...unchanged(segments), outcome: { kind: 'whole', pieces: [piece] } }
  }
  const joiner = new SegmentJoiner<Piece>({ ...joinLimits, messagesMax: heldSegmentsMax })
  for (const held of segments) addTo(joiner, held, arriving.receivedAt)
  const outcome = joiner.add(senderOf(piece), concatenation, piece, arriving.receivedAt)
  const kept = withinLimits(segments, arriving)
  const forgotten = idsOf(segments.filter((held) => !kept.includes(held)))
  switch (outcome.kind) {
    case 'whole': {
      const used = new Set(outcome.parts.map(({ held }) => held))
      const rest = kept.filter((held) => !used.has(held))
      return { outcome: { kind: 'whole', pieces: outcome.parts }, segments: rest, forgotten }
    }
    case 'waiting':
      return {
        outcome: { kind: 'waiting', missing: outcome.missing },
        segments: [...kept, arriving],
        forgotten,
      }
    case 'duplicate':
      return { outcome: { kind: 'duplicate' }, segments: kept, forgotten }
    default:
      return outcome satisfies never
  }
}

function unchanged(segments: readonly HeldSegment[]) {
  return { segments, forgotten: [] }
}

function addTo(joiner: SegmentJoiner<Piece>, held: HeldSegment, now: number): void {
  const piece = readPiece(held)
  if ('problem' in piece) return
  const concatenation = concatenationOf(piece.header ?? [])
  // A calendar that was set back makes nothing younger than now.
  if (concatenation !== undefined) {
    joiner.add(senderOf(piece), concatenation, piece, Math.min(held.receivedAt, now))
  }
}

/** Those that are young enough, and no more than there is room for: the oldest go first. */
function withinLimits(segments: readonly HeldSegment[], { receivedAt }: HeldSegment) {
  const young = segments.filter((held) => receivedAt - held.receivedAt <= joinLimits.ageMsMax)
  return young.slice(Math.max(0, young.length + 1 - heldSegmentsMax))
}

function readPiece(
  held: HeldSegment,
): Piece | { readonly kind: 'unreadable'; readonly problem: string } {
  try {
    return { ...decodeDeliver(held.tpdu), held }
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    return { kind: 'unreadable', problem: error.message }
  }
}

function senderOf({ from }: Piece): string {
  return `${from.ton}/${from.value}`
}

export function idsOf(segments: readonly HeldSegment[]): readonly string[] {
  return [...new Set(segments.map(({ message }) => message))]
}
