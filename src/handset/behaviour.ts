/**
 * Everything in which one kind of phone may differ from another, as decision functions and schedules. A platform with a
 * personality gives a base; quirks decorate it. Machines and rules ask a behaviour and never know which phone they serve.
 */
import type { Profile } from '../profile/profile.ts'
import type { Header, PromptKind, Purpose, RecordedResponse } from '../trace/events.ts'
import type { Subject } from '../trace/suite-events.ts'
import type { NativeEnd } from '../trace/native-ends.table.ts'
import type { Attribute } from '../wire/attributes.ts'
import type { JadTolerance } from '../wire/jad-tolerance.table.ts'
import type { AccessPoint, LinkOrigin } from './access-point.ts'
import type {
  Flash,
  FlashChange,
  InstalledSuite,
  Permission,
  QueuedReport,
  Signer,
} from './flash.ts'
import type { BrowserHabits } from './browser-habits.ts'
import type { DownloadHabits } from './download-habits.ts'
import type { ResumptionHabits } from './resumption-habits.ts'
import type { NextMove, RetrievalState } from './next-move.ts'
import type { PushHabits } from './push-habits.ts'
import type { Credentials } from './rules/credentials.ts'
import type { Answers, Question } from './rules/examination.ts'
import type { LinkContents, PackageReference, Recognition } from './rules/find.ts'
import type { PackageExamination } from './rules/integrity.ts'
import type { DescriptorExamination } from './rules/preflight.ts'
import type { ReportTrigger } from './report-trigger.ts'
import type { LookedAt, Trust } from './trust.ts'

export interface RequestStyle {
  readonly form: 'origin' | 'absolute'
  readonly version: '1.0' | '1.1'
  readonly connection: 'keep-alive' | 'close'
  readonly headers: readonly Header[]
}

export interface ReportMessage {
  readonly body: Uint8Array
  readonly headers: readonly Header[]
  readonly framing: 'length' | 'chunked'
}

/** What the handset received, after the operator's network had its say. */
export type Received =
  | {
      readonly kind: 'response'
      readonly url: string
      readonly status: number
      readonly headers: readonly Header[]
      readonly body: Uint8Array
    }
  | {
      readonly kind: 'failure'
      readonly url: string
      readonly cause: 'unreachable' | 'interrupted' | 'no-coverage' | 'cancelled'
      readonly detail: string
      /** What had come of an answer before. */
      readonly partial?: Pick<RecordedResponse, 'status' | 'headers' | 'body'>
    }

/** Why an installation ends here. `code` is absent where nothing can be reported. */
export interface Refusal {
  readonly code: number | undefined
  readonly reason: string
  /** What was broken, where phones report it in different ways: a word to decide by, which the reason is not. */
  readonly rule?: 'permission list' | 'push syntax' | 'signature of another'
  /** What a phone that reports nothing tells its user. */
  readonly native?: NativeEnd
}

/** A descriptor that passed its examination. */
export interface InstallPlan {
  readonly subject: Subject
  readonly descriptorUrl: string
  readonly packageUrl: string
  readonly jarBytes: number
  readonly attributes: readonly Attribute[]
  readonly installNotify: string | undefined
  readonly deleteNotify: string | undefined
  readonly deleteConfirm: string | undefined
}

/** What is installed already, as far as it matters to a suite that is offered. */
export interface Neighbours {
  /** Suites that are installed. */
  readonly count: number
  readonly find: (suite: Pick<Subject, 'vendor' | 'name' | 'uid'>) => InstalledSuite | undefined
  readonly compare: (offered: UpdateQuestion['offered']) => UpdateAnswer
  /** Room, beside what is free, that the suite of this identity leaves to its next version. */
  readonly reusableBytes: (suite: Pick<Subject, 'vendor' | 'name'>) => number
  /** Name of the suite, other than one of this identity, that listens on a connection. */
  readonly listenerOn: (
    connection: string,
    suite: Pick<Subject, 'vendor' | 'name'>,
  ) => string | undefined
}

export interface PreflightQuestion {
  readonly octets: Uint8Array
  readonly charset: string | undefined
  readonly url: string
  /** The link it was reached by; another URL where the server redirected. */
  readonly linkUrl: string
  readonly profile: Profile
  readonly freeBytes: number
  readonly neighbours: Neighbours
}

export type PreflightAnswer =
  | { readonly kind: 'proceed'; readonly plan: InstallPlan }
  | {
      readonly kind: 'refuse'
      readonly refusal: Refusal
      readonly installNotify: string | undefined
    }

export interface VerificationQuestion {
  readonly octets: Uint8Array
  readonly packageUrl: string
  readonly profile: Profile
  readonly freeBytes: number
  readonly neighbours: Neighbours
  readonly trust: Trust
  /** Absent when the link led straight to the package. */
  readonly plan: InstallPlan | undefined
  /** Of the user, to what was asked of this package. */
  readonly answers: Answers
}

/** What descriptor and manifest say of a suite, as the phone will keep it. */
export type SuiteContents = Pick<
  InstalledSuite,
  'subject' | 'dataBytes' | 'deleteNotify' | 'deleteConfirm' | 'midlets' | 'push' | 'programs'
> & {
  /** What it takes up; none: as much as the package that came. */
  readonly bytes?: number
}

export type VerificationAnswer = {
  /** None: it has not looked yet, or does not at all. */
  readonly lookedAt?: LookedAt | undefined
} & Verdict

type Verdict =
  | ({
      readonly kind: 'install'
      readonly installNotify: string | undefined
      readonly signer: Signer | undefined
      /** As the domain offers them, before anything is carried over from an earlier version. */
      readonly permissions: readonly Permission[]
    } & SuiteContents)
  | {
      readonly kind: 'refuse'
      readonly refusal: Refusal
      readonly installNotify: string | undefined
    }
  /** The user has to be asked before the examination goes on. */
  | { readonly kind: 'ask'; readonly question: Question }

export type Comparison = 'newer' | 'same' | 'older'

export interface UpdateQuestion {
  /** The suite of the same vendor and name, if there is one. */
  readonly installed: InstalledSuite | undefined
  readonly offered: {
    readonly subject: Subject
    /** By what the descriptor claims, later by what the examination found. */
    readonly signed: boolean
  }
}

export type UpdateAnswer =
  | { readonly kind: 'fresh' }
  /** The user is asked, and told how the offered version compares. */
  | {
      readonly kind: 'update'
      readonly comparison: Comparison
      /** Nobody is asked, or the examination of the package has asked. */
      readonly silently?: true
    }
  | { readonly kind: 'refuse'; readonly refusal: Refusal }

export interface RetentionQuestion {
  readonly installed: InstalledSuite
  readonly offered: InstalledSuite
  /** The installed suite has record stores. */
  readonly hasRecords: boolean
}

export interface RetentionAnswer {
  readonly kind: 'keep' | 'drop' | 'ask'
  /** The rule that says so. */
  readonly why: string
}

export interface Behaviour {
  readonly push: PushHabits
  readonly browser: BrowserHabits
  readonly download: DownloadHabits
  readonly resumption: ResumptionHabits
  /** What is expected behind a link. */
  readonly linkPurpose: 'descriptor' | 'package'
  /** A server is asked about what a link leads to (HEAD) before it is asked for it. */
  readonly looksFirst: boolean
  /** The access point for a link, by how it came. */
  readonly accessPoint: (origin: LinkOrigin, profile: Profile) => AccessPoint
  readonly jadTolerance: JadTolerance
  readonly requestStyle: (purpose: Purpose, profile: Profile) => RequestStyle
  /** Octets per range request for the package; none: one request for all of it. */
  readonly rangeBytes: (purpose: Purpose) => number | undefined
  readonly acceptsAsDescriptor: (contentType: string | undefined) => boolean
  /** The charset that a descriptor is said to be in. */
  readonly charsetOf: (contentType: string) => string | undefined
  /** What a link led to, by all that it shows of itself. */
  readonly recognise: (found: LinkContents, behaviour: Behaviour) => Recognition
  readonly acceptsAsPackage: (contentType: string | undefined) => boolean
  readonly nextMove: (state: RetrievalState, profile: Profile) => NextMove
  /** May the user be asked for credentials after this answer? */
  readonly asksForCredentials: (received: Received, rounds: number) => boolean
  readonly authorization: (credentials: Credentials) => Header
  readonly keepsCredentialsOnRedirect: boolean
  /** Is the user asked at all? Where not, the answer is taken to be yes. */
  readonly asks: (prompt: PromptKind) => boolean
  /** What it means that the package did not come. */
  readonly refusePackage: (received: Received) => Refusal
  /** What is looked at before the package is fetched; the first that objects decides. */
  readonly descriptorOrder: readonly DescriptorExamination[]
  /** What is looked at before the package is stored. */
  readonly packageOrder: readonly PackageExamination[]
  /** Looks at a package, asks what there is to ask, and says what becomes of it. */
  readonly examine: (question: VerificationQuestion, behaviour: Behaviour) => VerificationAnswer
  /** Ends have codes, for status reports; without, an end is told to the user alone. */
  readonly hasCodes: boolean
  readonly decideUpdate: (question: UpdateQuestion) => UpdateAnswer
  readonly retainRecords: (question: RetentionQuestion) => RetentionAnswer
  /** The permissions of a new version, with those that the user gave the old one. */
  readonly carryPermissions: (
    old: readonly Permission[],
    offered: readonly Permission[],
  ) => readonly Permission[]
  /** The room of the suite that an update replaces counts as free. */
  readonly countsReplacedAsFree: boolean
  /** What the phone destroys once the user has agreed to an update, before it has the new version. */
  readonly clearBeforeUpdate: (installed: InstalledSuite) => FlashChange | undefined
  /** The URL that MIDlet-Jar-URL means; none where it means none. */
  readonly resolvePackageUrl: (question: PackageReference) => string | undefined
  readonly reportMessage: (code: number) => ReportMessage
  readonly sendsReportTo: (url: string) => boolean
  readonly isDelivered: (received: Received) => boolean
  readonly queuesReport: (code: number) => boolean
  readonly dueReports: (flash: Flash, trigger: ReportTrigger) => readonly QueuedReport[]
  /** When reports that wait for the next installation go out. */
  readonly sendsWaiting: 'before the package' | 'after the package'
  readonly reportAttemptsMax: (report: QueuedReport) => number
  /** Is the same report sent again at once, within the same attempt? */
  readonly repeatsReport: (received: Received, repeats: number) => boolean
  /** Delay before the same report is tried again without any trigger; none: wait for a trigger. */
  readonly retrySchedule: (attempts: number) => number | undefined
}

/** A named, documented deviation of real phones. */
export interface Quirk {
  readonly title: string
  /** Who does it, and where that is documented. */
  readonly source: string
  readonly apply: (behaviour: Behaviour) => Behaviour
}

export function defineQuirk(quirk: Quirk): Quirk {
  return quirk
}

export function foldQuirks(base: Behaviour, quirks: readonly Quirk[]): Behaviour {
  return quirks.reduce((behaviour, quirk) => quirk.apply(behaviour), base)
}
