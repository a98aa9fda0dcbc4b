/** The one outward model of a run: what reporters, the console and other programs read. Format 1, additive only. */
import type { Level, Verdict } from '../check/check.ts'
import type { Finding } from '../check/verdict.ts'
import type { InstallOutcomeKind } from '../trace/events.ts'
import type { NativeEnd } from '../trace/native-ends.table.ts'

export type { Finding }

export const RUN_REPORT_FORMAT = 1

/** A message that the operator's network took on for the phone. */
export interface MessageReport {
  /** Its id in the network; segments that the sender cut himself have one each. */
  readonly message: string
  readonly bearer: string
  /** Who handed it in: system id, user or address. */
  readonly sender: string
  readonly from: string
  readonly to: string
  /** `waiting`, or how it ended: delivered, expired … */
  readonly state: string
  /** What the phone read in it, once it was whole. */
  readonly decoded?: string
  /** What the air and the phone did with it, and why. */
  readonly fate: readonly string[]
}

export interface CaseReport {
  /** `scenario @ profile`, stable between runs. */
  readonly id: string
  readonly scenario: string
  readonly title: string
  readonly profile: string
  readonly link: string
  readonly verdict: Verdict
  /** Why the case has this verdict where no finding says it: not applicable, target unreachable, error. */
  readonly reason?: string
  readonly outcome?: {
    readonly kind: InstallOutcomeKind
    readonly code?: number
    readonly native?: NativeEnd
    readonly reason: string
  }
  readonly expected: {
    readonly outcome?: InstallOutcomeKind
    readonly report?: number
    /** What a phone that sends no reports tells its user. */
    readonly native?: NativeEnd
    /** Protection domain of the suite installed last. */
    readonly domain?: string
  }
  /** False when the phone did not get to where the scenario leads. */
  readonly expectationMet: boolean
  readonly findings: readonly Finding[]
  /** Absent where there were none. */
  readonly messages?: readonly MessageReport[]
  /** Path of the trace file, relative to the report; absent when the case was not played or traces were not kept. */
  readonly trace?: string
  readonly traceHash?: string
  readonly events: number
  readonly virtualMs: number
  readonly error?: { readonly code: string; readonly message: string; readonly hint?: string }
}

/** One check over all cases. */
export interface CheckReport {
  readonly check: string
  readonly row?: string
  readonly level: Level
  readonly clause: string
  readonly title: string
  readonly verdict: Verdict
  /** Number of cases in which it judged something. */
  readonly exercised: number
  readonly failed: number
  /** For `not-applicable`: what was missing. */
  readonly reason?: string
}

/** What ended a run before it had played all of its cases. */
export interface RunStop {
  /** `patience`: the target kept requests waiting in vain for too long. `interrupted`: somebody did not want to wait. */
  readonly why: 'unreachable' | 'patience' | 'interrupted'
  readonly detail: string
}

export interface RunReport {
  readonly format: typeof RUN_REPORT_FORMAT
  readonly tool: { readonly name: 'ota-handset'; readonly version: string }
  readonly target: {
    readonly name: string
    readonly hosts: readonly string[]
    readonly embedded: boolean
  }
  readonly seed: number
  readonly clock: 'virtual' | 'wall'
  readonly startsAt: string
  readonly verdict: Verdict
  /** Set when not a single exchange reached the target. */
  readonly unreachable: boolean
  /** Absent where all cases were played that could be. */
  readonly stopped?: RunStop
  /** Number of checks that judged something in at least one case. */
  readonly exercised: number
  readonly cases: readonly CaseReport[]
  readonly checks: readonly CheckReport[]
  /** SHA-256 over the trace hashes of all cases in order. */
  readonly traceHash: string
  readonly virtualMs: number
  readonly measured: { readonly ms: number }
}
