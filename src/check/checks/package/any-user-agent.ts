import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import {
  findPlain,
  hasOtherAgent,
  isAnswered,
  isInterim,
  isWhole,
  packageFetches,
} from '../../package-fetches.ts'
import type { CheckContext } from '../../check.ts'

const renamed = (context: CheckContext) =>
  packageFetches(context).filter((exchange) => hasOtherAgent(context, exchange))

export default defineCheck({
  row: 'S49',
  level: 'field',
  clause: 'FIELD-JAR-ANY-AGENT',
  title: 'The package is given to another User-Agent than the descriptor',
  applies: (context) => renamed(context).length > 0,
  absent: 'no package was asked for by another User-Agent',
  *judge(context) {
    for (const exchange of renamed(context)) {
      if (!isAnswered(exchange) || isInterim(exchange)) continue
      const { status } = exchange.response
      if (isWhole(exchange)) yield pass(exchange, `status ${status} for another User-Agent`)
      else if (findPlain(context) === undefined)
        yield inconclusive(exchange, 'blocked by package/available')
      else {
        yield fail(exchange, {
          actual: `status ${status} for another User-Agent than the descriptor had`,
          expected: 'status 200',
        })
      }
    }
  },
  explain: `On many phones the browser fetches the descriptor and the application manager the package, each under a name of its own. A server that binds the link to the first name refuses the second. Bind it to the URL.`,
})
