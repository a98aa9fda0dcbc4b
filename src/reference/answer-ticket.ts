/**
 * A ticket's descriptor and package lie in a folder named by its token. After its end both are gone, but for packages
 * whose descriptor came in time. A ticket that never was is answered in the same words.
 */
import { parseContentRange } from '../wire/http-fields.ts'
import type { ContentRange } from '../wire/http-fields.ts'
import { answerDescriptor } from './answer-descriptor.ts'
import { answerPackage } from './answer-package.ts'
import type { Answered, Desk } from './desk.ts'
import type { FaultContext } from './fault.ts'
import { answerClient } from './native/answer-client.ts'
import { versionOf } from './native/clients.ts'
import type { ClientOffer } from './native/clients.ts'
import { ticketOfferNamed } from './offers.ts'
import type { Offer, TicketOffer } from './offers.ts'
import { say } from './respond.ts'
import { sentAct, whenSent } from './sending.ts'
import type { Opening, Ticket } from './tickets.ts'
import { userAgentOf } from './visits.ts'

type TicketPart = 'descriptor' | 'package' | 'client'

export const ticketFolder = '/tickets/'

/** None: the link of this name leads to no descriptor, and to no client. */
export function orderTicket(
  desk: Desk,
  { number, app }: { readonly number: string; readonly app: string },
): Ticket | undefined {
  const offer = ticketOfferNamed(app)
  if (offer === undefined) return undefined
  if (isClient(offer)) desk.jobs.ordered(offer.name, { version: versionOf(offer), number })
  return desk.tickets.order({ number, offer }, desk.now())
}

/** Which orders are meant: that of one link, or all of a phone for what a link leads to. */
export type OrderWish =
  | { readonly link: string }
  | { readonly number: string; readonly app: string }

/** What is being sent already is sent to its end. @returns whether there is such an order */
export function cancelOrders({ tickets }: Desk, wish: OrderWish): boolean {
  const meant = tickets.all.filter('link' in wish ? madeAs(wish.link) : madeFor(wish))
  for (const ticket of meant) tickets.cancel(ticket)
  return meant.length > 0
}

function madeAs(link: string): (ticket: Ticket) => boolean {
  const { pathname = '' } = URL.parse(link) ?? {}
  const [token] = pathname.startsWith(ticketFolder)
    ? pathname.slice(ticketFolder.length).split('/')
    : []
  return (ticket) => ticket.token === token
}

function madeFor(wish: {
  readonly number: string
  readonly app: string
}): (ticket: Ticket) => boolean {
  const [offer, digits] = [ticketOfferNamed(wish.app), digitsOf(wish.number)]
  return (ticket) => ticket.offer === offer && digitsOf(ticket.number) === digits
}

function digitsOf(number: string): string {
  return number.replace(/\D/g, '')
}

/** Where a phone can start that has this ticket. */
export function ticketLink(origin: string, { token, offer }: Ticket): string {
  return `${origin}${ticketFolder}${token}/${filesOf(offer)[0]}`
}

/** The first is what the link leads to. */
function filesOf(offer: TicketOffer): readonly [string, ...string[]] {
  return isClient(offer)
    ? [fileOf(offer.path)]
    : [fileOf(offer.descriptorPath), fileOf(offer.packagePath)]
}

function isClient(offer: TicketOffer): offer is ClientOffer {
  return 'release' in offer
}

export async function answerTicket(
  desk: Desk,
  what: TicketPart,
  context: FaultContext,
): Promise<Answered> {
  const [token = '', file = '', ...rest] = new URL(context.request.url).pathname
    .slice(ticketFolder.length)
    .split('/')
  const ticket = rest.length === 0 ? findTicket(desk, { token, file }) : undefined
  const known = {
    ...context,
    ticket: desk.tickets.stateOf(ticket, context.now),
    ticketEndsAt: ticket?.endsAt,
    isOlderTicket: ticket !== undefined && desk.tickets.isOlder(ticket),
    ticketAgent: ticket?.openings[0]?.userAgent,
  }
  const answered =
    ticket !== undefined && isOpen(desk, ticket, known)
      ? await give(desk, what, { ticket, context: known })
      : { response: say(404, 'There is no such ticket.'), context: known }
  if (ticket === undefined) return answered
  noteOpening(desk, ticket, { file, answered })
  if (isDelivery(ticket, file, answered)) noteDelivery(desk, ticket, answered)
  return answered
}

function findTicket(
  { tickets }: Desk,
  { token, file }: { readonly token: string; readonly file: string },
): Ticket | undefined {
  const ticket = tickets.find(token)
  if (ticket === undefined) return undefined
  return filesOf(ticket.offer).includes(file) ? ticket : undefined
}

function isOpen(desk: Desk, ticket: Ticket, context: FaultContext): boolean {
  switch (context.ticket) {
    case 'good':
      return true
    case 'over':
      return isGoingOn(desk, ticket, context)
    case 'cancelled':
      return !desk.tickets.rules.isClosedTo(context.request)
    default:
      return false
  }
}

/** What was begun in time may come to its end: with the descriptor, or in the one transfer of a client. */
function isGoingOn({ tickets, visits }: Desk, ticket: Ticket, context: FaultContext): boolean {
  const { request, now } = context
  const { offer, isUsedUp, openings, endsAt } = ticket
  if (isUsedUp || now > endsAt + tickets.rules.graceMs) return false
  // The rest of a client whose beginning came in time.
  if (isClient(offer)) return openings.length > 0 && request.headers.has('Range')
  const id = new URL(request.url).searchParams.get('visit')
  const visit = id === null ? undefined : visits.find(id)
  return visit !== undefined && visit.link === folderOffer(ticket, offer).descriptorPath
}

function give(
  desk: Desk,
  what: TicketPart,
  { ticket, context }: { readonly ticket: Ticket; readonly context: FaultContext },
): Answered | Promise<Answered> {
  const { offer, token } = ticket
  if (isClient(offer)) {
    return answerClient(desk, { ...offer, path: `${ticketFolder}${token}${offer.path}` }, context)
  }
  const moved = folderOffer(ticket, offer)
  return what === 'descriptor'
    ? answerDescriptor(desk, moved, context)
    : answerPackage(desk, moved, context)
}

function noteOpening(
  { tickets }: Desk,
  ticket: Ticket,
  { file, answered }: { readonly file: string; readonly answered: Answered },
): void {
  const { request, now } = answered.context
  const { method } = request
  const { status } = answered.response
  const range = rangeOf(answered.response)
  const part = range === undefined ? {} : { part: range }
  const userAgent = userAgentOf(request)
  tickets.note(ticket, { at: now, method, file, userAgent, status, ...part }, request)
}

/** The last octet of its package goes out to somebody who has those before it. */
function isDelivery({ openings }: Ticket, file: string, { response, context }: Answered): boolean {
  const { route, request } = context
  if (request.method !== 'GET' || (route !== 'client' && route !== 'package')) return false
  if (response.status !== 206) return response.status === 200
  const range = rangeOf(response)
  if (range === undefined) return false
  const gets = openings.filter((one) => one.file === file && one.method === 'GET')
  return range.end + 1 === range.total && range.start <= reachOf(gets)
}

/** So many octets from the first on were given out without a gap; a transfer of all may have broken off anywhere. */
function reachOf(gets: readonly Opening[]): number {
  if (gets.some(({ status }) => status === 200)) return Infinity
  return gets
    .flatMap(({ part }) => part ?? [])
    .toSorted((one, other) => one.start - other.start)
    .reduce((reach, { start, end }) => (start <= reach ? Math.max(reach, end + 1) : reach), 0)
}

function rangeOf({ status, headers }: Response): ContentRange | undefined {
  return status === 206 ? parseContentRange(headers.get('Content-Range') ?? '') : undefined
}

function noteDelivery({ tickets }: Desk, { token }: Ticket, { response }: Answered): void {
  const act = sentAct(response)
  whenSent(response, () => {
    act?.()
    tickets.delivered(token)
  })
}

/** The offer, moved into the folder of the ticket. */
function folderOffer({ token }: Ticket, offer: Offer): Offer {
  const folder = `${ticketFolder}${token}/`
  const { build: _, ...rest } = offer
  return {
    ...rest,
    descriptorPath: `${folder}${fileOf(offer.descriptorPath)}`,
    packagePath: `${folder}${fileOf(offer.packagePath)}`,
  }
}

function fileOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
