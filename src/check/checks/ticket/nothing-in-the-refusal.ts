import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { ticketOpenings } from '../../ticket-openings.ts'
import { hasClient } from '../../ticket-openings.ts'
import type { Exchange } from '../../../trace/events.ts'

/** Answers of 400 and more to links of tickets, good or not. */
function refusals(context: CheckContext): readonly Exchange[] {
  const opened = ticketOpenings(context).map(({ exchange }) => exchange)
  const wrong = context.evidence.exchanges().filter(({ probe }) => probe === 'wrong-ticket')
  return [...opened, ...wrong].filter(({ response }) => (response?.status ?? 0) >= 400)
}

/** A sentence, in markup or not. */
const bodyBytesMax = 4_096

export default defineCheck({
  row: 'N51',
  level: 'field',
  clause: 'TICKET-END',
  title: 'The refusal of a link for one phone is short and holds no client',
  applies: (context) => refusals(context).length > 0,
  absent: 'no link for one phone was refused',
  *judge(context) {
    for (const exchange of refusals(context)) {
      const octets = exchange.response?.body.length ?? 0
      const { status } = exchange.response ?? {}
      if (hasClient(exchange)) {
        yield fail(exchange, {
          actual: `a descriptor or package in an answer with status ${status}`,
          expected: 'nothing to install',
        })
      } else if (octets > bodyBytesMax) {
        yield fail(exchange, {
          actual: `${octets} octets with status ${status}`,
          expected: `at most ${bodyBytesMax}`,
        })
      } else yield pass(exchange, `${octets} octets with status ${status}`)
    }
  },
  explain: `Many phones look at what they got and not at the status: a body that begins as an archive is installed or saved with any of them, so the client is given away although the server believes it refused. A long page is paid for by the octet, on a screen that cannot show it. Send a sentence of plain text.`,
})
