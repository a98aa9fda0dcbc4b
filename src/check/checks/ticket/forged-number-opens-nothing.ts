import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import { hasClient } from '../../ticket-openings.ts'

export default defineCheck({
  row: 'N66',
  level: 'field',
  clause: 'TICKET-NUMBER',
  title: 'A field with the number of a phone opens no link that was made for it',
  applies: ({ evidence }) => evidence.exchanges().some(({ probe }) => probe === 'forged-number'),
  absent: 'nobody asked in the name of a phone for a link that is like the one made for it',
  *judge({ evidence }) {
    for (const exchange of evidence.exchanges()) {
      if (exchange.probe !== 'forged-number') continue
      const { response } = exchange
      if (response === undefined) yield inconclusive(exchange, 'the request got no answer')
      else if (hasClient(exchange)) {
        yield fail(exchange, {
          actual: `a descriptor or package with status ${response.status} for X-MSISDN`,
          expected: 'nothing to install',
        })
      } else yield pass(exchange, `status ${response.status} and nothing to install`)
    }
  },
  explain: `WAP gateways add the number of the phone to its requests, and servers behind them came to believe it. From the internet anybody can send the same field and fetches the client, with its settings, in the name of somebody else. Let the token of the link decide alone, or take the field from the address of the gateway only.`,
})
