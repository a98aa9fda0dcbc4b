import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import type { CheckContext, Judgement } from '../../check.ts'
import type { Exchange } from '../../../trace/events.ts'
import { isClearRefusal, isGivenOut, ticketOpenings, wasDelivered } from '../../ticket-openings.ts'
import type { TicketOpening } from '../../ticket-openings.ts'

interface AfterPart {
  readonly part: Exchange
  readonly opening: TicketOpening
}

/** The first opening of each ticket after somebody had got a part of what it leads to. */
function afterPart(context: CheckContext): readonly AfterPart[] {
  const parts = context.evidence
    .exchanges()
    .filter(({ probe, response }) => probe === 'part-of-ticket' && response?.status === 206)
  const openings = ticketOpenings(context)
  return parts.flatMap((part) => {
    const opening = openings.find(
      ({ ticket, exchange }) => ticket.link === part.request.url && exchange.seq > part.seq,
    )
    if (opening === undefined || opening.when !== 'in time') return []
    return wasDelivered(context, opening) ? [] : [{ part, opening }]
  })
}

export default defineCheck({
  row: 'N54',
  level: 'field',
  clause: 'TICKET-USE',
  title: 'A part of a package does not use up a link for one phone',
  applies: (context) => afterPart(context).length > 0,
  absent: 'no link for one phone was opened after a part of its package had been given out',
  *judge(context) {
    for (const pair of afterPart(context)) yield judgePair(pair)
  },
  explain: `Scanners of messages and previews of links ask for the first octets of a file to see what it is, and download managers begin so as well. A server that takes each GET for a delivery has given the one use away before the user has seen the message. Count a delivery when the last octet went out to somebody who has those before it.`,
})

function judgePair({ part, opening: { exchange } }: AfterPart): Judgement {
  const { status } = exchange.response ?? {}
  if (isGivenOut(exchange)) return pass(exchange, 'the link was good after a part of its package')
  if (isClearRefusal(exchange)) {
    return fail(exchange, {
      actual: `status ${status} after a part of the package`,
      expected: 'what the link leads to',
      cause: part,
    })
  }
  return inconclusive(exchange, `status ${status ?? 'none'} says nothing of the part before it`)
}
