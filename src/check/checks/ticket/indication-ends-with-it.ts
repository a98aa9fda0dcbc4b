import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import type { CheckContext, Judgement } from '../../check.ts'
import { needsClock, orderedTickets } from '../../ticket-openings.ts'
import type { OrderedTicket } from '../../ticket-openings.ts'
import { parseDate } from '../../../wire/wbxml/date.ts'

interface Indication {
  readonly ticket: OrderedTicket
  readonly created: string | undefined
  /** None: it never does. */
  readonly expires: string | undefined
}

/** Indications of tickets, as the server wrote them. */
function indications(context: CheckContext): readonly Indication[] {
  return orderedTickets(context).flatMap((ticket) => {
    const { reading } = ticket.message
    const content = reading.kind === 'datagram' ? reading.content?.content : undefined
    if (content?.kind !== 'si') return []
    const { created, expires } = content.indication
    return [{ ticket, created, expires }]
  })
}

/** A push that takes a moment to be made may be dated by it. */
const toleranceMs = 5_000

export default defineCheck({
  row: 'N04',
  level: 'field',
  clause: 'TICKET-LIFETIME',
  title: 'The indication of a link for one phone expires, and no later than the link',
  applies: (context) => indications(context).length > 0,
  absent: 'no indication of a link for one phone was sent',
  *judge(context) {
    const { startsAt, target } = context.facts
    // A server whose clock nobody moves has another date than the phone.
    const zero = target.clock ? Date.parse(startsAt) : undefined
    for (const one of indications(context)) yield judgeEnd(one, zero)
  },
  explain: `A phone shows an indication until it expires, and removes it then. Where the link ends before it, the user opens a message that looks as good as new and finds nothing. Write the end of the ticket into si-expires, in UTC.`,
})

/** @param zero when the case began, by the clock of the server; none where nobody knows it: then the indication tells it */
function judgeEnd({ ticket, created, expires }: Indication, zero: number | undefined): Judgement {
  const { message, endsAt, ordered } = ticket
  const at = parseDate(expires ?? '')
  if (endsAt === undefined || (at === undefined && expires !== undefined)) {
    return inconclusive(message, 'it is not known when the link or the indication ends')
  }
  if (at === undefined) {
    const actual = 'an indication without si-expires of a link that ends'
    return fail(message, { actual, expected: 'si-expires, no later than it', cause: ordered })
  }
  const orderedAt = zero === undefined ? parseDate(created ?? '') : zero + ordered.at
  if (orderedAt === undefined) return inconclusive(message, needsClock)
  const lateMs = at - orderedAt - (endsAt - ordered.at)
  return lateMs > toleranceMs
    ? fail(message, {
        actual: `si-expires ${expires}, ${Math.round(lateMs / 1000)} s after the end of the link`,
        expected: 'no later than it',
        cause: ordered,
      })
    : pass(message, `si-expires ${expires}`)
}
