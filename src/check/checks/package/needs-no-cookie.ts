import { defineCheck, fail, pass } from '../../check.ts'
import {
  descriptorOf,
  isAnswered,
  isInterim,
  isWhole,
  packageFetches,
} from '../../package-fetches.ts'
import type { CheckContext } from '../../check.ts'
import { headerValue } from '../../../wire/http-fields.ts'

const afterDescriptor = (context: CheckContext) =>
  packageFetches(context).filter((exchange) => descriptorOf(context, exchange) !== undefined)

export default defineCheck({
  row: 'S47',
  level: 'field',
  clause: 'MIDP2-OTA-COOKIE-01',
  title: 'The package is given without the cookie of the descriptor',
  applies: (context) => afterDescriptor(context).length > 0,
  absent: 'no package was asked for after its descriptor',
  *judge(context) {
    for (const exchange of afterDescriptor(context)) {
      if (!isAnswered(exchange) || isInterim(exchange)) continue
      const { status } = exchange.response
      const descriptor = descriptorOf(context, exchange)
      const cookie = descriptor && headerValue(descriptor.response.headers, 'Set-Cookie')
      if (isWhole(exchange)) yield pass(exchange, `status ${status} without any cookie`)
      else if (descriptor !== undefined && cookie !== undefined) {
        yield fail(exchange, {
          actual: `status ${status} without the cookie of the descriptor`,
          expected: 'status 200',
          cause: descriptor,
        })
      }
    }
  },
  explain: `MIDP 2.0 phones need not return cookies, and many networks do not carry them. A server that keeps its session in one never gives out the package. Put the session into MIDlet-Jar-URL.`,
})
