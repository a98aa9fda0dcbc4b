import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import type { CheckContext, Judgement } from '../../check.ts'
import { isBrokenOff, mayHaveLeft, mayHaveLeftWhole } from '../../cut-deliveries.ts'
import { isClearRefusal, isGivenOut, ticketOpenings, wasDelivered } from '../../ticket-openings.ts'
import type { TicketOpening } from '../../ticket-openings.ts'
import type { Exchange } from '../../../trace/events.ts'

interface AfterCut {
  readonly cut: Exchange
  readonly opening: TicketOpening
}

/** Openings of tickets whose package was broken off before on the side of the phone, and never delivered whole. */
function afterCut(context: CheckContext): readonly AfterCut[] {
  const openings = ticketOpenings(context)
  return openings.flatMap((opening) => {
    const { exchange, ticket, when } = opening
    const from = openings.find((one) => one.ticket === ticket)?.exchange.seq ?? exchange.seq
    const cut = context.evidence
      .all('http.exchanged')
      .find((one) => one.seq > from && one.seq < exchange.seq && isCut(one))
    const isRetry = when === 'in time' && cut !== undefined && !wasDelivered(context, opening)
    return isRetry ? [{ cut, opening }] : []
  })
}

/** The target was sending the package, and the phone heard no more of it. */
function isCut(one: Exchange): boolean {
  const { purpose, network, response } = one
  return purpose === 'package' && isBrokenOff(one) && network?.reachedTarget === true && !!response
}

export default defineCheck({
  row: 'N47',
  level: 'field',
  clause: 'TICKET-USE',
  title: 'A download that was cut does not use up a link for one phone',
  applies: (context) => afterCut(context).length > 0,
  absent: 'no link for one phone was opened again after its download had been cut',
  *judge(context) {
    for (const pair of afterCut(context)) yield judgePair(context, pair)
  },
  explain: `Phones lose coverage in tunnels and lifts, users stop a download to take a call, and both begin again a minute later. A server that counts the first octet as the delivery leaves them with a dead link and half a package. Count a delivery when its last octet has been sent, and leave the link good until then.`,
})

function judgePair(context: CheckContext, { cut, opening: { exchange } }: AfterCut): Judgement {
  const { status } = exchange.response ?? {}
  if (isGivenOut(exchange)) return pass(exchange, 'the link was good after a download that was cut')
  if (isClearRefusal(exchange) && mayHaveLeftWhole(context, cut)) {
    return inconclusive(exchange, mayHaveLeft)
  }
  if (isClearRefusal(exchange)) {
    return fail(exchange, {
      actual: `status ${status} after a download that was cut`,
      expected: 'what the link leads to',
      cause: cut,
    })
  }
  return inconclusive(exchange, `status ${status ?? 'none'} says nothing of the cut before it`)
}
