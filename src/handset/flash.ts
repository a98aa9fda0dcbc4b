/**
 * What a handset keeps when its battery is gone: installed suites and reports still to be sent. Changes are applied whole
 * or not at all, one `FlashChange` at a time.
 */
import type { Subject } from '../trace/events.ts'

export interface InstalledSuite {
  readonly id: string
  readonly subject: Subject
  readonly bytes: number
  readonly descriptorUrl: string | undefined
  readonly packageUrl: string
  readonly deleteNotify: string | undefined
  readonly deleteConfirm: string | undefined
}

export interface QueuedReport {
  readonly id: string
  readonly kind: 'install' | 'delete'
  readonly url: string
  readonly code: number
  /** Attempts already begun; saved before each attempt, so that a crash cannot make it endless. */
  readonly attempts: number
  /** The suite whose start triggers another attempt; none for a suite that was not installed. */
  readonly suiteId: string | undefined
}

export interface Flash {
  readonly suites: readonly InstalledSuite[]
  readonly reports: readonly QueuedReport[]
  /** Last number given to a suite or report. */
  readonly lastId: number
}

export type FlashChange =
  | {
      readonly kind: 'suite stored'
      readonly suite: InstalledSuite
      /** The report of this installation becomes pending in the same breath, so that neither is lost without the other. */
      readonly report: QueuedReport | undefined
    }
  | {
      readonly kind: 'suite removed'
      readonly suiteId: string
      readonly report: QueuedReport | undefined
    }
  | { readonly kind: 'report queued'; readonly report: QueuedReport }
  | { readonly kind: 'report attempted'; readonly reportId: string }
  | { readonly kind: 'report settled'; readonly reportId: string }

/** Survives reboots; `commit` is atomic. */
export interface Storage {
  /** Octets of flash for suites and records, in all. */
  readonly capacityBytes: number
  read(): Flash
  commit(change: FlashChange): void
}

export const emptyFlash: Flash = { suites: [], reports: [], lastId: 0 }

export function applyChange(flash: Flash, change: FlashChange): Flash {
  switch (change.kind) {
    case 'suite stored':
      return {
        ...flash,
        lastId: flash.lastId + 1,
        suites: [
          ...flash.suites.filter(({ subject }) => !isSameSuite(subject, change.suite.subject)),
          change.suite,
        ],
        reports: withReport(flash.reports, change.report),
      }
    case 'suite removed':
      return {
        suites: flash.suites.filter(({ id }) => id !== change.suiteId),
        // An unsent install report of a suite that is gone would only be retried when the suite runs (OTA2, Status reports).
        reports: withReport(
          flash.reports.filter(({ suiteId }) => suiteId !== change.suiteId),
          change.report,
        ),
        lastId: flash.lastId + 1,
      }
    case 'report queued':
      return { ...flash, lastId: flash.lastId + 1, reports: [...flash.reports, change.report] }
    case 'report attempted':
      return {
        ...flash,
        reports: flash.reports.map((report) =>
          report.id === change.reportId ? { ...report, attempts: report.attempts + 1 } : report,
        ),
      }
    case 'report settled':
      return { ...flash, reports: flash.reports.filter(({ id }) => id !== change.reportId) }
    default:
      return change satisfies never
  }
}

function withReport(
  reports: readonly QueuedReport[],
  report: QueuedReport | undefined,
): readonly QueuedReport[] {
  return report === undefined ? reports : [...reports, report]
}

export function freeBytes(storage: Storage): number {
  let used = 0
  for (const suite of storage.read().suites) used += suite.bytes
  return storage.capacityBytes - used
}

type Identity = Pick<Subject, 'vendor' | 'name'>

/** An installed suite is known by its vendor and name (PKG21, attributes). */
function isSameSuite(one: Identity, other: Identity): boolean {
  return one.vendor === other.vendor && one.name === other.name
}

export function findSuite(flash: Flash, subject: Identity): InstalledSuite | undefined {
  return flash.suites.find((suite) => isSameSuite(suite.subject, subject))
}
