/** Packages that tickets led to. */
import type { Exchange } from '../trace/events.ts'
import type { CheckContext } from './check.ts'
import { isNativePhone } from './native-links.ts'
import { descriptorOf, hasRange, packageFetches } from './package-fetches.ts'
import { orderedTickets, ticketOpenings, whenIs } from './ticket-openings.ts'
import type { OrderedTicket, When } from './ticket-openings.ts'

export interface TicketPackage {
  readonly ticket: OrderedTicket
  readonly exchange: Exchange
  readonly when: When
}

/** Requests for packages whose descriptor came from the link of a ticket, and on native phones those of the link itself. */
export function ticketPackages(context: CheckContext): readonly TicketPackage[] {
  const tickets = orderedTickets(context).filter(({ endsAt }) => endsAt !== undefined)
  if (tickets.length === 0) return []
  if (isNativePhone(context)) return nativeTicketPackages(context)
  return packageFetches(context).flatMap((exchange) => {
    const from = descriptorOf(context, exchange)?.exchange.request.url
    const ticket = tickets.findLast(({ link }) => link === from)
    return ticket === undefined
      ? []
      : [{ ticket, exchange, when: whenIs(exchange.startedAt, ticket) }]
  })
}

/** A request that is too late counts only where it is for the rest of what began in time: others open the link anew. */
function nativeTicketPackages(context: CheckContext): readonly TicketPackage[] {
  return ticketOpenings(context).filter(
    ({ exchange, ticket, when }) =>
      ticket.endsAt !== undefined && (when !== 'too late' || hasRange(exchange)),
  )
}
