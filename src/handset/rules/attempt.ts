/** The data of one installation attempt, and what each step makes of it. */
import { headerValue } from '../../wire/http-fields.ts'
import type { InstallOutcomeKind, PromptKind, Subject, TraceFact } from '../../trace/events.ts'
import type { InstallPlan, Received, Refusal, VerificationAnswer } from '../behaviour.ts'
import { findSuite, freeBytes, storesOf } from '../flash.ts'
import type { FlashChange, InstalledSuite, QueuedReport } from '../flash.ts'
import type { Phone } from '../phone.ts'
import type { Credentials } from './credentials.ts'
import type { Find } from './find.ts'
import { examinePackage } from './integrity.ts'
import { examineDescriptor } from './preflight.ts'

export type Findings = Exclude<Find, { kind: 'dead end' }>

export interface AttemptInput {
  readonly phone: Phone
  readonly find: Findings
  readonly credentials: Credentials | undefined
}

export interface Attempt extends AttemptInput {
  readonly plan: InstallPlan | undefined
  readonly refusal: Refusal | undefined
  readonly installNotify: string | undefined
  readonly octets: Uint8Array | undefined
  readonly verified: Extract<VerificationAnswer, { kind: 'install' }> | undefined
  readonly suite: InstalledSuite | undefined
  readonly report: QueuedReport | undefined
}

export interface InstallResult {
  readonly outcome: InstallOutcomeKind
  readonly code: number | undefined
  readonly reason: string
  readonly subject: Subject | undefined
  /** Where the report goes, if anywhere. */
  readonly installNotify: string | undefined
  readonly deleteNotify: string | undefined
  readonly suiteId: string | undefined
}

export const userRefused: Refusal = { code: 902, reason: 'the user refused' }
export const userStopped: Refusal = { code: 902, reason: 'the user stopped it' }

export function begin(input: AttemptInput): Attempt {
  return {
    ...input,
    plan: undefined,
    refusal: undefined,
    installNotify: undefined,
    octets: input.find.kind === 'package' ? input.find.octets : undefined,
    verified: undefined,
    suite: undefined,
    report: undefined,
  }
}

export function examine({ phone, find }: Attempt): Partial<Attempt> {
  if (find.kind === 'package') return {}
  const { behaviour, profile, storage } = phone
  const { octets, charset, url } = find
  const question = { octets, charset, url, profile, freeBytes: freeBytes(storage) }
  const answer = examineDescriptor(question, behaviour)
  return answer.kind === 'proceed'
    ? { plan: answer.plan, installNotify: answer.plan.installNotify }
    : { refusal: answer.refusal, installNotify: answer.installNotify }
}

export function packageUrl({ plan, find }: Attempt): string {
  return plan?.packageUrl ?? find.url
}

export function packageRetrieval(context: Attempt) {
  const { phone, credentials, plan } = context
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
  { phone: { behaviour } }: Attempt,
  { received, cancelled }: { readonly received: Received; readonly cancelled: boolean },
): Partial<Attempt> {
  if (cancelled) return { refusal: userRefused }
  if (received.kind === 'failure' || received.status !== 200) {
    return { refusal: behaviour.refusePackage(received) }
  }
  const contentType = headerValue(received.headers, 'Content-Type')
  return behaviour.acceptsAsPackage(contentType)
    ? { octets: received.body, refusal: undefined }
    : { refusal: { code: 907, reason: `media type ${contentType} is not a package` } }
}

export function verify(context: Attempt): Partial<Attempt> {
  const { phone, plan, octets } = context
  if (octets === undefined) return {}
  const question = {
    octets,
    packageUrl: packageUrl(context),
    profile: phone.profile,
    freeBytes: freeBytes(phone.storage),
    plan,
  }
  const answer = examinePackage(question, phone.behaviour)
  return answer.kind === 'install'
    ? { verified: answer, installNotify: answer.installNotify }
    : { refusal: answer.refusal, installNotify: answer.installNotify }
}

/** The suite as it will be stored, and its report. */
export function makeSuite(context: Attempt): Partial<Attempt> {
  const { phone, verified, octets, plan } = context
  if (verified === undefined || octets === undefined) return {}
  const id = `suite.${phone.storage.read().lastId + 1}`
  const { subject, dataBytes, deleteNotify, deleteConfirm, midlets, push, signer } = verified
  const suite: InstalledSuite = {
    id,
    subject,
    bytes: octets.length,
    dataBytes,
    descriptorUrl: plan?.descriptorUrl,
    packageUrl: packageUrl(context),
    deleteNotify,
    deleteConfirm,
    midlets,
    signer,
    permissions: verified.permissions,
    push,
  }
  const report = makeReport(phone, { url: verified.installNotify, code: 900, suiteId: id })
  return { suite, report }
}

/** Suite, records and pending report go to flash in one change. */
export function storeSuite({ phone, suite, report }: Attempt): void {
  if (suite === undefined) throw new TypeError('no suite to store')
  phone.storage.commit(placeSuite(phone, suite, report))
}

function placeSuite(
  { behaviour, storage }: Phone,
  suite: InstalledSuite,
  report: QueuedReport | undefined,
): FlashChange {
  const flash = storage.read()
  const installed = findSuite(flash, suite.subject)
  if (installed === undefined) return { kind: 'suite stored', suite, report }
  const hasRecords = storesOf(flash, installed.id).length > 0
  const { kind, why } = behaviour.retainRecords({ installed, offered: suite, hasRecords })
  const records = { kind: kind === 'drop' ? 'dropped' : 'kept', why } as const
  return { kind: 'suite updated', replacedId: installed.id, suite, records, report }
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

export function hasPendingReports({ phone }: Attempt): boolean {
  return phone.behaviour.dueReports(phone.storage.read(), { kind: 'install begins' }).length > 0
}

export function resultOf(context: Attempt): InstallResult {
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

const nobody: Subject = { vendor: '', name: '', version: '' }

export function acceptance({ plan, find }: Attempt): TraceFact {
  return { type: 'descriptor.accepted', url: find.url, suite: plan?.subject ?? nobody }
}

export function installation({ suite }: Attempt): TraceFact {
  return { type: 'suite.installed', suite: suite?.subject ?? nobody, bytes: suite?.bytes ?? 0 }
}

export function consentQuestion(context: Attempt): TraceFact {
  const { plan, find } = context
  const prompt: PromptKind = find.kind === 'package' ? 'package-only' : 'install'
  const text =
    plan === undefined
      ? `Install ${find.url} without a descriptor?`
      : `Install ${plan.subject.name} ${plan.subject.version} of ${plan.subject.vendor}, ${plan.jarBytes} octets?`
  return { type: 'prompt.shown', prompt, text }
}
