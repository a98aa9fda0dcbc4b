/** Packages that tickets led to. */
import type { Exchange } from '../trace/events.ts'
import type { CheckContext } from './check.ts'
import { descriptorOf, packageFetches } from './package-fetches.ts'
import { orderedTickets, whenIs } from './ticket-openings.ts'
import type { OrderedTicket, When } from './ticket-openings.ts'

export interface TicketPackage {
  readonly ticket: OrderedTicket
  readonly exchange: Exchange
  readonly when: When
}

/** Requests for packages whose descriptor came from the link of a ticket. */
export function ticketPackages(context: CheckContext): readonly TicketPackage[] {
  const tickets = orderedTickets(context).filter(({ endsAt }) => endsAt !== undefined)
  if (tickets.length === 0) return []
  return packageFetches(context).flatMap((exchange) => {
    const from = descriptorOf(context, exchange)?.exchange.request.url
    const ticket = tickets.findLast(({ link }) => link === from)
    return ticket === undefined
      ? []
      : [{ ticket, exchange, when: whenIs(exchange.startedAt, ticket) }]
  })
}
