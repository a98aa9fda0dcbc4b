/**
 * The vocabulary of a trace. Everything that a check, a reporter or a re-run needs is said in these events; nothing else
 * leaves a handset. Times are virtual milliseconds since the case started. `seq` counts from 0 without gaps.
 */
import type { DownloadEventFact } from './download-events.ts'
import type { MessageFact } from './message-events.ts'
import type { SuiteFact, Subject } from './suite-events.ts'
import type { VerificationEventFact } from './verification-events.ts'
import type { UaprofEventFact } from './uaprof-events.ts'
import type { PageEventFact } from './page-events.ts'
import type { ClientEventFact } from './client-events.ts'
import type { ProgramEventFact } from './program-events.ts'
import type { StatusEventFact } from './status-events.ts'
import type { TicketEventFact } from './ticket-events.ts'
import type { TlsEventFact } from './tls-events.ts'
import type { NativeEnd } from './native-ends.table.ts'
import type { NativePrompt, ProfileFacts } from './native-facts.ts'
import type { Policies } from './policies.ts'
import type { Purpose } from './purposes.table.ts'

export const TRACE_FORMAT = 1

/** Name and value as sent or received, in order, case kept, duplicates kept. */
export type Header = readonly [name: string, value: string]

export type { Purpose }

export interface RecordedRequest {
  readonly method: string
  /** Absolute URL without fragment. */
  readonly url: string
  /** Request target exactly as it stood on the request line (origin-form or absolute-form). */
  readonly target: string
  readonly version: '1.0' | '1.1'
  readonly headers: readonly Header[]
  /** Request line and header section as sent, up to and including the empty line. */
  readonly head: Uint8Array
  /** Payload without transfer coding. */
  readonly body: Uint8Array
}

export interface RecordedResponse {
  readonly status: number
  /** Reason phrase; the empty string where the server sent none. */
  readonly reason: string
  readonly version: string
  readonly headers: readonly Header[]
  /** Status line and header section as received, up to and including the empty line. */
  readonly head: Uint8Array
  /** Payload without transfer coding, content codings left on; what had arrived when the exchange ended. */
  readonly body: Uint8Array
}

/**
 * Why an exchange ended without a whole response. The first group happens on the wire and may be the target's doing;
 * `no-coverage`, `cancelled` and `foreign-host` are decided on the handset's side, before or without the target.
 */
export type FailureCause =
  | 'refused'
  | 'reset'
  | 'timeout'
  | 'truncated'
  | 'malformed'
  | 'tls'
  | 'dns'
  | 'limit'
  | 'no-coverage'
  | 'cancelled'
  | 'foreign-host'

export interface ExchangeFailure {
  readonly cause: FailureCause
  /** One sentence for a person; for `limit` it names the limit and its value. */
  readonly detail: string
}

/** What the operator's network (not the target) did to an exchange because the scenario asked for it. */
export interface NetworkAct {
  /** In words of the field: `answered 503`, `changed MIDlet-Jar-Size`, `lost the response`. */
  readonly did: string
  /** Did the target receive the request? */
  readonly reachedTarget: boolean
  /** What the handset received instead of the target's response. */
  readonly delivered?: {
    readonly status: number
    readonly headers: readonly Header[]
    readonly body: Uint8Array
  }
}

/** How slowly a phone took an answer. */
export interface TransferPace {
  readonly bytesPerSecond: number
  /**
   * Octets that may have left the target before the phone took them. Absent: all of them, for only the clock of the phone knows that it
   * was slow.
   */
  readonly aheadBytesMax?: number
}

/** Wall-clock figures; left out of the trace hash and of comparisons. */
export interface Measured {
  readonly ms: number
}

/** Facts about the case, so that a trace can be judged without any other file. */
export interface CaseFacts {
  readonly scenario: string
  readonly title: string
  readonly seed: number
  /** ISO 8601 instant at which virtual time begins. */
  readonly startsAt: string
  /** Time was real; absent where it was virtual. */
  readonly clock?: 'wall'
  readonly profile: ProfileFacts
  readonly target: {
    readonly name: string
    /** `host` or `host:port` values that a handset may contact. */
    readonly hosts: readonly string[]
    /** The target's clock can be moved with the handset's (embedded reference, or a `clock` verb). */
    readonly clock: boolean
    /** So long a link is good that is made for one phone and order, as the target file says; only where some are ordered. */
    readonly ticketLifetimeMs?: number
    /** As the target file says; only those that the case can show. */
    readonly policies?: Policies
    /** The entry link of the case. */
    readonly link: string
    /** Other links that the scenario opens, by name: what they lead to is what the target file promises of them. */
    readonly links?: readonly (readonly [name: string, url: string])[]
    /** Credentials the target file gives for links behind Basic authentication. */
    readonly hasCredentials: boolean
  }
  /** What the scenario expects of its whole. */
  readonly expect: {
    readonly outcome?: InstallOutcomeKind
    readonly report?: number
    readonly native?: NativeEnd
    /** Protection domain of the suite installed last. */
    readonly domain?: string
  }
  /** What the scenario needs of the target, e.g. `delete-notify`. */
  readonly needs?: readonly string[]
}

export type InstallOutcomeKind = 'installed' | 'refused' | 'cancelled' | 'dead-end'

export type PromptKind =
  | 'page'
  | 'install'
  | 'credentials'
  | 'redirect'
  | 'package-only'
  | 'free-memory'
  | 'update'
  | 'retain-records'
  | 'delete'
  | 'next-page'
  | NativePrompt

type TargetVerb = 'push' | 'cancel' | 'publish' | 'reset' | 'clock' | 'logs' | 'status'

type Facts =
  | { readonly type: 'case.started'; readonly format: number; readonly facts: CaseFacts }
  | {
      readonly type: 'case.ended'
      readonly virtualMs: number
      /** A defect of ours that ended the case: nothing in the trace may be held against the target. */
      readonly error?: { readonly code: string; readonly message: string; readonly hint?: string }
      readonly measured?: Measured
    }
  | { readonly type: 'step.started'; readonly step: number; readonly verb: string }
  | {
      readonly type: 'step.failed'
      readonly step: number
      readonly verb: string
      readonly reason: string
      /** The target does not have what the step is about, and need not have it. */
      readonly absent?: boolean
    }
  | { readonly type: 'power.changed'; readonly on: boolean }
  | { readonly type: 'coverage.changed'; readonly covered: boolean }
  /** The run asked the target by a verb of the target file. What came back is no part of the trace hash. */
  | {
      readonly type: 'target.asked'
      readonly verb: TargetVerb
      /** `built-in`: the reference server. */
      readonly by: 'http' | 'exec' | 'manual' | 'built-in'
      readonly outcome: 'done' | 'failed'
      /** One sentence without credentials. */
      readonly detail: string
    }
  /** The end of the target's own log, without credentials; no part of the trace hash. */
  | {
      readonly type: 'target.logged'
      readonly lines: readonly string[]
      /** More was there. */
      readonly cut: boolean
    }
  | { readonly type: 'habit.worn'; readonly quirks: readonly string[] }
  | {
      readonly type: 'link.opened'
      readonly url: string
      /** The message that it came in; absent: it came in none. */
      readonly by?: 'text' | 'si' | 'sl'
    }
  | { readonly type: 'link.dead'; readonly url: string; readonly reason: string }
  /** So many octets of a download that broke off are kept; and it goes on behind them. */
  | {
      readonly type: 'download.kept' | 'download.resumed'
      readonly url: string
      readonly octets: number
    }
  | PageEventFact
  | DownloadEventFact
  | UaprofEventFact
  | {
      readonly type: 'http.exchanged'
      readonly purpose: Purpose
      /** Virtual instant of the request; `at` is when the handset had the outcome. */
      readonly startedAt: number
      /** Absent when the connection was never opened (no coverage, foreign host). */
      readonly request: RecordedRequest
      /** What the target answered, whole or in part. */
      readonly response?: RecordedResponse
      readonly failure?: ExchangeFailure
      readonly network?: NetworkAct
      /** Of a transfer that was slowed down. */
      readonly pace?: TransferPace
      /** Set on requests that carry credentials the user typed. */
      readonly credentials?: 'right' | 'wrong'
      /** Set when the request is none of an installation: to see how the target answers what it never gave out, HEAD, or a package asked for in another manner. */
      readonly probe?:
        | 'missing-package'
        | 'get-notify-url'
        | 'unknown-session'
        | 'head-of-ticket'
        | 'head-of-link'
        | 'part-of-ticket'
        | 'forged-number'
        | 'wrong-ticket'
        | 'package-again'
      readonly measured?: Measured
    }
  | MessageFact
  | { readonly type: 'prompt.shown'; readonly prompt: PromptKind; readonly text: string }
  | { readonly type: 'prompt.answered'; readonly prompt: PromptKind; readonly answer: string }
  | { readonly type: 'descriptor.accepted'; readonly url: string; readonly suite: Subject }
  | { readonly type: 'install.started'; readonly url: string; readonly packageOnly: boolean }
  | {
      readonly type: 'install.settled'
      readonly outcome: InstallOutcomeKind
      readonly code?: number
      /** On a phone that sends no status reports: what it tells its user. */
      readonly native?: NativeEnd
      readonly reason: string
      readonly suite?: Subject
    }
  | VerificationEventFact
  | SuiteFact
  | ClientEventFact
  | ProgramEventFact
  | StatusEventFact
  | TicketEventFact
  | TlsEventFact

/** One event. `actor` is the readable id of the actor that told it, e.g. `handset`, `installer.1`, `user`, `network`. */
export type TraceEvent = Facts & {
  readonly seq: number
  readonly at: number
  readonly actor: string
}
export type TraceEventType = TraceEvent['type']
export type EventOf<T extends TraceEventType> = Extract<TraceEvent, { type: T }>
/** An event before the recorder gives it its number, time and teller. */
export type TraceFact = Facts
export type PromptFact = Extract<TraceFact, { type: 'prompt.shown' }>
export type Exchange = EventOf<'http.exchanged'>
