import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import { hasClient, lateOpenings, needsClock } from '../../ticket-openings.ts'

export default defineCheck({
  row: 'N50',
  level: 'must-if',
  clause: 'TICKET-LIFETIME',
  title: 'A link for one phone leads to nothing once its time is over',
  applies: (context) => lateOpenings(context).length > 0,
  absent: 'no link that was made for one phone was opened after ticketLifetime of the target file',
  *judge(context) {
    for (const { exchange, ticket } of lateOpenings(context)) {
      if (exchange.response === undefined) {
        yield inconclusive(exchange, 'the request got no answer')
      } else if (!context.facts.target.clock) {
        yield inconclusive(exchange, needsClock)
      } else if (hasClient(exchange)) {
        yield fail(exchange, {
          actual: `a descriptor or package with status ${exchange.response.status} after the end`,
          expected: 'nothing to install',
          cause: ticket.ordered,
        })
      } else yield pass(exchange, `status ${exchange.response.status} and nothing to install`)
    }
  },
  explain: `Messages are forwarded, phones are sold, and logs of gateways keep every link. A link that never ends gives the client, and whatever the server wrote into it for one person, to whoever finds it. Compare the time of the order with that of the request each time descriptor or package is asked for; a job that removes old files at night is no end.`,
})
