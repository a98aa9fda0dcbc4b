import { type CheckContext, defineCheck, fail, inconclusive, pass } from '../../check.ts'
import { descriptorOf, isGiven, isPlain, packageFetches, refusalOf } from '../../package-fetches.ts'
import { escapeText } from '../../../wire/escape.ts'
import { headerValue } from '../../../wire/http-fields.ts'

/** Which way a package would be missing with a cookie, too. */
const goneStatuses: readonly string[] = ['status 404', 'status 410']

const afterDescriptor = (context: CheckContext) =>
  packageFetches(context).filter(
    (exchange) => descriptorOf(context, exchange) !== undefined && isPlain(context, exchange),
  )

export default defineCheck({
  row: 'S47',
  level: 'field',
  clause: 'MIDP2-OTA-COOKIE-01',
  title: 'The package is given without the cookie of the descriptor',
  applies: (context) => afterDescriptor(context).length > 0,
  absent: 'no package was asked for after its descriptor',
  *judge(context) {
    for (const exchange of afterDescriptor(context)) {
      const descriptor = descriptorOf(context, exchange)
      const cookie = descriptor && headerValue(descriptor.response.headers, 'Set-Cookie')
      const refusal = refusalOf(exchange)
      if (isGiven(exchange)) yield pass(exchange, 'given without any cookie')
      else if (descriptor !== undefined && cookie !== undefined && refusal !== undefined) {
        yield !refusal.startsWith('status') || goneStatuses.includes(refusal)
          ? inconclusive(exchange, `blocked by package/available: ${refusal}`)
          : fail(exchange, {
              actual: `${refusal} without the cookie "${escapeText(cookie, 60)}"`,
              expected: 'the package',
              cause: descriptor,
            })
      }
    }
  },
  explain: `MIDP 2.0 phones need not return cookies, and many networks do not carry them. A server that keeps its session in one never gives out the package. Put the session into MIDlet-Jar-URL.`,
})
