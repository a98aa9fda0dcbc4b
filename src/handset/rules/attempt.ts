/** The data of one installation attempt, and what each step makes of it. */
import { attributeValue } from '../../wire/attributes.ts'
import { headerValue } from '../../wire/http-fields.ts'
import type { InstallOutcomeKind, PromptFact, PromptKind, TraceFact } from '../../trace/events.ts'
import type { Subject } from '../../trace/suite-events.ts'
import type { NativeEnd } from '../../trace/native-ends.table.ts'
import type {
  Behaviour,
  InstallPlan,
  Received,
  Refusal,
  RetentionAnswer,
  VerificationAnswer,
} from '../behaviour.ts'
import { freeBytes } from '../flash.ts'
import type { InstalledSuite, QueuedReport, RecordsFate } from '../flash.ts'
import type { Phone } from '../phone.ts'
import type { LookedAt } from '../trust.ts'
import type { Credentials } from './credentials.ts'
import type { DownloadPlan } from './download.ts'
import type { DownloadEnd } from './download-attempt.ts'
import * as download from './download-attempt.ts'
import { tellType } from './find.ts'
import type { InstallableFind } from './find.ts'
import type { Answers, Question } from './examination.ts'
import { examineDescriptor } from './preflight.ts'
import { dueNow } from './reports.ts'
import { clearReplaced, findReplacement, neighboursOf, updateQuestion } from './replacement.ts'
import type { Replacement } from './replacement.ts'

export interface AttemptInput {
  readonly phone: Phone
  readonly find: InstallableFind
  /** The link that led to it. */
  readonly linkUrl: string
  readonly credentials: Credentials | undefined
}

export interface Attempt extends AttemptInput {
  readonly plan: InstallPlan | undefined
  /** Of an object behind a download descriptor. */
  readonly download: DownloadPlan | undefined
  readonly nextUrl: string | undefined
  readonly refusal: Refusal | undefined
  readonly installNotify: string | undefined
  readonly octets: Uint8Array | undefined
  readonly verified: Extract<VerificationAnswer, { kind: 'install' }> | undefined
  /** What is replaced, as it was when the user was asked. */
  readonly replacement: Replacement | undefined
  /** The user has agreed to the update. */
  readonly agreed: boolean
  readonly retention: RetentionAnswer | undefined
  readonly records: RecordsFate | undefined
  /** What it has seen of the package's signature, and whether the trace does not tell that yet. */
  readonly lookedAt: LookedAt | undefined
  readonly newlyLookedAt: LookedAt | undefined
  /** What the examination of the package wants the user asked, and what he was asked before. */
  readonly question: Question | undefined
  readonly answers: Answers
  readonly suite: InstalledSuite | undefined
  readonly report: QueuedReport | undefined
}

export interface InstallResult {
  readonly outcome: InstallOutcomeKind
  readonly code: number | undefined
  readonly native?: NativeEnd
  readonly reason: string
  readonly subject: Subject | undefined
  /** Where the report goes, if anywhere. */
  readonly installNotify: string | undefined
  readonly deleteNotify: string | undefined
  readonly suiteId: string | undefined
  /** It was no installation: an object came from behind a download descriptor, or did not come. */
  readonly download?: DownloadEnd
}

const cancelled = { code: 902, native: 'user-cancelled' } as const
export const userRefused: Refusal = { ...cancelled, reason: 'the user refused' }
export const userStopped: Refusal = { ...cancelled, reason: 'the user stopped it' }

export function begin(input: AttemptInput): Attempt {
  return {
    ...input,
    plan: undefined,
    download: undefined,
    nextUrl: undefined,
    refusal: undefined,
    installNotify: undefined,
    octets: input.find.kind === 'package' ? input.find.octets : undefined,
    verified: undefined,
    replacement: undefined,
    agreed: false,
    retention: undefined,
    records: undefined,
    lookedAt: undefined,
    newlyLookedAt: undefined,
    question: undefined,
    answers: new Map(),
    suite: undefined,
    report: undefined,
  }
}

export function examine({ phone, find, linkUrl }: Attempt): Partial<Attempt> {
  if (find.kind === 'package') return {}
  if (find.kind === 'download') return download.examine(phone, find)
  const { behaviour, profile, storage } = phone
  const { octets, charset, url } = find
  const neighbours = neighboursOf(phone)
  const answer = examineDescriptor(
    { octets, charset, url, linkUrl, profile, freeBytes: freeBytes(storage), neighbours },
    behaviour,
  )
  if (answer.kind === 'refuse') {
    return { refusal: answer.refusal, installNotify: answer.installNotify }
  }
  const { plan } = answer
  const signed = attributeValue(plan.attributes, 'MIDlet-Jar-RSA-SHA1') !== undefined
  const replacement = findReplacement(phone, { subject: plan.subject, signed })
  return { plan, installNotify: plan.installNotify, replacement }
}

export function packageUrl({ plan, find }: Attempt): string {
  return plan?.packageUrl ?? find.url
}

export function packageRetrieval(context: Attempt) {
  const { phone, credentials, plan } = context
  if (context.download !== undefined) return download.objectRetrieval(context.download, context)
  return {
    phone,
    purpose: 'package',
    url: packageUrl(context),
    credentials,
    expectedBytes: plan?.jarBytes,
    probe: undefined,
  } as const
}

export function takeAnswer(
  { phone: { behaviour }, download: object }: Attempt,
  { received, cancelled }: { readonly received: Received; readonly cancelled: boolean },
): Partial<Attempt> {
  if (cancelled) return { refusal: userRefused }
  if (object !== undefined) return download.takeAnswer(object, received, behaviour.download)
  if (received.kind === 'failure' || received.status !== 200) {
    return { refusal: behaviour.refusePackage(received) }
  }
  const contentType = headerValue(received.headers, 'Content-Type')
  return behaviour.acceptsAsPackage(contentType)
    ? { octets: received.body, refusal: undefined }
    : { refusal: { code: 907, reason: `media type ${tellType(contentType)} is not a package` } }
}

export function makeReport(
  { behaviour, storage }: Phone,
  wanted: {
    readonly url: string | undefined
    readonly code: number
    readonly suiteId: string | undefined
  },
): QueuedReport | undefined {
  const { url, code, suiteId } = wanted
  if (url === undefined || !behaviour.sendsReportTo(url)) return undefined
  const kind = code === 912 ? 'delete' : 'install'
  return { id: `report.${storage.read().lastId + 1}`, kind, url, code, attempts: 0, suiteId }
}

/** Are reports waiting that go out at this point of an installation? */
export function hasPendingReports({ phone }: Attempt, point: Behaviour['sendsWaiting']): boolean {
  if (phone.behaviour.sendsWaiting !== point) return false
  return dueNow(phone, { kind: 'install begins' }).length > 0
}

export function resultOf(context: Attempt): InstallResult {
  const result = endOf(context)
  if (context.find.kind === 'download') return { ...result, download: download.endOf(context) }
  if (context.phone.behaviour.hasCodes) return result
  const native = context.refusal === undefined ? 'installed' : context.refusal.native
  return { ...result, code: undefined, ...(native === undefined ? {} : { native }) }
}

function endOf(context: Attempt): InstallResult {
  const { refusal, installNotify, verified, suite, plan } = context
  const subject = verified?.subject ?? plan?.subject
  if (refusal === undefined) {
    return {
      outcome: 'installed',
      code: 900,
      reason: 'installed',
      subject,
      installNotify,
      deleteNotify: verified?.deleteNotify,
      suiteId: suite?.id,
    }
  }
  return {
    outcome: refusal.code === 902 ? 'cancelled' : 'refused',
    code: refusal.code,
    reason: refusal.reason,
    subject,
    installNotify,
    deleteNotify: plan?.deleteNotify,
    suiteId: undefined,
  }
}

export function beginning(context: Attempt): TraceFact {
  const { find } = context
  return { type: 'install.started', url: find.url, packageOnly: find.kind === 'package' }
}

export const nobody: Subject = { vendor: '', name: '', version: '' }

export function acceptance({ plan, find, ...rest }: Attempt): TraceFact {
  if (rest.download !== undefined) return download.described(rest.download, rest)
  return { type: 'descriptor.accepted', url: find.url, suite: plan?.subject ?? nobody }
}

export function updatePrompt({ replacement, verified, plan }: Attempt): PromptFact {
  if (replacement === undefined) throw new TypeError('nothing to update')
  return updateQuestion(replacement, verified?.subject ?? plan?.subject ?? nobody)
}

export function clear({ phone, replacement }: Attempt): void {
  if (replacement !== undefined) clearReplaced(phone, replacement)
}

export function consentQuestion(context: Attempt): PromptFact {
  const { plan, find } = context
  if (context.download !== undefined) return download.consentQuestion(context.download)
  const prompt: PromptKind = find.kind === 'package' ? 'package-only' : 'install'
  const text =
    plan === undefined
      ? `Install ${find.url} without a descriptor?`
      : `Install ${plan.subject.name} ${plan.subject.version} of ${plan.subject.vendor}, ${plan.jarBytes} octets?`
  return { type: 'prompt.shown', prompt, text }
}
