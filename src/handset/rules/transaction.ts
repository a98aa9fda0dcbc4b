/**
 * The end of a download: its report, and what becomes of the object. It may be used once the server has confirmed the report
 * (Chromium's OMADownloadHandler: only then it leaves the private folder; else it is deleted), and not before: so a report of
 * 900 says that a package came, not that it is installed. What its installer says later goes to `MIDlet-Install-Notify`.
 */
import type { TraceFact } from '../../trace/events.ts'
import type { Received } from '../behaviour.ts'
import type { StoredContent } from '../download-store.ts'
import { findHeld } from '../download-store.ts'
import type { QueuedReport } from '../flash.ts'
import type { Phone } from '../phone.ts'
import type { InstallResult } from './attempt.ts'
import { makeDownloadReport } from './download-attempt.ts'
import type { DownloadEnd, ReceivedObject } from './download-attempt.ts'
import type { Find } from './find.ts'
import { settleInstall } from './outcome.ts'

export interface Transaction extends DownloadEnd {
  /** None: nobody wants one. */
  readonly report: QueuedReport | undefined
  /** What came of the report; none: nothing yet. */
  readonly answer: Received | undefined
}

interface Transacting {
  readonly phone: Phone
  readonly transaction: Transaction | undefined
}

interface GoingOn extends Transacting {
  /** Next pages that the user has gone on to since the link was opened. */
  readonly nextPages: number
}

export function openTransaction(
  phone: Phone,
  { download, code }: InstallResult,
): Transaction | undefined {
  if (download === undefined) return undefined
  const { installNotify: url } = download
  const report =
    url === undefined || code === undefined ? undefined : makeDownloadReport(phone, { url, code })
  return { ...download, report, answer: undefined }
}

/** In place of the one that was held. */
export function keepReport({ phone, transaction }: Transacting): void {
  const reportId = findHeld(phone.storage.read())?.id
  const { report } = transaction ?? {}
  if (reportId === undefined && report === undefined) return
  phone.storage.commit({ kind: 'download ended', reportId, report })
}

/** A failure is told at once; how a success ends is seen later. */
export function failureFacts(result: InstallResult): readonly TraceFact[] {
  return result.download?.object === undefined ? [settleInstall(result)] : []
}

/** The answer to the report under way, if it is that of the transaction. */
export function noteAnswer(
  { transaction, due }: Transacting & { readonly due: readonly QueuedReport[] },
  answer: Received,
): { readonly transaction?: Transaction } {
  if (transaction?.report === undefined || transaction.report.id !== due[0]?.id) return {}
  return { transaction: { ...transaction, answer } }
}

/** What may be used now. */
export function usableObject({ phone, transaction }: Transacting): ReceivedObject | undefined {
  if (transaction === undefined) return undefined
  const { object, report, answer } = transaction
  const isConfirmed = answer !== undefined && phone.behaviour.download.releases(answer)
  return report === undefined || isConfirmed ? object : undefined
}

/** Nothing more comes of it. A failure is not waited for where there is no coverage to report it. */
export function isOver({ phone, transaction }: Transacting): boolean {
  if (transaction === undefined) return true
  const { object, report, answer } = transaction
  if (object !== undefined) return answer !== undefined
  return report === undefined || answer !== undefined || !phone.radio.covered
}

export function releaseFacts(transacting: Transacting): readonly TraceFact[] {
  const object = usableObject(transacting)
  if (object === undefined) return []
  const { plan, octets } = object
  const [mediaType = ''] = plan.mediaTypes
  return [{ type: 'object.released', url: plan.objectUrl, mediaType, bytes: octets.length }]
}

/** None where there was nothing to lose. */
export function discardFacts({ transaction }: Transacting): readonly TraceFact[] {
  const { object, answer } = transaction ?? {}
  if (object === undefined || answer === undefined) return []
  const said = answer.kind === 'response' ? `HTTP status ${answer.status}` : answer.detail
  const reason = `the server did not confirm the report: ${said}`
  return [
    { type: 'object.discarded', url: object.plan.objectUrl, reason },
    { type: 'install.settled', outcome: 'refused', reason },
  ]
}

/** As if a link had led to it; none where it is content. */
export function objectAsFind(transacting: Transacting): Find | undefined {
  const object = usableObject(transacting)
  if (object === undefined) return undefined
  const { plan, octets } = object
  switch (plan.use) {
    case 'package':
      return { kind: 'package', url: plan.objectUrl, octets, agreed: true }
    case 'suite descriptor':
      return { kind: 'descriptor', url: plan.objectUrl, octets, charset: undefined }
    case 'content':
      return undefined
    default:
      return plan.use satisfies never
  }
}

export function storeContent(transacting: Transacting): void {
  const object = usableObject(transacting)
  if (object === undefined) throw new TypeError('there is no content')
  const content = contentOf(object.plan, object.octets.length)
  transacting.phone.storage.commit({ kind: 'content stored', content })
}

function contentOf(
  { name, objectUrl: url, mediaTypes: [mediaType = ''] }: ReceivedObject['plan'],
  bytes: number,
): StoredContent {
  return {
    name: name === undefined || name === '' ? lastSegment(url) : name,
    mediaType,
    bytes,
    url,
  }
}

function lastSegment(url: string): string {
  const { pathname = '' } = URL.parse(url) ?? {}
  return pathname.slice(pathname.lastIndexOf('/') + 1)
}

export const contentStored: TraceFact = {
  type: 'install.settled',
  outcome: 'installed',
  code: 900,
  reason: 'the content is stored',
}

/** The page that is offered to the user in the end, where the phone asks at all. */
function namedPage({ phone, transaction }: Transacting): string | undefined {
  return phone.behaviour.asks('next-page') ? transaction?.nextUrl : undefined
}

/** Is there something to say of a page in the end? */
export function namesPage(transacting: Transacting): boolean {
  return namedPage(transacting) !== undefined
}

/** None where one download has led to the next for so long that the user gives up, as one does with pages. */
export function nextPage(transacting: GoingOn): string | undefined {
  const { phone, nextPages } = transacting
  return nextPages < phone.behaviour.browser.pagesMax ? namedPage(transacting) : undefined
}

export function nextPageFacts(transacting: GoingOn): readonly TraceFact[] {
  const named = namedPage(transacting)
  if (named === undefined) return []
  if (nextPage(transacting) !== undefined) {
    return [{ type: 'prompt.shown', prompt: 'next-page', text: `Go on to ${named}?` }]
  }
  const reason = `one download leads to the next, ${transacting.nextPages} times (pagesMax)`
  return [{ type: 'link.dead', url: named, reason }]
}
