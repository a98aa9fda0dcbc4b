/** What the handset last saw of the target, for steps that say "last". */
import { attributeValue } from '../wire/attributes.ts'
import { resolveUrl } from '../wire/http-url.ts'
import { jadBytesMax, parseJad } from '../wire/jad.ts'
import { headerValue } from '../wire/http-fields.ts'
import { parseMediaType } from '../wire/media-types.ts'
import { pageKindOf } from '../wire/page/page.ts'
import type { RecordedResponse, TraceEvent } from '../trace/events.ts'
import type { FetchedPackage } from './package-manners.ts'

export interface LastDescriptor {
  readonly packageUrl: string | undefined
  readonly installNotify: string | undefined
  readonly deleteNotify: string | undefined
}

/** The last descriptor that the target sent with 200, as it sent it. */
export function lastDescriptor(events: readonly TraceEvent[]): LastDescriptor | undefined {
  return readDescriptor(events.findLast(carriesDescriptor))
}

/** The one that the target sent before the last. */
export function earlierDescriptor(events: readonly TraceEvent[]): LastDescriptor | undefined {
  return readDescriptor(events.filter(carriesDescriptor).at(-2))
}

function carriesDescriptor(event: TraceEvent): boolean {
  return (
    event.type === 'http.exchanged' &&
    event.purpose === 'descriptor' &&
    event.response?.status === 200 &&
    !isPage(event.response)
  )
}

/** Markup with the type of a page, which led to the descriptor. */
function isPage({ headers, body }: RecordedResponse): boolean {
  const type = parseMediaType(headerValue(headers, 'Content-Type') ?? '')
  return type !== undefined && pageKindOf(type.essence) !== undefined && body[0] === 0x3c
}

function readDescriptor(event: TraceEvent | undefined): LastDescriptor | undefined {
  if (event?.type !== 'http.exchanged' || event.response === undefined) return undefined
  if (event.response.body.length > jadBytesMax) return undefined
  const { attributes } = parseJad(event.response.body)
  const jarUrl = attributeValue(attributes, 'MIDlet-Jar-URL')
  return {
    packageUrl: jarUrl === undefined ? undefined : resolveUrl(event.request.url, jarUrl),
    installNotify: attributeValue(attributes, 'MIDlet-Install-Notify'),
    deleteNotify: attributeValue(attributes, 'MIDlet-Delete-Notify'),
  }
}

/** The package that the target last sent whole, where none of it was a probe. */
export function lastPackage(events: readonly TraceEvent[]): FetchedPackage | undefined {
  const event = events.findLast(
    (one) =>
      one.type === 'http.exchanged' &&
      one.purpose === 'package' &&
      one.request.method === 'GET' &&
      one.response?.status === 200 &&
      one.failure === undefined &&
      one.probe === undefined,
  )
  if (event?.type !== 'http.exchanged' || event.response === undefined) return undefined
  const { request, response } = event
  return {
    url: request.url,
    requestHeaders: request.headers,
    headers: response.headers,
    bytes: response.body.length,
  }
}

/** The bearer that the network got a message by. */
export function bearerOf(events: readonly TraceEvent[], id: string): string | undefined {
  const accepted = events.find((event) => event.type === 'message.accepted' && event.message === id)
  return accepted?.type === 'message.accepted' ? accepted.bearer : undefined
}

/** The instant at which the ticket that was ordered last ends, if it is said how long tickets are good, and the instant it is. */
export function lastTicketEnd(
  events: readonly TraceEvent[],
  lifetimeMs: number | undefined,
): { readonly at: number; readonly now: number } | undefined {
  const ordered = events.findLast(({ type }) => type === 'ticket.ordered')
  if (ordered === undefined || lifetimeMs === undefined) return undefined
  return { at: ordered.at + lifetimeMs, now: events.at(-1)?.at ?? ordered.at }
}

export interface LastOrder {
  /** Name of the link of the target that it leads to. */
  readonly app: string
  readonly to: string
  /** That the target made for it; none: the phone has not got it yet. */
  readonly link: string | undefined
}

/** The order of a link for this phone that was made last. */
export function lastOrder(events: readonly TraceEvent[]): LastOrder | undefined {
  const ordered = events.findLast((event) => event.type === 'ticket.ordered')
  if (ordered?.type !== 'ticket.ordered') return undefined
  const { app, to, seq } = ordered
  return { app, to, link: lastOfferedLink(events.filter((event) => event.seq > seq)) }
}

/** The link that the phone offered last. */
export function lastOfferedLink(events: readonly TraceEvent[]): string | undefined {
  const offered = events.findLast((event) => event.type === 'link.offered')
  return offered?.type === 'link.offered' ? offered.url : undefined
}
