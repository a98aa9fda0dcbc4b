import { type CheckContext, defineCheck, fail, pass } from '../../check.ts'
import { isGiven, isRepeated, isUsual, packageFetches, refusalOf } from '../../package-fetches.ts'

const again = (context: CheckContext) =>
  packageFetches(context).filter(
    (exchange) => isRepeated(context, exchange) && isUsual(context, exchange),
  )

export default defineCheck({
  row: 'S44',
  level: 'field',
  clause: 'FIELD-JAR-AGAIN',
  title: 'The package can be fetched again from the same URL',
  applies: (context) => again(context).length > 0,
  absent: 'no package was fetched twice',
  *judge(context) {
    for (const exchange of again(context)) {
      const refusal = refusalOf(exchange)
      if (isGiven(exchange)) yield pass(exchange, `status ${exchange.response.status} once more`)
      else if (refusal !== undefined) {
        yield fail(exchange, { actual: `${refusal} the second time`, expected: 'status 200' })
      }
    }
  },
  explain: `A link that is spent by its first use fails phones that fetch again after a prompt, a lost connection or a range. Users pay twice and get nothing. Let the link live as long as the session.`,
})
