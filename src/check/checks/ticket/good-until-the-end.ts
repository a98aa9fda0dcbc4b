import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import type { CheckContext, Judgement } from '../../check.ts'
import { mayBeUsedUp, mayHaveLeft } from '../../cut-deliveries.ts'
import {
  isClearRefusal,
  isGivenOut,
  isUndecided,
  ticketOpenings,
  wasDelivered,
  wasReplaced,
} from '../../ticket-openings.ts'
import type { TicketOpening } from '../../ticket-openings.ts'

const inTime = (context: CheckContext) =>
  ticketOpenings(context).filter(
    ({ ticket, when }) => when === 'in time' && ticket.endsAt !== undefined,
  )

export default defineCheck({
  row: 'N50',
  level: 'must-if',
  clause: 'TICKET-LIFETIME',
  title: 'A link for one phone is good until its time is over',
  applies: (context) => inTime(context).length > 0,
  absent: 'no link that was made for one phone was opened within ticketLifetime of the target file',
  *judge(context) {
    for (const opening of inTime(context)) yield judgeOpening(context, opening)
  },
  explain: `A push waits until the phone has coverage, and its user reads it when there is time. A link that ends before the configured time, or with the first look at it, leaves a message that leads nowhere, and a user who asks for help or orders again. Count the lifetime from the order, on a clock that all servers share, and let nothing but that time or a whole delivery end it.`,
})

function judgeOpening(context: CheckContext, opening: TicketOpening): Judgement {
  const { exchange, ticket } = opening
  const { response, startedAt } = exchange
  if (isUndecided(exchange)) return inconclusive(exchange, 'the server did not come to the link')
  const left = Math.round(((ticket.endsAt ?? startedAt) - startedAt) / 1000)
  if (isGivenOut(exchange)) return pass(exchange, `the link was good ${left} s before its end`)
  if (isClearRefusal(exchange) && wasDelivered(context, opening)) {
    return pass(exchange, 'the link was used up by the delivery before')
  }
  if (isClearRefusal(exchange) && wasReplaced(context, opening)) {
    return pass(exchange, 'the link was replaced by that of a later order')
  }
  if (isClearRefusal(exchange) && mayBeUsedUp(context, opening)) {
    return inconclusive(exchange, mayHaveLeft)
  }
  return fail(exchange, {
    actual: `status ${response?.status ?? 'none'} ${left} s before the end of the link`,
    expected: 'what it leads to',
    cause: ticket.ordered,
  })
}
