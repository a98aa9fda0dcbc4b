import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import type { CheckContext, Judgement } from '../../check.ts'
import type { Exchange } from '../../../trace/events.ts'
import { isNativePhone, isOutdated } from '../../native-links.ts'
import { isBrokenOff, mayHaveLeft, mayHaveLeftWhole } from '../../cut-deliveries.ts'
import { isClearRefusal, isPastItsEnd, orderedTickets } from '../../ticket-openings.ts'

interface Retried {
  readonly cut: Exchange
  readonly again: Exchange
}

/** Transfers that the phone's side broke off, each with the next request for the same. */
function retries(context: CheckContext): readonly Retried[] {
  if (!isNativePhone(context)) return []
  const fetches = context.evidence
    .all('http.exchanged')
    .filter(
      ({ purpose, request, probe, network }) =>
        purpose === 'package' &&
        request.method === 'GET' &&
        probe === undefined &&
        network?.reachedTarget !== false,
    )
  return fetches.flatMap((cut, index) => {
    if (!isBrokenOff(cut) || (cut.response?.status !== 200 && cut.response?.status !== 206))
      return []
    const again = fetches
      .slice(index + 1)
      .find((one) => one.request.url === cut.request.url && !isOutdated(one))
    // After its end, or once it is cancelled, a link is to be refused.
    const isOver = again !== undefined && isPastItsEnd(context, again)
    return again?.response === undefined || isOver ? [] : [{ cut, again }]
  })
}

export default defineCheck({
  row: 'N47',
  level: 'must',
  clause: 'NATIVE-AFTER-A-CUT',
  title: 'A transfer that broke off can be made again',
  applies: (context) => retries(context).length > 0,
  absent: 'no transfer of a native package broke off and was begun again',
  *judge(context) {
    for (const pair of retries(context)) yield judgePair(context, pair)
  },
  explain: `Radio breaks transfers of some hundred kilobytes more often than not, and the user clicks the same link again. A link that is used up by the first request, or by the first octet, leaves him with a phone that cannot be helped without a new message.`,
})

function judgePair(context: CheckContext, { cut, again }: Retried): Judgement {
  const status = again.response?.status ?? 0
  if (status === 200 || status === 206) {
    return pass(again, `status ${status} after the transfer broke off`)
  }
  const isTicket = orderedTickets(context).some(({ link }) => link === again.request.url)
  if (isTicket && isClearRefusal(again) && mayHaveLeftWhole(context, cut)) {
    return inconclusive(again, mayHaveLeft)
  }
  return fail(again, {
    actual: `status ${status} after the transfer broke off`,
    expected: 'the package, as at first',
    cause: cut,
  })
}
