import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import type { CheckContext, Judgement } from '../../check.ts'
import { escapeText } from '../../../wire/escape.ts'
import { headerValue } from '../../../wire/http-fields.ts'
import type { Exchange } from '../../../trace/events.ts'
import {
  hasClient,
  isClearRefusal,
  isUndecided,
  lateHeads,
  lateOpenings,
} from '../../ticket-openings.ts'
import type { TicketHead } from '../../ticket-openings.ts'

/** After the end, and of tickets that never were. */
function refusals(context: CheckContext): readonly Exchange[] {
  const { evidence, facts } = context
  const late = lateOpenings(context)
  const wrong = evidence.exchanges().filter(({ probe }) => probe === 'wrong-ticket')
  return [...(facts.target.clock ? late.map(({ exchange }) => exchange) : []), ...wrong]
}

export default defineCheck({
  row: 'N51',
  level: 'field',
  clause: 'TICKET-END',
  title: 'A link that is over or never was is answered 404 or 410',
  applies: (context) => refusals(context).length > 0 || heads(context).length > 0,
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
    for (const one of heads(context)) yield judgeHead(one)
  },
  explain: `After 404 or 410 a phone says that there is nothing, and its user asks for a new message. A page with status 200 is saved as a file or taken for a broken descriptor, a redirect to a home page loads a site that the phone cannot show, and after a 500 the user tries again and pays again. Answer with the bare status and one sentence of text.`,
})

/** A native phone asks with HEAD first, and goes on where that went well. */
function heads(context: CheckContext): readonly TicketHead[] {
  if (!context.facts.target.clock) return []
  // Whether HEAD is known at all is for native/head-as-get to say.
  return lateHeads(context).filter(
    ({ exchange }) => ![405, 501].includes(exchange.response?.status ?? 0),
  )
}

function judgeHead({ exchange, opened }: TicketHead): Judgement {
  const { status = 0 } = exchange.response ?? {}
  if (isUndecided(exchange)) return inconclusive(exchange, 'the server did not come to the link')
  if (isClearRefusal(exchange)) return pass(exchange, `status ${status} for HEAD`)
  if (status < 300 && (opened === undefined || !isClearRefusal(opened))) {
    return inconclusive(exchange, 'it was not refused')
  }
  return fail(exchange, { actual: `status ${status} for HEAD`, expected: '404 or 410' })
}
