import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { isClearRefusal, lateOpenings } from '../../ticket-openings.ts'
import type { Exchange } from '../../../trace/events.ts'

interface Pair {
  readonly over: Exchange
  readonly wrong: Exchange
}

/** Refusals of a ticket that was over, and of one that never was, in one trace. */
function pairs(context: CheckContext): readonly Pair[] {
  const [over] = lateOpenings(context)
    .map(({ exchange }) => exchange)
    .filter(isClearRefusal)
  if (over === undefined) return []
  return context.evidence
    .exchanges()
    .filter((exchange) => exchange.probe === 'wrong-ticket' && isClearRefusal(exchange))
    .map((wrong) => ({ over, wrong }))
}

export default defineCheck({
  row: 'N52',
  level: 'field',
  clause: 'TICKET-SECRET',
  title: 'A link that is over is answered as one that never was',
  applies: (context) => pairs(context).length > 0,
  absent: 'a link for one phone that is over, and one that never was, were not both refused',
  *judge(context) {
    for (const { over, wrong } of pairs(context)) {
      const [one, other] = [over, wrong].map(({ response }) => ({
        status: response?.status,
        body: new TextDecoder('latin1').decode(response?.body),
      }))
      if (one?.status !== other?.status) {
        yield fail(wrong, {
          actual: `status ${other?.status} for a link that never was`,
          expected: `${one?.status} as for one that is over`,
          cause: over,
        })
      } else if (one?.body !== other?.body) {
        yield fail(wrong, {
          actual: 'another text for a link that never was',
          expected: 'the text for one that is over',
          cause: over,
        })
      } else yield pass(wrong, `status ${one?.status} and the same text for both`)
    }
  },
  explain: `Whoever guesses links learns from the difference which of them were real, and so how tokens are made and how many orders there are. Users gain nothing by it, since both need a new message. Give one status and one sentence for every link that is not good now.`,
})
