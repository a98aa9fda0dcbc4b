/** The one outward model of a run: what reporters, the console and other programs read. Format 1, additive only. */
import type { Level, Verdict } from '../check/check.ts'
import type { Finding } from '../check/verdict.ts'
import type { InstallOutcomeKind } from '../trace/events.ts'
import type { DiscardRule } from '../trace/message-events.ts'
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

/** What servers tell phones apart by. */
export interface PhoneKind {
  readonly platform: string
  readonly family: PhoneFamily
}

export interface PhoneReport extends PhoneKind {
  /** Quirks that the scenario had it wear: what it does then says nothing of its platform. Absent where there were none. */
  readonly wore?: readonly string[]
}

export type PhoneFamily =
  | 'java'
  /** Symbian OS up to 8, and since 9. */
  | 'symbian-8'
  | 'symbian-9'
  | 'pocket-pc-2003'
  | 'pocket-pc'
  | 'smartphone'

/** How a link came: the user had it, a page led on, or a message brought it. */
export type LinkWay = 'link' | 'page' | 'text' | 'si' | 'sl'

/** `dropped`: the phone let go of the message. `unfinished`: the case went on before the end. */
export type AttemptEnd = InstallOutcomeKind | 'dropped' | 'unfinished'

/** What came of one link. */
export interface AttemptReport {
  readonly by: LinkWay
  readonly outcome: AttemptEnd
  /** `seq` of the event that ended it. */
  readonly at: number
  /** Why it did not end in an installation. */
  readonly reason?: string
  /** Of a message that was dropped. */
  readonly rule?: DiscardRule
  /** Code of the last status report that the phone owed for it; none: it owed none. */
  readonly report?: number
}

/** A cell of platform by bearer, with what came of how many links. */
export interface MatrixCell extends PhoneKind {
  readonly by: LinkWay
  readonly ends: Readonly<Partial<Record<AttemptEnd, number>>>
}

/** Something that documents say of phones of one platform, and where the run shows it. */
export interface PlatformRuleReport {
  readonly rule: string
  readonly title: string
  readonly source: string
  /** Links that show it, and links of which it was not true. */
  readonly shown: number
  readonly broken: number
  /** The first link of which it was not true, or else the first that shows it; absent: nothing in this run does. */
  readonly evidence?: {
    readonly case: string
    readonly by: LinkWay
    readonly outcome: AttemptEnd
    readonly at: number
    readonly reason?: string
  }
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
  /** Absent where nothing was played. */
  readonly phone?: PhoneReport
  /** Absent where no link was opened, and no message dropped. */
  readonly attempts?: readonly AttemptReport[]
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
  /** `patience`: the target kept requests waiting in vain for too long, or sent too much. `interrupted`: somebody did not want to wait. */
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
  /** Absent where no link was opened. */
  readonly matrix?: readonly MatrixCell[]
  /** Of the platforms that were played; absent where there are none. */
  readonly platformRules?: readonly PlatformRuleReport[]
  /** SHA-256 over the trace hashes of all cases in order. */
  readonly traceHash: string
  readonly virtualMs: number
  readonly measured: { readonly ms: number }
}
