/** Which status reports are due when (OTA2 Status reports); what that leaves open is assumed, and marked so. */
import { parseUrl } from '../../wire/http-url.ts'
import type { Flash, QueuedReport } from '../flash.ts'
import type { Received } from '../behaviour.ts'
import type { ReportTrigger } from '../report-trigger.ts'
import type { Phone } from '../phone.ts'

/**
 * A new report is attempted at once. After that an install report waits for its suite to be started, a deletion report
 * for the next installation or the next install report. A failure report has no suite that could start: like a deletion
 * report it goes with the next installation or report (assumed; the document names no trigger for it).
 */
export function findDueReports(flash: Flash, trigger: ReportTrigger): readonly QueuedReport[] {
  const { reports } = flash
  if (reports.length === 0) return reports
  const fresh = reports.filter((report) => report.attempts === 0 && report.kind === 'install')
  const waiting = reports.filter((report) => isCarriedAlong(report))
  switch (trigger.kind) {
    case 'report queued':
    case 'coverage regained':
      return fresh.length === 0 ? [] : [...fresh, ...waiting]
    case 'install begins':
      return waiting
    case 'suite removed':
      return []
    case 'suite started': {
      const own = reports.filter(
        (report) => report.kind === 'install' && report.suiteId === trigger.suiteId,
      )
      return own.length === 0 ? [] : [...own, ...waiting]
    }
    default:
      return trigger satisfies never
  }
}

/** As above, but a deletion is attempted as soon as the suite is gone, like any other new report. */
export function findDueAtOnce(flash: Flash, trigger: ReportTrigger): readonly QueuedReport[] {
  const due = findDueReports(flash, trigger)
  if (trigger.kind !== 'suite removed' && trigger.kind !== 'coverage regained') return due
  const isNewDeletion = ({ kind, attempts }: QueuedReport) => kind === 'delete' && attempts === 0
  return [...due, ...flash.reports.filter((one) => isNewDeletion(one) && !due.includes(one))]
}

function isCarriedAlong(report: QueuedReport): boolean {
  return report.kind === 'delete' || (report.attempts > 0 && report.suiteId === undefined)
}

/**
 * What is due now. That of a download is attempted at once, whatever the phone does with others, and that of a download under way
 * is not due at all.
 */
export function dueNow(
  { behaviour, storage }: Pick<Phone, 'behaviour' | 'storage'>,
  trigger: ReportTrigger,
): readonly QueuedReport[] {
  const flash = storage.read()
  const { reports } = flash
  if (!reports.some(isOfDownload)) return behaviour.dueReports(flash, trigger)
  const others = reports.filter((report) => !isOfDownload(report))
  const isAtOnce = trigger.kind === 'report queued' || trigger.kind === 'coverage regained'
  return [
    ...(isAtOnce ? reports.filter((report) => isOfDownload(report) && report.held !== true) : []),
    ...behaviour.dueReports({ ...flash, reports: others }, trigger),
  ]
}

function isOfDownload({ kind }: QueuedReport): boolean {
  return kind === 'download'
}

/** What is under way stays first; what became due since joins behind it. */
export function addDue(
  { behaviour, storage }: Pick<Phone, 'behaviour' | 'storage'>,
  due: readonly QueuedReport[],
  trigger: ReportTrigger,
): readonly QueuedReport[] {
  const found = dueNow({ behaviour, storage }, trigger)
  return [...due, ...found.filter(({ id }) => !due.some((report) => report.id === id))]
}

/** Any reply but 200 counts as none (OTA2 Status reports; two implementations retry on every other 2xx). */
export function isAcknowledged(received: Received): boolean {
  return received.kind === 'response' && received.status === 200
}

/** Only http is promised for reports; other schemes may be ignored (OTA2 Status reports), and what is no URL must be. */
export function isReportable(url: string): boolean {
  return parseUrl(url)?.protocol === 'http:'
}
