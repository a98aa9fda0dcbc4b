import type { Exchange } from '../../../trace/events.ts'
import { escapeText } from '../../../wire/escape.ts'
import type { Evidence } from '../../evidence.ts'
import { defineCheck, fail, inconclusive, pass } from '../../check.ts'

export default defineCheck({
  level: 'field',
  clause: 'HARNESS-TARGET-HOSTS',
  title: 'Every URL of the target leads to a host that the target file names',
  applies: ({ evidence }) => evidence.all('http.exchanged').length > 0,
  absent: 'nothing was asked for',
  *judge({ evidence, facts }) {
    const hosts = facts.target.hosts.join(', ')
    for (const exchange of evidence.all('http.exchanged')) {
      const { url } = exchange.request
      const { host } = new URL(url)
      if (exchange.failure?.cause !== 'foreign-host') yield pass(exchange, `${host} is allowed`)
      else if (isNetworkDoing(evidence, exchange, host)) {
        yield inconclusive(exchange, `the network, not the target, led to ${host}`)
      } else {
        const actual = `${exchange.purpose} URL "${escapeText(url, 100)}" on a foreign host`
        const expected = `one of ${hosts}; to let phones go there, add ${host} to allow: in the target file`
        yield fail(exchange, { actual, expected })
      }
    }
  },
  explain: `A phone of this product never contacts a host that nobody allowed: a descriptor can name any address, and not each of them wants test traffic. A URL on an unknown host is either a mistake, such as an internal name or one of another stage, which no phone outside could reach; or it is meant, and then the host belongs under "allow:" in the target file.`,
})

/** Did the host come from octets that the network put in the place of the target's? */
function isNetworkDoing(evidence: Evidence, { seq }: Exchange, host: string): boolean {
  return evidence.all('http.exchanged').some(({ seq: before, network, response }) => {
    const { delivered } = network ?? {}
    if (before >= seq || delivered === undefined) return false
    return mentions(delivered, host) && !(response !== undefined && mentions(response, host))
  })
}

function mentions(
  { headers, body }: Pick<NonNullable<Exchange['response']>, 'headers' | 'body'>,
  host: string,
): boolean {
  const text = [...headers.map(([, value]) => value), new TextDecoder().decode(body)].join('\n')
  return text.toLowerCase().includes(host)
}
