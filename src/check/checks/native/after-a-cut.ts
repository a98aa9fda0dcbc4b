import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import type { Exchange } from '../../../trace/events.ts'
import { isNativePhone, isOutdated } from '../../native-links.ts'
import { isPastItsEnd } from '../../ticket-openings.ts'

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
    const isOurs = cut.failure?.cause === 'no-coverage' || cut.failure?.cause === 'cancelled'
    if (!isOurs || (cut.response?.status !== 200 && cut.response?.status !== 206)) return []
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
    for (const { cut, again } of retries(context)) {
      const status = again.response?.status ?? 0
      yield status === 200 || status === 206
        ? pass(again, `status ${status} after the transfer broke off`)
        : fail(again, {
            actual: `status ${status} after the transfer broke off`,
            expected: 'the package, as at first',
            cause: cut,
          })
    }
  },
  explain: `Radio breaks transfers of some hundred kilobytes more often than not, and the user clicks the same link again. A link that is used up by the first request, or by the first octet, leaves him with a phone that cannot be helped without a new message.`,
})
