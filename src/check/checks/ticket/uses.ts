import { headerValue } from '../../../wire/http-fields.ts'
import type { Exchange } from '../../../trace/events.ts'
import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import type { CheckContext, Judgement } from '../../check.ts'
import {
  hasClient,
  isClearRefusal,
  isGivenOut,
  isUndecided,
  orderedTickets,
  ticketOpenings,
  wasDelivered,
  wasReplaced,
  whenIs,
} from '../../ticket-openings.ts'
import type { TicketOpening } from '../../ticket-openings.ts'

/** Openings in time of links whose package had been delivered whole before. */
function again(context: CheckContext): readonly TicketOpening[] {
  return [...ticketOpenings(context), ...refetches(context)]
    .filter(
      (opening) =>
        opening.when === 'in time' &&
        wasDelivered(context, opening) &&
        !wasReplaced(context, opening),
    )
    .toSorted((one, other) => one.exchange.seq - other.exchange.seq)
}

/** Asked for again by a native phone as it was before: no part, by the same name, with the same wishes. */
function refetches(context: CheckContext): readonly TicketOpening[] {
  const tickets = orderedTickets(context)
  const fetches = context.evidence.exchanges('package')
  return fetches.flatMap((exchange) => {
    if (exchange.probe !== 'package-again' || exchange.request.method !== 'GET') return []
    const ticket = tickets.findLast(({ link }) => link === exchange.request.url)
    const before = fetches.findLast(
      ({ seq, probe, request }) =>
        seq < exchange.seq && probe === undefined && request.url === exchange.request.url,
    )
    const isSame = before !== undefined && wanted.every((name) => isAlike(name, before, exchange))
    if (ticket === undefined || !isSame) return []
    return [{ ticket, exchange, when: whenIs(exchange.startedAt, ticket) }]
  })
}

const wanted = ['User-Agent', 'Accept', 'Range'] as const

function isAlike(name: string, one: Exchange, other: Exchange): boolean {
  return headerValue(one.request.headers, name) === headerValue(other.request.headers, name)
}

export default defineCheck({
  row: 'N54',
  level: 'should',
  clause: 'TICKET-USES',
  title: 'The package of a link for one phone can be had as often as the policy is',
  applies: (context) => again(context).length > 0,
  absent: 'no link for one phone was opened again after its package was delivered',
  *judge(context) {
    for (const opening of again(context)) yield judgeOpening(context, opening)
  },
  explain: `A user whose installation failed on the phone opens the same message again, and a link that may be used once is dead by then; one that may be used for ever is passed on to others. Which of the two a server prefers is its policy, and the target file says it with policies: { ticket-uses: many } or single. Count what was delivered to its last octet, and nothing else; answer a link that is used up with 404 or 410.`,
})

function judgeOpening({ facts }: CheckContext, { exchange, ticket }: TicketOpening): Judgement {
  const { ticketUses } = facts.target.policies ?? {}
  const status = `status ${exchange.response?.status ?? 'none'}`
  if (isUndecided(exchange)) return inconclusive(exchange, 'the server did not come to the link')
  if (ticketUses === undefined) {
    return inconclusive(
      exchange,
      `${status} after the package was delivered: whether that is right is a policy: add policies: { ticket-uses: many } or single to the target file`,
    )
  }
  const isMany = ticketUses === 'many'
  const isKept = isMany ? isGivenOut(exchange) : isClearRefusal(exchange) && !hasClient(exchange)
  if (isKept) {
    return pass(
      exchange,
      `${status} after the package was delivered, as ticket-uses: ${ticketUses}`,
    )
  }
  return fail(exchange, {
    actual: `${status} after the package was delivered`,
    expected: `${isMany ? 'what the link leads to' : '404 or 410'} (policies.ticket-uses: ${ticketUses})`,
    cause: ticket.ordered,
  })
}
