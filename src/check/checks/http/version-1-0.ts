import type { Exchange } from '../../../trace/events.ts'
import { escapeText } from '../../../wire/escape.ts'
import { headerValue } from '../../../wire/http-fields.ts'
import { defineCheck, fail } from '../../check.ts'
import { hasVariant, judgeVariants } from '../../variants.ts'

const manner = {
  name: 'a request by HTTP/1.0',
  isVariant: ({ request }: Exchange) => request.version === '1.0',
}

export default defineCheck({
  row: 'S52',
  level: 'should',
  clause: 'RFC9112-HTTP-1-0',
  title: 'Clients that speak HTTP/1.0 are answered, and without chunks',
  applies: (context) => hasVariant(context, manner),
  absent: 'no request was made by HTTP/1.0',
  *judge(context) {
    for (const exchange of context.evidence.exchanges().filter(manner.isVariant)) {
      const { headers } = exchange.response ?? { headers: [] }
      const coding = headerValue(headers, 'Transfer-Encoding')
      const isContradicted = headerValue(headers, 'Content-Length') !== undefined
      // Both at once is a matter of http/framing, for every version.
      if (coding === undefined || isContradicted) continue
      yield fail(exchange, {
        actual: `"Transfer-Encoding: ${escapeText(coding, 60)}" for HTTP/1.0`,
        expected: 'a body with Content-Length, or one that ends with the connection',
      })
    }
    yield* judgeVariants(context, manner)
  },
  explain: `WAP gateways of the time spoke HTTP/1.0 to the origin, and Symbian phones fall back to it after an error. Such a client takes the sizes of chunks for content, so the descriptor or the package is spoilt. Send Content-Length, or close the connection at the end, whenever the request line says HTTP/1.0; reverse proxies often have to be told.`,
})
