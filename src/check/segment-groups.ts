/** Segments of the target that belong together by sender, number, reference and total. */
import type { Evidence } from './evidence.ts'
import { pushedParts } from './pushed-messages.ts'
import type { PushedPart } from './pushed-messages.ts'

export interface SegmentGroup {
  readonly first: PushedPart['event']
  readonly reference: number
  readonly total: number
  readonly sequences: readonly number[]
  /** Two segments have the same number and other octets. */
  readonly collides: boolean
}

/** Messages of more than one segment, in the order of their first segments. */
export function groupSegments(evidence: Evidence): readonly SegmentGroup[] {
  const parts = pushedParts(evidence).filter(
    ({ concatenation }) => concatenation !== undefined && concatenation.total > 1,
  )
  const open = new Map<string, PushedPart[]>()
  const groups: PushedPart[][] = []
  for (const part of parts) {
    const key = keyOf(part)
    const group = open.get(key)
    if (group === undefined || group.length >= totalOf(group)) {
      const begun = [part]
      open.set(key, begun)
      groups.push(begun)
    } else group.push(part)
  }
  return groups.flatMap(tellGroup)
}

function keyOf({ event, concatenation }: PushedPart): string {
  const { referenceBits, reference, total } = concatenation ?? {}
  return [event.from, event.to, referenceBits, reference, total].join(' ')
}

function totalOf([first]: readonly PushedPart[]): number {
  return first?.concatenation?.total ?? 1
}

function tellGroup(parts: readonly PushedPart[]): readonly SegmentGroup[] {
  const [head] = parts
  if (head?.concatenation === undefined) return []
  const { reference, total } = head.concatenation
  const sequences = parts.map(({ concatenation }) => concatenation?.sequence ?? 0)
  const texts = parts.map(({ octets }, index) => `${sequences[index]} ${octets.join(' ')}`)
  const collides = new Set(sequences).size < new Set(texts).size
  return [{ first: head.event, reference, total, sequences, collides }]
}
