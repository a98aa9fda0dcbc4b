/**
 * A ticket's descriptor and package lie in a folder named by its token. After its end both are gone, but for packages
 * whose descriptor came in time. A ticket that never was is answered in the same words.
 */
import { answerDescriptor } from './answer-descriptor.ts'
import { answerPackage } from './answer-package.ts'
import type { Answered, Desk } from './desk.ts'
import type { FaultContext } from './fault.ts'
import { answerClient } from './native/answer-client.ts'
import { clientOffers, versionOf } from './native/clients.ts'
import type { ClientOffer } from './native/clients.ts'
import { offerNamed } from './offers.ts'
import type { Offer } from './offers.ts'
import { say } from './respond.ts'
import type { Ticket } from './tickets.ts'
import { userAgentOf } from './visits.ts'

export const ticketFolder = '/tickets/'

/** None: the link of this name leads to no descriptor, and to no client. */
export function orderTicket(
  desk: Desk,
  { number, app }: { readonly number: string; readonly app: string },
): Ticket | undefined {
  const offer = offerNamed(app) ?? clientOffers.find(({ name }) => name === app)
  if (offer === undefined) return undefined
  if (isClient(offer)) desk.jobs.ordered(offer.name, { version: versionOf(offer), number })
  return desk.tickets.order({ number, offer }, desk.now())
}

function isClient(offer: Offer | ClientOffer): offer is ClientOffer {
  return 'release' in offer
}

/** Where a phone can start that has this ticket. */
export function ticketLink(origin: string, { token, offer }: Ticket): string {
  const [start = ''] = filesOf(offer)
  return `${origin}${ticketFolder}${token}/${start}`
}

/** What lies in its folder, that with which it starts first. */
function filesOf(offer: Offer | ClientOffer): readonly string[] {
  const paths = isClient(offer) ? [offer.path] : [offer.descriptorPath, offer.packagePath]
  return paths.map(fileOf)
}

export async function answerTicket(
  desk: Desk,
  what: 'descriptor' | 'package',
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
    ticketAgent: ticket?.openings[0]?.userAgent,
  }
  const answered =
    ticket !== undefined && (known.ticket === 'good' || isGoingOn(desk, ticket, known))
      ? await give(desk, what, { ticket, context: known })
      : { response: say(404, 'There is no such ticket.'), context: known }
  if (ticket !== undefined) noteOpening(desk, ticket, { file, answered })
  return answered
}

function findTicket(
  { tickets }: Desk,
  { token, file }: { readonly token: string; readonly file: string },
): Ticket | undefined {
  const ticket = tickets.find(token)
  return ticket !== undefined && filesOf(ticket.offer).includes(file) ? ticket : undefined
}

/** What was begun in time may come to its end: with the descriptor, or in the one transfer of a client. */
function isGoingOn({ tickets, visits }: Desk, ticket: Ticket, context: FaultContext): boolean {
  if (isClient(ticket.offer)) return false
  const id = new URL(context.request.url).searchParams.get('visit')
  const visit = id === null ? undefined : visits.find(id)
  return (
    visit !== undefined &&
    !ticket.isUsedUp &&
    visit.link === folderOffer(ticket.token, ticket.offer).descriptorPath &&
    context.now <= ticket.endsAt + tickets.rules.graceMs
  )
}

function give(
  desk: Desk,
  what: 'descriptor' | 'package',
  { ticket, context }: { readonly ticket: Ticket; readonly context: FaultContext },
): Answered | Promise<Answered> {
  if (isClient(ticket.offer)) {
    const path = `${ticketFolder}${ticket.token}/${fileOf(ticket.offer.path)}`
    return answerClient(desk, { ...ticket.offer, path }, { ...context, route: 'client' })
  }
  const offer = folderOffer(ticket.token, ticket.offer)
  return what === 'descriptor'
    ? answerDescriptor(desk, offer, context)
    : answerPackage(desk, offer, context)
}

function noteOpening(
  { tickets }: Desk,
  ticket: Ticket,
  { file, answered }: { readonly file: string; readonly answered: Answered },
): void {
  const { request, now } = answered.context
  const { method } = request
  const { status } = answered.response
  tickets.note(ticket, { at: now, method, file, userAgent: userAgentOf(request), status }, request)
}

/** The offer, moved into the folder of the ticket. */
function folderOffer(token: string, offer: Offer): Offer {
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
