import type { CaseFacts } from '../trace/events.ts'
import type { Evidence } from './evidence.ts'

/** `must-if`: mandatory once the feature is offered. `field`: what deployed devices need; no document demands it. */
export type Level = 'must' | 'must-if' | 'should' | 'may' | 'field'

export type Verdict = 'pass' | 'fail' | 'inconclusive' | 'not-applicable' | 'review' | 'error'

/** What a check says of one place in a trace. The judge adds the check's id and level. */
export interface Judgement {
  readonly verdict: 'pass' | 'fail' | 'inconclusive' | 'review'
  /** `seq` of the event that proves it. */
  readonly at: number
  /** `Unexpected X, expected Y.` for a failure; what was seen, for a pass. */
  readonly reason: string
  /** Octets or values of the target, escaped, at most 200 characters. */
  readonly actual?: string
  readonly expected?: string
  /** `seq` of a second event that the reader has to see to believe it. */
  readonly cause?: number
}

export interface CheckContext {
  /** Typed, memoised views of one trace: exchanges, parsed descriptors, packages, reports. */
  readonly evidence: Evidence
  readonly facts: CaseFacts
}

export interface Check {
  /** Row of the observable server checks: `S01` … `S83`, `W01` … of pushes, `N01` … of native packages; none for a check of our own. */
  readonly row?: string
  readonly level: Level
  /** Id of the clause it rests on, in `check/specs/`. */
  readonly clause: string
  /** One sentence that is true of a conforming server. */
  readonly title: string
  /** Is there anything in this trace to judge? When false everywhere, `absent` says why in the report. */
  readonly applies: (context: CheckContext) => boolean
  /** What would have to be in a trace for this check to apply, as the end of "not applicable: …". */
  readonly absent: string
  readonly judge: (context: CheckContext) => Iterable<Judgement>
  /** Which real devices break, why it matters, and what to change on the server. Two to five sentences. */
  readonly explain: string
}

/** Declares a check; its id is its path below `check/checks/`, e.g. `report/answered-with-200`. */
export function defineCheck(check: Check): Check {
  return check
}

interface Place {
  readonly seq: number
}

export function pass(place: Place, reason: string): Judgement {
  return { verdict: 'pass', at: place.seq, reason }
}

export function fail(
  place: Place,
  unexpected: {
    readonly actual: string
    readonly expected: string
    readonly cause?: Place
    readonly reason?: string
  },
): Judgement {
  const { actual, expected, cause } = unexpected
  return {
    verdict: 'fail',
    at: place.seq,
    reason: unexpected.reason ?? `Unexpected ${actual}, expected ${expected}.`,
    actual,
    expected,
    ...(cause === undefined ? {} : { cause: cause.seq }),
  }
}

export function inconclusive(place: Place, reason: string): Judgement {
  return { verdict: 'inconclusive', at: place.seq, reason }
}

export function review(place: Place, reason: string): Judgement {
  return { verdict: 'review', at: place.seq, reason }
}
