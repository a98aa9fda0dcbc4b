/** An attempt to fetch what a download descriptor describes, step by step: the same machine as for installations runs it. */
import type { PromptFact, TraceFact } from '../../trace/events.ts'
import type { Received } from '../behaviour.ts'
import { deviceAborted } from '../download-habits.ts'
import type { DownloadHabits } from '../download-habits.ts'
import { freeBytes } from '../flash.ts'
import type { QueuedReport } from '../flash.ts'
import type { Phone } from '../phone.ts'
import type { Attempt } from './attempt.ts'
import { examineDownload, objectInParts, takeObject } from './download.ts'
import type { DownloadPlan, DownloadWays } from './download.ts'
import type { Find } from './find.ts'

/** The object that came, as it is to be used. */
export interface ReceivedObject {
  readonly plan: DownloadPlan
  readonly octets: Uint8Array
}

export interface DownloadEnd extends DownloadWays {
  /** None: it did not come, or is not what the descriptor says. */
  readonly object: ReceivedObject | undefined
}

export function examine(
  { behaviour, storage }: Phone,
  { octets, charset, url, parts }: Extract<Find, { readonly kind: 'download' }>,
): Partial<Attempt> {
  const habits = behaviour.download
  const room = freeBytes(storage)
  const answer = examineDownload({ octets, charset, url, parts, habits, freeBytes: room })
  const { installNotify, nextUrl } = answer
  return answer.kind === 'refuse'
    ? { refusal: answer.refusal, installNotify, nextUrl }
    : { download: answer.plan, installNotify, nextUrl }
}

export function described(
  { url, objectUrl, mediaTypes, bytes, name, vendor }: DownloadPlan,
  { installNotify, nextUrl }: DownloadWays,
): TraceFact {
  return {
    type: 'download.described',
    url,
    objectUrl,
    mediaTypes,
    bytes,
    ...(name === undefined ? {} : { name }),
    ...(vendor === undefined ? {} : { vendor }),
    ...(installNotify === undefined ? {} : { installNotify }),
    ...(nextUrl === undefined ? {} : { nextUrl }),
  }
}

/** Characters of a name or vendor that fit the question. */
const shownMax = 80

export function consentQuestion({ name, vendor, bytes, mediaTypes }: DownloadPlan): PromptFact {
  const what = name === undefined || name === '' ? 'the object' : name.slice(0, shownMax)
  const who = vendor === undefined || vendor === '' ? '' : ` of ${vendor.slice(0, shownMax)}`
  const text = `Download ${what}${who}, ${bytes} octets of ${mediaTypes.join(', ')}?`
  return { type: 'prompt.shown', prompt: 'download', text }
}

/** Held until it is known how the download ends: should the battery go, the phone owes it. */
export function holdReport({ phone, installNotify: url, download }: Attempt): void {
  if (download === undefined || url === undefined) return
  const report = makeDownloadReport(phone, { url, code: deviceAborted })
  phone.storage.commit({ kind: 'download begun', report: { ...report, held: true } })
}

export function makeDownloadReport(
  { storage }: Phone,
  { url, code }: { readonly url: string; readonly code: number },
): QueuedReport {
  const id = `report.${storage.read().lastId + 1}`
  return { id, kind: 'download', url, code, attempts: 0, suiteId: undefined }
}

export function objectRetrieval(
  { objectUrl: url, bytes }: DownloadPlan,
  { phone, credentials }: Pick<Attempt, 'phone' | 'credentials'>,
) {
  return {
    phone,
    purpose: 'object',
    url,
    credentials,
    expectedBytes: bytes,
    probe: undefined,
  } as const
}

/** The object that came with its descriptor is there as soon as the user wants it. */
export function takePart({ download, phone }: Attempt): Partial<Attempt> | undefined {
  const received = download && objectInParts(download)
  return received && download && takeAnswer(download, received, phone.behaviour.download)
}

export function takeAnswer(
  plan: DownloadPlan,
  received: Received,
  habits: DownloadHabits,
): Partial<Attempt> {
  if (received.kind === 'failure' || received.status !== 200) {
    return { refusal: habits.refuseObject(received) }
  }
  return { refusal: takeObject(plan, received), octets: received.body }
}

export function endOf({ refusal, octets, download, installNotify, nextUrl }: Attempt): DownloadEnd {
  const isHere = refusal === undefined && octets !== undefined && download !== undefined
  return { installNotify, nextUrl, object: isHere ? { plan: download, octets } : undefined }
}
