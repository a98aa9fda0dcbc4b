/** Tickets: links that the target was asked to make for one phone and order, and what came of opening them. */
import type { EventOf, Exchange } from '../trace/events.ts'
import { headerValue } from '../wire/http-fields.ts'
import { resolveUrl } from '../wire/http-url.ts'
import { jarMediaTypes, parseMediaType } from '../wire/media-types.ts'
import type { CheckContext } from './check.ts'
import { isForOtherPlatform, isNativePhone, isOutdated } from './native-links.ts'
import { nativeFormatOf } from './native-packages.ts'
import { pushedMessages } from './pushed-messages.ts'
import type { PushedMessage } from './pushed-messages.ts'

export interface OrderedTicket {
  readonly ordered: EventOf<'ticket.ordered'>
  readonly message: PushedMessage
  /** Absolute, without fragment, as a phone asks for it. */
  readonly link: string
  /** As the target file has it; absent where it says nothing. */
  readonly endsAt: number | undefined
  /** The target was asked to cancel the order, and agreed. */
  readonly cancelled: EventOf<'ticket.cancelled'> | undefined
}

/** `near`: so close to the end that clocks a few seconds apart decide. */
export type When = 'in time' | 'near' | 'too late' | 'cancelled'

export interface TicketOpening {
  readonly ticket: OrderedTicket
  /** What the link was answered, redirects followed. */
  readonly exchange: Exchange
  readonly when: When
}

/** Clocks of target and phone may be so far apart. */
const toleranceMs = 5_000
const redirectsMax = 10

const known = new WeakMap<CheckContext, readonly OrderedTicket[]>()

export function orderedTickets(context: CheckContext): readonly OrderedTicket[] {
  const found = known.get(context) ?? findTickets(context)
  known.set(context, found)
  return found
}

function findTickets({ evidence, facts }: CheckContext): readonly OrderedTicket[] {
  const { ticketLifetimeMs } = facts.target
  const messages = pushedMessages(evidence)
  const orders = evidence.all('ticket.ordered')
  return orders.flatMap((ordered, index) => {
    const until = orders[index + 1]?.seq ?? Infinity
    const message = messages.find(
      ({ seq, to, links }) =>
        seq > ordered.seq &&
        seq < until &&
        links.length > 0 &&
        digitsOf(to) === digitsOf(ordered.to),
    )
    const [link] = message?.links ?? []
    if (message === undefined || link === undefined || !URL.canParse(link)) return []
    const endsAt = ticketLifetimeMs === undefined ? undefined : ordered.at + ticketLifetimeMs
    const cancelled = evidence
      .all('ticket.cancelled')
      .find(({ seq, missed }) => missed === undefined && seq > ordered.seq && seq < until)
    return [{ ordered, message, link: withoutFragment(link), endsAt, cancelled }]
  })
}

export function digitsOf(number: string): string {
  return number.replace(/\D/g, '')
}

function withoutFragment(link: string): string {
  const url = new URL(link)
  url.hash = ''
  return url.href
}

/**
 * Every time a link for one phone was asked for with GET by a phone that wants to install. Left out are phones of another
 * platform than the order: what they get is for native/other-platform to say.
 */
export function ticketOpenings(context: CheckContext): readonly TicketOpening[] {
  // What a native phone opens leads to a package at once.
  const asked = context.evidence
    .exchanges(isNativePhone(context) ? 'package' : 'descriptor')
    .filter((one) => one.probe === undefined && one.request.method === 'GET' && !isOutdated(one))
  const tickets = orderedTickets(context).filter(
    ({ ordered }) => !isForOtherPlatform(context.facts, ordered.app),
  )
  return asked.flatMap((exchange) => {
    const ticket = tickets.findLast(
      ({ link, message }) => link === exchange.request.url && message.seq < exchange.seq,
    )
    if (ticket === undefined) return []
    const when = whenIs(exchange.startedAt, ticket)
    return [{ ticket, exchange: endOf(exchange, asked), when }]
  })
}

/** HEAD of a link that is over, and the GET that followed; none: the phone did not go on. */
export interface TicketHead {
  readonly exchange: Exchange
  readonly opened: Exchange | undefined
}

export function lateHeads(context: CheckContext): readonly TicketHead[] {
  const openings = ticketOpenings(context)
  const tickets = orderedTickets(context)
  return context.evidence
    .exchanges('package')
    .filter(({ probe, request }) => probe === undefined && request.method === 'HEAD')
    .flatMap((exchange) => {
      const ticket = tickets.findLast(
        ({ link, message }) => link === exchange.request.url && message.seq < exchange.seq,
      )
      if (ticket === undefined || whenIs(exchange.startedAt, ticket) !== 'too late') return []
      const opening = openings.find(
        (one) => one.ticket === ticket && one.exchange.seq > exchange.seq,
      )
      return [{ exchange, opened: opening?.exchange }]
    })
}

/** Asked for when its link was over, or nearly so. */
export function isPastItsEnd(
  context: CheckContext,
  { request, seq, startedAt }: Exchange,
): boolean {
  const ticket = orderedTickets(context).findLast(
    ({ link, message }) => link === request.url && message.seq < seq,
  )
  return ticket !== undefined && whenIs(startedAt, ticket) !== 'in time'
}

export function whenIs(at: number, { endsAt, cancelled }: OrderedTicket): When {
  if (cancelled !== undefined && at > cancelled.at) return 'cancelled'
  if (endsAt === undefined || at < endsAt - toleranceMs) return 'in time'
  return at > endsAt + toleranceMs ? 'too late' : 'near'
}

/** Opened when it was over, and from the beginning: the rest of what began in time is for ticket/late-package. */
export function lateOpenings(context: CheckContext): readonly TicketOpening[] {
  return ticketOpenings(context).filter(
    ({ when, exchange }) => when === 'too late' && !hasRange(exchange),
  )
}

/** Where redirects led to. */
export function endOf(first: Exchange, asked: readonly Exchange[]): Exchange {
  let last = first
  for (let hops = 0; hops < redirectsMax; hops += 1) {
    const { response, seq, request } = last
    const status = response?.status ?? 0
    const location = response && headerValue(response.headers, 'Location')
    if (status < 300 || status > 399 || location === undefined) return last
    const url = resolveUrl(request.url, location)
    const next = asked.find((one) => one.seq > seq && one.request.url === url)
    if (next === undefined) return last
    last = next
  }
  return last
}

/** A descriptor or a package came, or what calls itself so. */
export function hasClient({ response }: Exchange): boolean {
  if (response === undefined) return false
  const type = parseMediaType(headerValue(response.headers, 'Content-Type') ?? '')?.essence ?? ''
  return (
    clientTypes.includes(type) ||
    beginsWith(response.body, zipSignature) ||
    nativeFormatOf(response.body) !== undefined ||
    new TextDecoder('latin1').decode(response.body.subarray(0, lookedAtMax)).includes('MIDlet-')
  )
}

const clientTypes: readonly string[] = ['text/vnd.sun.j2me.app-descriptor', ...jarMediaTypes]
const zipSignature = [0x50, 0x4b, 3, 4] as const
const lookedAtMax = 4096

function beginsWith(octets: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((octet, index) => octets[index] === octet)
}

/** The target gave what the link leads to. */
export function isGivenOut(exchange: Exchange): boolean {
  const { status } = exchange.response ?? {}
  return (status === 200 && hasClient(exchange)) || (status === 206 && hasRange(exchange))
}

/** The rest of it was asked for. */
function hasRange({ request }: Exchange): boolean {
  return headerValue(request.headers, 'Range') !== undefined
}

/** 403 is no lie either, though it says less (RFC 9110 15.5.4). */
export function isClearRefusal({ response }: Exchange): boolean {
  return response !== undefined && [403, 404, 410].includes(response.status)
}

/** The server was not asked for what it has: it was busy, or wanted credentials first. */
export function isUndecided({ response }: Exchange): boolean {
  return response === undefined || [401, 407, 503].includes(response.status)
}

/** The ticket was used up: its package was given out to the last octet before. */
export function wasDelivered(
  { evidence }: CheckContext,
  { ticket, exchange }: TicketOpening,
): boolean {
  const isBefore = ({ seq }: { readonly seq: number }) => seq < exchange.seq
  return (
    evidence.packages.some(
      (found) => isBefore(found) && found.descriptor?.exchange.request.url === ticket.link,
    ) ||
    evidence.nativePackages.some(
      (found) => isBefore(found) && found.exchange.request.url === ticket.link,
    ) ||
    evidence.exchanges('package').some((one) => isBefore(one) && isWholeForPart(one, ticket))
  )
}

/** A part was asked for, and all of it came. */
function isWholeForPart({ probe, request, response, failure }: Exchange, { link }: OrderedTicket) {
  const isWhole = response?.status === 200 && failure === undefined
  return probe === 'part-of-ticket' && request.url === link && isWhole
}

/** Another order for the same phone came between: the old ticket may be gone. */
export function wasReplaced(context: CheckContext, { ticket, exchange }: TicketOpening): boolean {
  return context.evidence
    .all('ticket.ordered')
    .some(
      ({ seq, to }) => seq > ticket.ordered.seq && seq < exchange.seq && to === ticket.ordered.to,
    )
}

export const needsClock =
  'needs target clock: add verbs.clock to the target file, or play it with --clock wall'
