import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { escapeText } from '../../../wire/escape.ts'
import { headerValue } from '../../../wire/http-fields.ts'
import type { Exchange } from '../../../trace/events.ts'
import { hasClient, isClearRefusal, isUndecided, ticketOpenings } from '../../ticket-openings.ts'

/** After the end, and of tickets that never were. */
function refusals(context: CheckContext): readonly Exchange[] {
  const { evidence, facts } = context
  const late = ticketOpenings(context).filter(({ when }) => when === 'too late')
  const wrong = evidence.exchanges().filter(({ probe }) => probe === 'wrong-ticket')
  return [...(facts.target.clock ? late.map(({ exchange }) => exchange) : []), ...wrong]
}

export default defineCheck({
  row: 'N51',
  level: 'field',
  clause: 'TICKET-END',
  title: 'A link that is over or never was is answered 404 or 410',
  applies: (context) => refusals(context).length > 0,
  absent:
    'no link for one phone was opened after its end, by the clock of the target, and none that never was',
  *judge(context) {
    for (const exchange of refusals(context)) {
      const { status, headers = [] } = exchange.response ?? {}
      if (isUndecided(exchange)) yield inconclusive(exchange, 'the server did not come to the link')
      else if (isClearRefusal(exchange)) yield pass(exchange, `status ${status}`)
      else if (hasClient(exchange)) yield inconclusive(exchange, 'it was not refused')
      else {
        const type = escapeText(headerValue(headers, 'Content-Type') ?? 'no content type', 60)
        yield fail(exchange, { actual: `status ${status} with ${type}`, expected: '404 or 410' })
      }
    }
  },
  explain: `After 404 or 410 a phone says that there is nothing, and its user asks for a new message. A page with status 200 is saved as a file or taken for a broken descriptor, a redirect to a home page loads a site that the phone cannot show, and after a 500 the user tries again and pays again. Answer with the bare status and one sentence of text.`,
})
