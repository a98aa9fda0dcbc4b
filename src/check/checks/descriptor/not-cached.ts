import { cacheDirectives, quoteCacheControl } from '../../cache-directives.ts'
import { defineCheck, fail, pass } from '../../check.ts'

/** Directives that keep a shared cache from giving the descriptor to the next phone unasked (RFC 9111 5.2.2). */
const sparing: ReadonlySet<string> = new Set([
  'max-age=0',
  'no-cache',
  'no-store',
  'private',
  's-maxage=0',
])

export default defineCheck({
  row: 'S24',
  level: 'field',
  clause: 'FIELD-GATEWAY-CACHE',
  title: 'A descriptor is not to be kept by gateways',
  applies: ({ evidence }) => evidence.descriptors.length > 0,
  absent: 'no descriptor was sent with 200',
  *judge({ evidence }) {
    for (const found of evidence.descriptors) {
      const quoted = quoteCacheControl(found.response)
      yield cacheDirectives(found.response).some((directive) => sparing.has(directive))
        ? pass(found, quoted)
        : fail(found, { actual: quoted, expected: 'no-cache or no-store' })
    }
  },
  explain: `Gateways of operators, Sprint's among them, kept descriptors and packages, so that phones got the size of one version with the octets of another (904), or the notify URL of somebody else. Say Cache-Control: no-cache or no-store with each descriptor.`,
})
