import type { Exchange } from '../../../trace/events.ts'
import { escapeText } from '../../../wire/escape.ts'
import { headerValues, parseChallenge } from '../../../wire/http-fields.ts'
import { defineCheck, fail, pass } from '../../check.ts'

/** Which field carries the challenge (RFC 9110 sections 11.6.1 and 11.7.1). */
const fields: ReadonlyMap<number, string> = new Map([
  [401, 'WWW-Authenticate'],
  [407, 'Proxy-Authenticate'],
])

export default defineCheck({
  row: 'S53',
  level: 'must-if',
  clause: 'FIELD-BASIC-FIRST',
  title: 'A question for credentials offers Basic first, with a realm',
  applies: ({ evidence }) => evidence.exchanges().some(isChallenge),
  absent: 'neither descriptor nor package asked for credentials',
  *judge({ evidence }) {
    for (const exchange of evidence.exchanges().filter(isChallenge)) {
      const { status, headers } = exchange.response ?? { status: 0, headers: [] }
      const field = fields.get(status) ?? ''
      const given = headerValues(headers, field)
      const [first] = given.flatMap((value) => parseChallenge(value))
      const expected = `"${field}: Basic realm=…" first`
      const stated = `"${field}: ${escapeText(given.join(', '), 100)}"`
      if (given.length === 0)
        yield fail(exchange, { actual: `${status} without ${field}`, expected })
      else if (first?.scheme.toLowerCase() !== 'basic' || first.realm === undefined) {
        yield fail(exchange, { actual: stated, expected })
      } else yield pass(exchange, `${status} came with ${stated}`)
    }
  },
  explain: `Basic is the only scheme a MIDP phone must know. phoneME and Nokia phones look at the start of the challenge alone and give up, without a report, when it does not begin with Basic. Send "WWW-Authenticate: Basic realm=…" with 401 (a proxy: Proxy-Authenticate with 407), and put other schemes after it.`,
})

/** Reports are not asked for credentials at all; that is another check. */
function isChallenge({ purpose, response }: Exchange): boolean {
  const isFetch = purpose === 'descriptor' || purpose === 'package'
  return isFetch && response !== undefined && fields.has(response.status)
}
