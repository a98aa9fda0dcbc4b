/** What the end of an attempt leaves behind: a fact for the trace, a report for the queue. */
import type { TraceFact } from '../../trace/events.ts'
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

export function settleDeadEnd(find: Find): TraceFact {
  const { reason, native } = find.kind === 'dead end' ? find : nowhere
  return {
    type: 'install.settled',
    outcome: 'dead-end',
    ...(native === undefined ? {} : { native }),
    reason,
  }
}

export const leftPage: TraceFact = {
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
