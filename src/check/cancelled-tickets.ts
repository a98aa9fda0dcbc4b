/** What came of links whose order was cancelled. */
import type { Exchange } from '../trace/events.ts'
import type { CheckContext } from './check.ts'
import { isOutdated } from './native-links.ts'
import { descriptorOf } from './package-fetches.ts'
import { endOf, isClearRefusal, orderedTickets, whenIs } from './ticket-openings.ts'
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
  const tickets = orderedTickets(context)
  if (tickets.every(({ cancelled }) => cancelled === undefined)) return []
  const asked = context.evidence
    .exchanges()
    .filter((one) => isWanted.has(one.purpose) && one.probe === undefined)
    .filter((one) => !isOutdated(one) && !isOddHead(one))
  return asked.flatMap((exchange) => {
    const { seq, request, startedAt } = exchange
    const from = descriptorOf(context, exchange)?.exchange.request.url
    // A later order may have the same link, and makes it good again.
    const ticket = tickets.findLast(
      ({ link, message }) => message.seq < seq && (link === request.url || link === from),
    )
    return ticket !== undefined && whenIs(startedAt, ticket) === 'cancelled'
      ? [{ ticket, exchange: endOf(exchange, asked) }]
      : []
  })
}

/** A server that knows no HEAD says nothing of the order by it. */
function isOddHead(exchange: Exchange): boolean {
  const status = exchange.response?.status ?? 0
  return exchange.request.method === 'HEAD' && status >= 400 && !isClearRefusal(exchange)
}

const isWanted: ReadonlySet<string> = new Set(['descriptor', 'package'])
