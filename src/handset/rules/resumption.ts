/** A download that broke off and goes on: what is known of it, where it goes on, and what is made of the parts. */
import type { Header, Purpose } from '../../trace/events.ts'
import type { Received } from '../behaviour.ts'
import type { BrokenDownload } from '../broken-downloads.ts'
import type { Flash } from '../flash.ts'
import type { Phone } from '../phone.ts'
import type { Parts } from './ranges.ts'

export interface Resumption extends Parts {
  readonly purpose: Purpose
  readonly phone: Phone
  /** Headers of the last answer about it, by which it is asked for. */
  readonly known: readonly Header[]
  /** Where it is begun, and goes on. */
  readonly home: string
  /** A redirect that does not last led away from there. */
  readonly strayed: boolean
}

type Response = Extract<Received, { kind: 'response' }>

const lasting: readonly number[] = [301, 308]

/** A redirect that lasts is the place from now on, unless one that does not came before it (RedirectedPermanentlyL of S60). */
export function moveHome(
  { home, strayed }: Pick<Resumption, 'home' | 'strayed'>,
  { status }: Response,
  url: string,
): Pick<Resumption, 'home' | 'strayed'> {
  const lasts = lasting.includes(status) && !strayed
  return lasts ? { home: url, strayed } : { home, strayed: true }
}

/** The request depends on what is known, and the answer says that it is otherwise. */
export function isOutdated({ phone, known, octetsSoFar }: Resumption, received: Received): boolean {
  const { conditions, beginsAnew } = phone.behaviour.resumption
  return (
    received.kind === 'response' &&
    beginsAnew(received.status) &&
    conditions({ headers: known, octets: octetsSoFar }).length > 0
  )
}

/** The rest behind what is there, whatever it says of itself: phones look at the status alone. */
export function appendRest({ parts, octetsSoFar }: Parts, received: Received): Received {
  const isRest = received.kind === 'response' && received.status === 206 && octetsSoFar > 0
  if (!isRest) return received
  return { ...received, status: 200, body: join([...parts, received.body], octetsSoFar) }
}

/** What is kept where the transfer broke off; none: nothing came, or the phone keeps nothing. */
export function brokenDownload(
  { phone, purpose, parts, octetsSoFar, home }: Resumption,
  received: Received,
): BrokenDownload | undefined {
  if (received.kind === 'response' || received.cause === 'cancelled') return undefined
  const { partial } = received
  const isKept = phone.behaviour.resumption.keepsBroken && purpose === 'package'
  if (!isKept || partial === undefined) return undefined
  const { status, headers, body } = partial
  if (status !== 200 && status !== 206) return undefined
  const octets = status === 206 ? join([...parts, body], octetsSoFar) : body
  return { url: home, octets, headers }
}

export function findBroken({ brokenDownloads }: Flash, url: string): BrokenDownload | undefined {
  return brokenDownloads.find((one) => one.url === url)
}

/** Keeps what came of a download that broke off; one that went on and came to an end is kept no longer. */
export function mindDownload(
  { phone, broken: before }: { readonly phone: Phone; readonly broken: BrokenDownload | undefined },
  {
    received,
    broken,
  }: { readonly received: Received; readonly broken?: BrokenDownload | undefined },
): void {
  if (broken !== undefined) phone.storage.commit({ kind: 'broken download kept', download: broken })
  if (before === undefined || before.url === broken?.url || received.kind === 'failure') return
  phone.storage.commit({ kind: 'broken download ended', url: before.url })
}

function join(parts: readonly Uint8Array[], octetsBefore: number): Uint8Array {
  const joined = new Uint8Array(octetsBefore + (parts.at(-1)?.length ?? 0))
  let offset = 0
  for (const part of parts) {
    joined.set(part, offset)
    offset += part.length
  }
  return joined
}
