import type { CheckContext, Judgement } from '../../check.ts'
import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import {
  isClearRefusal,
  isGivenOut,
  isUndecided,
  ticketOpenings,
  wasReplaced,
} from '../../ticket-openings.ts'
import type { TicketOpening } from '../../ticket-openings.ts'

/** Links of one phone that were opened after another was ordered for it. */
const older = (context: CheckContext) =>
  ticketOpenings(context).filter(
    (opening) => opening.when === 'in time' && wasReplaced(context, opening),
  )

export default defineCheck({
  row: 'N55',
  level: 'should',
  clause: 'TICKET-ANOTHER-ORDER',
  title: 'A link for one phone is good or clearly over after another was ordered for the phone',
  applies: (context) => older(context).length > 0,
  absent: 'no link for one phone was opened after another order for the same phone',
  *judge(context) {
    for (const opening of older(context)) yield judgeOpening(opening)
  },
  explain: `Whoever does not find the message orders again, and then opens the first one that turns up; a download of the first may still be waiting. Whether the older link is good until its own end or ends with the new order is the policy of the server, but it must be one of the two: the client, or 404 or 410. A download that goes on must get the rest of the version it began with, or all of the new one.`,
})

function judgeOpening({ exchange, ticket }: TicketOpening): Judgement {
  const { status } = exchange.response ?? {}
  if (isGivenOut(exchange)) return pass(exchange, 'the older link is as good as before')
  if (isClearRefusal(exchange)) return pass(exchange, `status ${status}: the older link is over`)
  if (isUndecided(exchange)) return inconclusive(exchange, 'the server did not come to the link')
  return fail(exchange, {
    actual: `status ${status} for a link after another order`,
    expected: 'the client, 404 or 410',
    cause: ticket.ordered,
  })
}
