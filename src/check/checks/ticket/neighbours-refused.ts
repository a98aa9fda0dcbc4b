import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import { hasClient } from '../../ticket-openings.ts'

export default defineCheck({
  row: 'N52',
  level: 'field',
  clause: 'TICKET-SECRET',
  title: 'A link that nobody was given leads to nothing',
  applies: ({ evidence }) => evidence.exchanges().some(({ probe }) => probe === 'wrong-ticket'),
  absent: 'no link was tried that is like one for a phone and is none',
  *judge({ evidence }) {
    for (const exchange of evidence.exchanges()) {
      if (exchange.probe !== 'wrong-ticket') continue
      const { response } = exchange
      if (response === undefined) yield inconclusive(exchange, 'the request got no answer')
      else if (hasClient(exchange)) {
        yield fail(exchange, {
          actual: `a descriptor or package with status ${response.status} for a link nobody was given`,
          expected: 'nothing to install',
        })
      } else yield pass(exchange, `status ${response.status} and nothing to install`)
    }
  },
  explain: `A server that looks at part of a token, ignores what follows it, or falls back to a default where it finds none gives its client to anyone who types a link. Two letters that a gateway changed then lead to the suite of somebody else. Compare the whole token, and answer everything else as you answer a link that is over.`,
})
