/** An installation attempt from the package on: examined, prepared, stored. */
import type { PromptFact, TraceFact } from '../../trace/events.ts'
import type { RetentionAnswer, VerificationAnswer } from '../behaviour.ts'
import { findSuite, freeBytes } from '../flash.ts'
import type { InstalledSuite, RecordsFate } from '../flash.ts'
import { ranAt } from './own-programs.ts'
import { makeReport, nobody, packageUrl } from './attempt.ts'
import type { Attempt } from './attempt.ts'
import {
  considerRecords,
  findReplacement,
  neighboursOf,
  placeSuite,
  recordsQuestion,
} from './replacement.ts'

export function verify(context: Attempt): Partial<Attempt> {
  const { phone, plan, octets, answers } = context
  if (octets === undefined) return {}
  const answer = phone.behaviour.examine(
    {
      octets,
      packageUrl: packageUrl(context),
      profile: phone.profile,
      freeBytes: freeBytes(phone.storage),
      neighbours: neighboursOf(phone),
      trust: phone.trust,
      plan,
      answers,
    },
    phone.behaviour,
  )
  const told = noteLook(context, answer)
  if (answer.kind === 'ask') return { ...told, question: answer.question }
  const { installNotify } = answer
  return answer.kind === 'install'
    ? { ...told, installNotify, ...prepare({ ...context, verified: answer }) }
    : { ...told, refusal: answer.refusal, installNotify }
}

/** It looks again after each answer of the user, and tells once what it saw. */
function noteLook({ lookedAt }: Attempt, answer: VerificationAnswer): Partial<Attempt> {
  return lookedAt === undefined
    ? { lookedAt: answer.lookedAt, newlyLookedAt: answer.lookedAt }
    : { newlyLookedAt: undefined }
}

export function tellLook({ phone, newlyLookedAt }: Attempt, teller: string): void {
  if (newlyLookedAt === undefined) return
  const { subject, signature } = newlyLookedAt
  phone.tell(teller, { type: 'package.verified', suite: subject, ...signature })
}

/** The question that the examination came to. */
export function questionPrompt({ question }: Attempt): PromptFact {
  if (question === undefined) throw new TypeError('nothing to ask')
  const { prompt, text } = question
  return { type: 'prompt.shown', prompt, text }
}

export function takeReply({ question, answers }: Attempt, agrees: boolean): Partial<Attempt> {
  if (question === undefined) throw new TypeError('nothing was asked')
  const refusal = agrees ? undefined : question.refusal
  return {
    question: undefined,
    answers: new Map(answers).set(question.id, agrees),
    ...(refusal === undefined ? {} : { refusal }),
  }
}

/** Phones that do not keep the old version until they have the new one. */
export function clearAgreed({ phone, question }: Attempt, agrees: boolean): void {
  const suiteId = question?.clears
  if (!agrees || suiteId === undefined) return
  phone.storage.commit({ kind: 'suite removed', suiteId, report: undefined })
}

/** What the user may have to be asked before the package is stored. */
function prepare(context: Attempt): Partial<Attempt> {
  const { phone, verified } = context
  const suite = makeSuite(context)
  if (verified === undefined || suite === undefined) return {}
  const offered = { subject: verified.subject, signed: verified.signer !== undefined }
  const retention = considerRecords(phone, suite)
  return {
    verified,
    suite,
    replacement: findReplacement(phone, offered),
    retention,
    records: decidedFate(retention),
  }
}

function decidedFate(retention: RetentionAnswer | undefined): RecordsFate | undefined {
  if (retention === undefined || retention.kind === 'ask') return undefined
  return { kind: retention.kind === 'keep' ? 'kept' : 'dropped', why: retention.why }
}

export function userDecides(isKept: boolean): Partial<Attempt> {
  return {
    records: isKept
      ? { kind: 'kept', why: 'the user kept them' }
      : { kind: 'dropped', why: 'the user dropped them' },
  }
}

function makeSuite(context: Attempt): InstalledSuite | undefined {
  const { phone, verified, octets, plan } = context
  if (verified === undefined || octets === undefined) return undefined
  const flash = phone.storage.read()
  const { subject, dataBytes, deleteNotify, deleteConfirm, midlets, push, signer, programs } =
    verified
  const { bytes = octets.length } = verified
  const before = findSuite(flash, subject)?.permissions ?? []
  return {
    id: `suite.${flash.lastId + 1}`,
    subject,
    bytes,
    dataBytes,
    descriptorUrl: plan?.descriptorUrl,
    packageUrl: packageUrl(context),
    deleteNotify,
    deleteConfirm,
    midlets,
    signer,
    permissions: phone.behaviour.carryPermissions(before, verified.permissions),
    push,
    ...(programs === undefined ? {} : { programs }),
  }
}

/** The suite as it is stored, and its report; numbers may have been given to reports while the user was asked. */
export function finish(context: Attempt): Partial<Attempt> {
  const { phone, verified } = context
  const suite = makeSuite(context)
  if (suite === undefined) return {}
  const wanted = { url: verified?.installNotify, code: 900, suiteId: suite.id }
  return { suite, report: makeReport(phone, wanted) }
}

const nothingToKeep: RecordsFate = { kind: 'dropped', why: 'there are none' }

export function storeSuite({ phone, suite, records, report }: Attempt): void {
  if (suite === undefined) throw new TypeError('no suite to store')
  phone.storage.commit(placeSuite(phone, { suite, records: records ?? nothingToKeep, report }))
}

export function recordsPrompt({ phone, suite }: Attempt): PromptFact {
  if (suite === undefined) throw new TypeError('no suite that could have records')
  return recordsQuestion(phone, suite)
}

export function programsRun({ suite }: Attempt): readonly TraceFact[] {
  return suite === undefined ? [] : ranAt(suite, 'installation')
}

export function installation({ suite }: Attempt): TraceFact {
  const { subject = nobody, bytes = 0, signer } = suite ?? {}
  return {
    type: 'suite.installed',
    suite: subject,
    bytes,
    ...(signer === undefined ? {} : { domain: signer.domain, signer: signer.subject }),
  }
}
