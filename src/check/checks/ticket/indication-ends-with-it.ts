import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { orderedTickets } from '../../ticket-openings.ts'
import type { OrderedTicket } from '../../ticket-openings.ts'
import { parseDate } from '../../../wire/wbxml/date.ts'

interface Indication {
  readonly ticket: OrderedTicket
  readonly expires: string
}

/** Indications of tickets that say when they expire, as the server wrote it and no scenario asked for. */
function indications(context: CheckContext): readonly Indication[] {
  return orderedTickets(context).flatMap((ticket) => {
    const { reading } = ticket.message
    const content = reading.kind === 'datagram' ? reading.content?.content : undefined
    const expires = content?.kind === 'si' ? content.indication.expires : undefined
    return expires === undefined ? [] : [{ ticket, expires }]
  })
}

/** A push that takes a moment to be made may be dated by it. */
const toleranceMs = 5_000

export default defineCheck({
  row: 'N04',
  level: 'field',
  clause: 'TICKET-LIFETIME',
  title: 'The indication of a link for one phone expires no later than the link',
  applies: (context) => indications(context).length > 0,
  absent: 'no indication of a link for one phone has si-expires',
  *judge(context) {
    const startsAt = Date.parse(context.facts.startsAt)
    for (const { ticket, expires } of indications(context)) {
      const { message, endsAt } = ticket
      const at = parseDate(expires)
      if (at === undefined || endsAt === undefined) {
        yield inconclusive(message, 'it is not known when the link or the indication ends')
        continue
      }
      const lateMs = at - startsAt - endsAt
      yield lateMs > toleranceMs
        ? fail(message, {
            actual: `si-expires ${expires}, ${Math.round(lateMs / 1000)} s after the end of the link`,
            expected: 'no later than it',
            cause: ticket.ordered,
          })
        : pass(message, `si-expires ${expires}`)
    }
  },
  explain: `A phone shows an indication until it expires, and removes it then. Where the link ends before it, the user opens a message that looks as good as new and finds nothing. Write the end of the ticket into si-expires, in UTC.`,
})
