import type { Exchange } from '../../../trace/events.ts'
import { headerValue } from '../../../wire/http-fields.ts'
import { defineCheck, fail } from '../../check.ts'
import { findLikes, hasVariant, judgeVariants } from '../../variants.ts'

const closing = {
  name: 'a request with "Connection: close"',
  isVariant: ({ request }: Exchange) =>
    request.version === '1.1' &&
    /\bclose\b/i.test(headerValue(request.headers, 'Connection') ?? ''),
}

const keeping = {
  name: 'a request on a connection that stays open',
  isVariant: (exchange: Exchange) =>
    exchange.request.version === '1.1' && !closing.isVariant(exchange),
}

export default defineCheck({
  row: 'S59',
  level: 'field',
  clause: 'RFC9112-CONNECTIONS',
  title: 'Requests are answered on connections that close after them and on those that stay open',
  applies: (context) => hasVariant(context, closing),
  absent: 'no request said "Connection: close"',
  *judge(context) {
    yield* judgeVariants(context, closing)
    for (const exchange of context.evidence.exchanges().filter(keeping.isVariant)) {
      const [like] = findLikes(context, exchange, keeping)
      const isReset = exchange.failure?.cause === 'reset' && exchange.network === undefined
      if (!isReset || exchange.response !== undefined || like === undefined) continue
      yield fail(exchange, {
        actual: `no answer to ${keeping.name}: ${exchange.failure.detail}`,
        expected: `status ${like.response.status}, as with "Connection: close"`,
        cause: like,
      })
    }
  },
  explain: `Some phones open a connection for each request and say so with "Connection: close"; others send the descriptor, package and report requests down one. A server or load balancer that handles only one of the two loses half of the phones. Answer both, and close only after the last octet was sent.`,
})
