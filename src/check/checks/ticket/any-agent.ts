import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { headerValue } from '../../../wire/http-fields.ts'
import type { Exchange } from '../../../trace/events.ts'
import { isClearRefusal, isGivenOut, ticketOpenings, wasDelivered } from '../../ticket-openings.ts'
import type { TicketOpening } from '../../ticket-openings.ts'

/** Openings in time by another User-Agent than the first, where no delivery can have used the link up. */
function byOthers(context: CheckContext): readonly TicketOpening[] {
  const openings = ticketOpenings(context)
  return openings.filter((opening) => {
    const first = openings.find(({ ticket }) => ticket === opening.ticket)
    return (
      first !== undefined &&
      opening.when === 'in time' &&
      agentOf(first.exchange) !== agentOf(opening.exchange) &&
      !(wasDelivered(context, opening) && isClearRefusal(opening.exchange))
    )
  })
}

export default defineCheck({
  row: 'N44',
  level: 'field',
  clause: 'TICKET-ANY-AGENT',
  title: 'A link for one phone is not bound to the User-Agent that opened it first',
  applies: (context) => byOthers(context).length > 0,
  absent: 'no link for one phone was opened by another User-Agent before its package was delivered',
  *judge(context) {
    for (const { exchange, ticket } of byOthers(context)) {
      const { status } = exchange.response ?? {}
      if (isGivenOut(exchange)) yield pass(exchange, 'another User-Agent was given the same')
      else if (isClearRefusal(exchange)) {
        yield fail(exchange, {
          actual: `status ${status} for another User-Agent`,
          expected: 'what the link leads to',
          cause: ticket.ordered,
        })
      } else
        yield inconclusive(exchange, `status ${status ?? 'none'} says nothing of the User-Agent`)
    }
  },
  explain: `The browser of a phone opens the link, its download manager or application manager fetches what lies behind it, and each calls itself by another name; gateways add to it or take away. A server that binds the link to the headers of the first request refuses the phone that it was made for. Let the token alone open the link.`,
})

function agentOf({ request }: Exchange): string | undefined {
  return headerValue(request.headers, 'User-Agent')
}
