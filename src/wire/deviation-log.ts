import type { Deviation, DeviationRule } from './attributes.ts'
import { escapeOctets } from './escape.ts'
import { fromOctetText } from './octet-text.ts'

/** Deviations listed of one descriptor or manifest. The first that is not tolerated is always among them. */
const deviationsMax = 1_000
/** Characters of an excerpt. */
const foundMax = 80

/** What is wrong with a descriptor or manifest, while it is being read. */
export interface DeviationLog {
  readonly deviations: Deviation[]
  /** No deviation so far that is not tolerated. */
  wellFormed: boolean
}

export interface Found {
  readonly rule: DeviationRule
  readonly line: number
  /** Octet offset of what was found. */
  readonly offset: number
  readonly tolerated: boolean
}

/** @param excerpt octet text that begins with what was found */
export function logDeviation(log: DeviationLog, found: Found, excerpt: string): void {
  const { tolerated } = found
  if (log.deviations.length < deviationsMax || (!tolerated && log.wellFormed)) {
    const text = escapeOctets(fromOctetText(excerpt.slice(0, foundMax)), foundMax)
    log.deviations.push({ ...found, found: text })
  }
  if (!tolerated) log.wellFormed = false
}
