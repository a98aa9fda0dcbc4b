import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import type { CheckContext, Judgement } from '../../check.ts'
import { isClearRefusal, isGivenOut, ticketOpenings } from '../../ticket-openings.ts'
import type { TicketOpening } from '../../ticket-openings.ts'
import type { Exchange } from '../../../trace/events.ts'

interface AfterHead {
  readonly head: Exchange
  readonly opening: TicketOpening
}

/** The first GET of each ticket that was asked for with HEAD before. */
function afterHead(context: CheckContext): readonly AfterHead[] {
  // S60 asks so of itself.
  const heads = context.evidence
    .exchanges()
    .filter(
      ({ probe, purpose, request }) =>
        probe === 'head-of-ticket' ||
        (probe === undefined && purpose === 'package' && request.method === 'HEAD'),
    )
  const openings = ticketOpenings(context).filter(({ when }) => when === 'in time')
  return heads.flatMap((head) => {
    const of = openings.filter(({ ticket }) => ticket.link === head.request.url)
    const opening = of.find(({ exchange }) => exchange.seq > head.seq)
    const isFirst = opening !== undefined && of[0] === opening
    return isFirst ? [{ head, opening }] : []
  })
}

export default defineCheck({
  row: 'N31',
  level: 'should',
  clause: 'HTTP-HEAD',
  title: 'HEAD does not use up a link for one phone',
  applies: (context) => afterHead(context).length > 0,
  absent: 'no link for one phone was asked for with HEAD before it was opened',
  *judge(context) {
    for (const pair of afterHead(context)) yield judgePair(pair)
  },
  explain: `Download managers of Symbian phones ask with HEAD how long a file is before they fetch it, and gateways and scanners of messages look at links in the same way. A server that counts this as the download has given the one use away, and the user finds a dead link. Answer HEAD as GET without the body, and change nothing on the server.`,
})

function judgePair({ head, opening: { exchange } }: AfterHead): Judgement {
  const { status } = exchange.response ?? {}
  if (isGivenOut(exchange)) return pass(exchange, 'the link was good after HEAD')
  if (isClearRefusal(exchange)) {
    return fail(exchange, {
      actual: `status ${status} after HEAD of the link`,
      expected: 'what it leads to',
      cause: head,
    })
  }
  return inconclusive(exchange, `status ${status ?? 'none'} says nothing of HEAD before it`)
}
