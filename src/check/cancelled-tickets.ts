/** What came of links whose order was cancelled. */
import type { Exchange } from '../trace/events.ts'
import type { CheckContext } from './check.ts'
import { isOutdated } from './native-links.ts'
import { descriptorOf } from './package-fetches.ts'
import { endOf, orderedTickets, whenIs } from './ticket-openings.ts'
import type { OrderedTicket } from './ticket-openings.ts'

export interface CancelledFetch {
  readonly ticket: OrderedTicket
  /** Redirects followed. */
  readonly exchange: Exchange
}

/**
 * Requests that set out after the order was cancelled: for its link, or for the package whose descriptor came from there before. A
 * transfer that ran then is none of them, nor is one that goes by a version of before.
 */
export function cancelledFetches(context: CheckContext): readonly CancelledFetch[] {
  const tickets = orderedTickets(context).filter(({ cancelled }) => cancelled !== undefined)
  if (tickets.length === 0) return []
  const asked = context.evidence
    .exchanges()
    .filter((one) => isWanted.has(one.purpose) && one.probe === undefined && !isOutdated(one))
  return asked.flatMap((exchange) => {
    const { request, startedAt } = exchange
    const from = descriptorOf(context, exchange)?.exchange.request.url
    const ticket = tickets.findLast(({ link }) => link === request.url || link === from)
    return ticket !== undefined && whenIs(startedAt, ticket) === 'cancelled'
      ? [{ ticket, exchange: endOf(exchange, asked) }]
      : []
  })
}

const isWanted: ReadonlySet<string> = new Set(['descriptor', 'package'])
