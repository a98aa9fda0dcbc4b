/** Cuts user data into what fits one short message each (3GPP 23.040 section 9.2.3.24.1). */
import { WireError } from '../../errors.ts'
import type { Alphabet } from './data-coding.ts'
import { escapeSeptet, headerSeptets } from './gsm7.ts'
import { udhOctets } from './udh.ts'
import type { UdhElement } from './udh.ts'

/** TP-UD of one message, header included. */
export const userDataOctetsMax = 140
const userDataSeptetsMax = 160
/** The total is one octet. */
export const segmentsMax = 255

export interface UserData {
  readonly alphabet: Alphabet
  /** Repeated in every segment, in front of the concatenation. */
  readonly elements: readonly UdhElement[]
  /** Septets one to an octet for `gsm`, else octets. */
  readonly octets: Uint8Array
}

export interface SegmentReference {
  readonly referenceBits: 8 | 16
  readonly reference: number
}

export type Segment = Omit<UserData, 'alphabet'>

/** Septets (`gsm`) or octets that fit behind these elements; UCS-2 counts whole characters. */
export function segmentCapacity(alphabet: Alphabet, elements: readonly UdhElement[]): number {
  const headerOctets = elements.length === 0 ? 0 : udhOctets(elements)
  if (alphabet === 'gsm') return Math.max(0, userDataSeptetsMax - headerSeptets(headerOctets))
  const left = Math.max(0, userDataOctetsMax - headerOctets)
  return alphabet === 'ucs2' ? left - (left % 2) : left
}

/**
 * One segment without concatenation when everything fits, else as many as needed. Escape pairs and surrogate pairs stay whole.
 *
 * @throws WireError `sms/too-many-segments` beyond `segmentsMax`, or when the elements leave no room
 */
export function splitUserData(userData: UserData, reference: SegmentReference): readonly Segment[] {
  const { alphabet, elements, octets } = userData
  if (octets.length <= segmentCapacity(alphabet, elements)) return [{ elements, octets }]
  const probe: UdhElement = { kind: 'concatenation', ...reference, total: 1, sequence: 1 }
  const capacity = segmentCapacity(alphabet, [...elements, probe])
  const pieces: Uint8Array[] = []
  let start = 0
  while (start < octets.length) {
    const end = Math.min(octets.length, start + capacity)
    const cut = end === octets.length ? end : end - heldBack(alphabet, octets.subarray(start, end))
    if (pieces.length === segmentsMax || cut <= start) {
      throw new WireError(
        'sms/too-many-segments',
        `Unexpected text of ${octets.length}, expected at most ${segmentsMax} (segmentsMax) segments of ${capacity}`,
        start,
      )
    }
    pieces.push(octets.subarray(start, cut))
    start = cut
  }
  return pieces.map((piece, index) => ({
    elements: [...elements, { ...probe, total: pieces.length, sequence: index + 1 }],
    octets: piece,
  }))
}

/** Units at the end that belong with what follows: an escape, or a high surrogate. */
function heldBack(alphabet: Alphabet, piece: Uint8Array): number {
  switch (alphabet) {
    case 'gsm':
      return trailingEscapes(piece) % 2
    case 'ucs2':
      return ((piece.at(-2) ?? 0) & 0xfc) === 0xd8 ? 2 : 0
    case 'octets':
      return 0
    default:
      return alphabet satisfies never
  }
}

/** An escape in front of an escape is a pair by itself. */
function trailingEscapes(septets: Uint8Array): number {
  let count = 0
  while (septets.at(-1 - count) === escapeSeptet) count += 1
  return count
}
