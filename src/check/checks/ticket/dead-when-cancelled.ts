import type { CheckContext, Judgement } from '../../check.ts'
import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import { escapeText } from '../../../wire/escape.ts'
import { headerValue } from '../../../wire/http-fields.ts'
import { cancelledFetches } from '../../cancelled-tickets.ts'
import type { CancelledFetch } from '../../cancelled-tickets.ts'
import { hasClient, isClearRefusal, isGivenOut, isUndecided } from '../../ticket-openings.ts'

/** Orders that the target could not be told to cancel. */
const missed = ({ evidence }: CheckContext) =>
  evidence.all('ticket.cancelled').filter((one) => one.missed !== undefined)

export default defineCheck({
  row: 'N57',
  level: 'should',
  clause: 'TICKET-CANCELLED',
  title: 'A link for one phone is dead as soon as its order is cancelled',
  applies: (context) => missed(context).length + cancelledFetches(context).length > 0,
  absent:
    'no link for one phone was opened, nor its package asked for, after its order was cancelled',
  *judge(context) {
    for (const event of missed(context)) yield inconclusive(event, event.missed ?? '')
    for (const fetched of cancelledFetches(context)) yield judgeFetch(fetched)
  },
  explain: `An order is cancelled because it went to the wrong number, because the phone was lost, or because the client must not be installed any more, and the message that was sent cannot be called back. If the link still leads on, whoever has the phone installs what its owner was promised would be gone. Look the order up each time descriptor, package or a rest of it is asked for, keep no copy of the answer in a cache, and answer 404 or 410; a transfer that runs already may end.`,
})

function judgeFetch({ exchange, ticket }: CancelledFetch): Judgement {
  const { response } = exchange
  if (response === undefined) return inconclusive(exchange, 'the request got no answer')
  const { status, headers } = response
  const cause = ticket.cancelled ?? ticket.ordered
  if (hasClient(exchange) || isGivenOut(exchange)) {
    return fail(exchange, {
      actual: `a descriptor or package with status ${status} after the order was cancelled`,
      expected: 'nothing to install',
      cause,
    })
  }
  if (isUndecided(exchange)) return inconclusive(exchange, 'the server did not come to the link')
  if (isClearRefusal(exchange))
    return pass(exchange, `status ${status} after the order was cancelled`)
  const type = escapeText(headerValue(headers, 'Content-Type') ?? 'no content type', 60)
  return fail(exchange, {
    actual: `status ${status} with ${type} after the order was cancelled`,
    expected: '404 or 410',
    cause,
  })
}
