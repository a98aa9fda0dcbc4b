/** What the end of an attempt leaves behind: a fact for the trace, a report for the queue. */
import type { TraceFact } from '../../trace/events.ts'
import type { LinkOrigin } from '../access-point.ts'
import type { Phone } from '../phone.ts'
import { makeReport } from './attempt.ts'
import type { InstallResult } from './attempt.ts'
import type { Find } from './find.ts'

export function settleInstall({
  outcome,
  code,
  native,
  reason,
  subject,
}: InstallResult): TraceFact {
  return {
    type: 'install.settled',
    outcome,
    reason,
    ...(code === undefined ? {} : { code }),
    ...(native === undefined ? {} : { native }),
    ...(subject === undefined ? {} : { suite: subject }),
  }
}

const nowhere = { reason: 'one page leads to the next', native: undefined }

export function settleDeadEnd(
  find: Find,
  { url, origin }: { readonly url: string; readonly origin: LinkOrigin },
): TraceFact {
  const { reason, native } = find.kind === 'dead end' ? find : nowhere
  if (origin === 'next-page') return { type: 'link.dead', url, reason }
  return {
    type: 'install.settled',
    outcome: 'dead-end',
    ...(native === undefined ? {} : { native }),
    reason,
  }
}

/** The page that a download descriptor offers in the end is no installation, which was over before. */
export function leavingFacts({ origin }: { readonly origin: LinkOrigin }): readonly TraceFact[] {
  return origin === 'next-page' ? [] : [leftPage]
}

const leftPage: TraceFact = {
  type: 'install.settled',
  outcome: 'cancelled',
  reason: 'the user left the page',
}

/** A success went to flash together with its suite; every other outcome is queued here. */
export function queueOutcomeReport(phone: Phone, result: InstallResult): void {
  const { code, installNotify: url } = result
  if (code === undefined || code === 900 || !phone.behaviour.queuesReport(code)) return
  const report = makeReport(phone, { url, code, suiteId: undefined })
  if (report !== undefined) phone.storage.commit({ kind: 'report queued', report })
}
