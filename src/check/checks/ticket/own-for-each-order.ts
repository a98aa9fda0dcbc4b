import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { orderedTickets } from '../../ticket-openings.ts'

export default defineCheck({
  level: 'field',
  clause: 'TICKET-SECRET',
  title: 'Each order has a link of its own',
  applies: (context) => orderedTickets(context).length > 1,
  absent: 'the target did not push links for two orders',
  *judge(context: CheckContext) {
    const tickets = orderedTickets(context)
    for (const [index, { link, message, ordered }] of tickets.entries()) {
      const same = tickets.slice(0, index).find((other) => other.link === link)
      if (same !== undefined) {
        yield fail(message, {
          actual: 'the link of an earlier order',
          expected: 'a link of its own',
          cause: same.message,
        })
      } else if (index > 0) yield pass(ordered, 'the link is another than before')
    }
  },
  explain: `Where all orders of a phone share one link, a new order makes an old message good again, one user's cancellation ends what another has just been sent, and no log tells which order was downloaded. A link of its own for each order keeps lifetime, status and repeated attempts apart. Make a new random token with every order, and keep beside it on the server what it is for.`,
})
