import { defineCheck, fail, pass } from '../../check.ts'
import {
  isAnswered,
  isInterim,
  isRepeated,
  isWhole,
  packageFetches,
} from '../../package-fetches.ts'
import type { CheckContext } from '../../check.ts'

const again = (context: CheckContext) =>
  packageFetches(context).filter((exchange) => isRepeated(context, exchange))

export default defineCheck({
  row: 'S44',
  level: 'field',
  clause: 'FIELD-JAR-AGAIN',
  title: 'The package can be fetched again from the same URL',
  applies: (context) => again(context).length > 0,
  absent: 'no package was fetched twice',
  *judge(context) {
    for (const exchange of again(context)) {
      if (!isAnswered(exchange) || isInterim(exchange)) continue
      const { status } = exchange.response
      yield isWhole(exchange)
        ? pass(exchange, `status ${status} the second time`)
        : fail(exchange, { actual: `status ${status} the second time`, expected: 'status 200' })
    }
  },
  explain: `A link that is spent by its first use fails phones that fetch again after a prompt, a lost connection or a range. Users pay twice and get nothing. Let the link live as long as the session.`,
})
