import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import type { Exchange } from '../../../trace/events.ts'
import { isNativePhone } from '../../native-links.ts'
import { isGiven, refusalOf } from '../../package-fetches.ts'
import { ticketPackages } from '../../ticket-packages.ts'

/** Asked for in time, in the last minute. */
const lastMs = 60_000

function lastMinute(context: CheckContext): readonly Exchange[] {
  return ticketPackages(context)
    .filter(({ ticket, when, exchange }) => {
      const left = (ticket.endsAt ?? 0) - exchange.startedAt
      return when === 'in time' && left < lastMs
    })
    .map(({ exchange }) => exchange)
}

export default defineCheck({
  row: 'N53',
  level: 'field',
  clause: 'TICKET-LIFETIME',
  title: 'A download that begins before the end of its link is not cut at the end',
  applies: (context) => lastMinute(context).length > 0,
  absent: 'no package was asked for in the last minute of a link for one phone',
  *judge(context) {
    const blocker = isNativePhone(context) ? 'native/available' : 'package/available'
    for (const exchange of lastMinute(context)) {
      const refusal = refusalOf(exchange)
      if (isGiven(exchange)) yield pass(exchange, 'the package came whole')
      else if (refusal !== undefined && exchange.failure === undefined) {
        yield inconclusive(exchange, `blocked by ${blocker}: ${refusal}`)
      } else if (refusal !== undefined) {
        yield fail(exchange, {
          actual: `${refusal} for a package that was asked for in time`,
          expected: 'the whole package',
        })
      }
    }
  },
  explain: `A package of 300 KB takes a minute and more over GPRS. A server that looks at the clock with every block cuts the user off after most of it is paid for, and refuses the second attempt as too late. Decide once, when the package is asked for, and send what you have begun to send.`,
})
