/** What the readers of one descriptor share while they read it. */
import type { Attribute, DeviationRule } from './attributes.ts'
import { logDeviation } from './deviation-log.ts'
import type { DeviationLog } from './deviation-log.ts'
import type { DecodedOctets } from './jad-charset.ts'
import type { JadTolerance } from './jad-tolerance.table.ts'
import type { TextLine } from './text-lines.ts'

/** An attribute whose lines are still being joined. */
interface Unfolded {
  readonly line: TextLine
  readonly name: string
  /** Octet text. */
  readonly pieces: string[]
}

export interface Draft extends DeviationLog {
  readonly tolerance: JadTolerance
  readonly decoded: DecodedOctets
  /** A line that begins with a blank continues the one before it. */
  readonly folds: boolean
  readonly attributes: Attribute[]
  readonly names: Set<string>
  unfolded: Unfolded | undefined
  /** Octet text of lines without a colon that wait for the next name. */
  pendingName: string
  loneCrs: number
}

/** @param place `index`: where in the line it was found */
export function report(
  draft: Draft,
  rule: DeviationRule,
  place: { readonly line: TextLine; readonly index?: number; readonly tolerated: boolean },
): undefined {
  const { line, index = 0, tolerated } = place
  const { text, offsetOf } = draft.decoded
  const from = line.start + (index > 40 ? index - 20 : 0)
  const excerpt = text.slice(from, Math.max(line.end, from + 1))
  const offset = offsetOf(line.start + index)
  logDeviation(draft, { rule, line: line.number, offset, tolerated }, excerpt)
  return undefined
}
