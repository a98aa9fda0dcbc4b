import { defineCheck, fail, pass } from '../../check.ts'
import { escapeText } from '../../../wire/escape.ts'
import { isAnswered, isInterim, isPlain, isWhole, packageFetches } from '../../package-fetches.ts'
import type { CheckContext } from '../../check.ts'
import type { FailureCause } from '../../../trace/events.ts'

const brokenCauses: ReadonlySet<FailureCause> = new Set<FailureCause>([
  'reset',
  'truncated',
  'refused',
  'timeout',
  'malformed',
])

const plainFetches = (context: CheckContext) =>
  packageFetches(context).filter((exchange) => isPlain(context, exchange))

export default defineCheck({
  row: 'S30',
  level: 'must',
  clause: 'MIDP2-OTA-JAR-06',
  title: 'The package is there at the exact MIDlet-Jar-URL',
  applies: (context) => plainFetches(context).length > 0,
  absent: 'no package was asked for',
  *judge(context) {
    for (const exchange of plainFetches(context)) {
      const { response, failure } = exchange
      const url = escapeText(exchange.request.url, 100)
      if (failure !== undefined && brokenCauses.has(failure.cause)) {
        yield fail(exchange, {
          actual: `${failure.cause} at ${url}: ${failure.detail}`,
          expected: 'the package',
        })
      } else if (isAnswered(exchange) && !isInterim(exchange)) {
        yield isWhole(exchange)
          ? pass(exchange, `${response?.status} at ${url}`)
          : fail(exchange, {
              actual: `status ${response?.status} at ${url}`,
              expected: 'status 200',
            })
      }
    }
  },
  explain: `The phone asks for the URL of the descriptor as it stands, query included; anything but 200 is reported with 907 (Nokia phones: 903) and nothing is installed. Expired links, rewritten paths and lost queries are the usual causes.`,
})
