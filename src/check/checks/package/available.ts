import { type CheckContext, defineCheck, fail, pass } from '../../check.ts'
import { escapeText } from '../../../wire/escape.ts'
import { isGiven, isOfTarget, isPlain, packageFetches, refusalOf } from '../../package-fetches.ts'

const plainFetches = (context: CheckContext) =>
  packageFetches(context).filter(
    (exchange) => isPlain(context, exchange) && isOfTarget(context.evidence, exchange),
  )

export default defineCheck({
  row: 'S30',
  level: 'must',
  clause: 'MIDP2-OTA-JAR-06',
  title: 'The package is there at the exact MIDlet-Jar-URL',
  applies: (context) => plainFetches(context).length > 0,
  absent: 'no package was asked for',
  *judge(context) {
    for (const exchange of plainFetches(context)) {
      const url = escapeText(exchange.request.url, 100)
      const refusal = refusalOf(exchange)
      if (isGiven(exchange)) yield pass(exchange, `status ${exchange.response.status} at ${url}`)
      else if (refusal !== undefined) {
        yield fail(exchange, { actual: `${refusal} at ${url}`, expected: 'status 200' })
      }
    }
  },
  explain: `The phone asks for the URL of the descriptor as it stands, query included; anything but 200 is reported with 907 (Nokia phones: 903) and nothing is installed. Expired links, rewritten paths and lost queries are the usual causes.`,
})
