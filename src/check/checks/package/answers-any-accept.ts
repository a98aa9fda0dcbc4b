import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import {
  findPlain,
  hasLongAccept,
  isAnswered,
  isInterim,
  isWhole,
  packageFetches,
} from '../../package-fetches.ts'
import type { CheckContext } from '../../check.ts'

const asked = (context: CheckContext) => packageFetches(context).filter(hasLongAccept)

export default defineCheck({
  row: 'S35',
  level: 'field',
  clause: 'FIELD-JAR-ACCEPT',
  title: 'The package is given to phones with a long Accept list',
  applies: (context) => asked(context).length > 0,
  absent: 'no package was asked for with a long Accept list',
  *judge(context) {
    for (const exchange of asked(context)) {
      if (!isAnswered(exchange) || isInterim(exchange)) continue
      const { status } = exchange.response
      if (isWhole(exchange)) yield pass(exchange, `status ${status} for a long Accept list`)
      else if (findPlain(context) === undefined)
        yield inconclusive(exchange, 'blocked by package/available')
      else {
        yield fail(exchange, {
          actual: `status ${status} for a long Accept list`,
          expected: 'status 200',
        })
      }
    }
  },
  explain: `BlackBerry and phones with rights management list several media types, protected content among them. A server that compares the header with what it expects answers 406 and loses them. Look for your own type in the list, or do not look at all.`,
})
