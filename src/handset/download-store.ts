/** What of downloads is in flash: the reports that are held for those under way, and content that was stored. */
import { deviceAborted, downloadSucceeded } from './download-habits.ts'
import type { Flash, QueuedReport } from './flash.ts'

/** A picture, a tone or the like. */
export interface StoredContent {
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly url: string
}

export type DownloadChange =
  /** An object is being fetched; the report is held. */
  | { readonly kind: 'download begun'; readonly report: QueuedReport }
  | {
      readonly kind: 'download ended'
      /** The report that was held. */
      readonly reportId: string | undefined
      readonly report: QueuedReport | undefined
    }
  /** The battery went before they were over: what came is lost, whatever was to be reported. */
  | { readonly kind: 'downloads broken off' }
  | { readonly kind: 'content stored'; readonly content: StoredContent }

export function applyDownloadChange(flash: Flash, change: DownloadChange): Flash {
  switch (change.kind) {
    case 'download begun':
      return { ...flash, lastId: flash.lastId + 1, reports: [...flash.reports, change.report] }
    case 'download ended': {
      const { reportId, report } = change
      const reports = flash.reports.filter(({ id }) => id !== reportId)
      return {
        ...flash,
        lastId: flash.lastId + 1,
        reports: report === undefined ? reports : [...reports, report],
      }
    }
    case 'downloads broken off':
      return { ...flash, reports: flash.reports.map(breakOff) }
    case 'content stored':
      return { ...flash, contents: [...flash.contents, change.content] }
    default:
      return change satisfies never
  }
}

/** Its object was in memory, or still to come. */
export function isUnderWay({ kind, code, held }: QueuedReport): boolean {
  return kind === 'download' && (held === true || code === downloadSucceeded)
}

/** Of the download under way; there is one at a time. */
export function findHeld({ reports }: Flash): QueuedReport | undefined {
  return reports.find(({ held }) => held === true)
}

function breakOff(report: QueuedReport): QueuedReport {
  if (!isUnderWay(report)) return report
  const { held: _, ...rest } = report
  return { ...rest, code: deviceAborted, attempts: 0 }
}
