import type { Exchange } from '../../../trace/events.ts'
import { headerValue } from '../../../wire/http-fields.ts'
import { type CheckContext, defineCheck, fail, inconclusive, pass } from '../../check.ts'
import { isForeignOpening } from '../../other-platforms.ts'

export default defineCheck({
  row: 'S20',
  level: 'should',
  clause: 'RFC9110-ACCEPT',
  title: 'A descriptor is given to a phone that accepts anything, as to one that names its type',
  applies: (context) => asked(context).length > 0,
  absent: 'no descriptor was asked for with Accept: */*, or a password was wanted first',
  *judge(context) {
    const last = asked(context).at(-1)
    for (const exchange of asked(context)) {
      const status = exchange.response?.status
      const like = likeOf(context, exchange)
      if (status === 200) yield pass(exchange, 'Accept: */* was answered 200')
      else if (status === 406 || status === 415 || (like !== undefined && isRefusal(status))) {
        yield fail(exchange, {
          actual: `status ${status} for Accept: */*`,
          expected: like === undefined ? 'the descriptor' : 'status 200, as for the exact type',
          ...(like === undefined ? {} : { cause: like }),
        })
      } else if (exchange === last) {
        // What comes before, such as 503 with a wait, is answered by what comes after it.
        yield inconclusive(exchange, `The answer was ${status ?? 'lost'}, whatever Accept says.`)
      }
    }
  },
  explain: `phoneME asks with */* on purpose, because some servers refuse a link that turns out to lead to a package, and a WAP gateway adds */* where a phone says nothing. A 406 to a phone that takes anything is a contradiction in terms. Send the descriptor whatever Accept says.`,
})

function asked(context: CheckContext): readonly Exchange[] {
  return context.evidence
    .exchanges('descriptor')
    .filter(
      (exchange) =>
        isForAnything(exchange) &&
        exchange.probe === undefined &&
        !isPreliminary(exchange) &&
        !isForeignOpening(context, exchange),
    )
}

/** A redirect, a call for credentials, a server that is busy: none of them depends on Accept. What comes afterwards may. */
function isPreliminary({ response }: Exchange): boolean {
  if (response === undefined) return false
  const { status } = response
  return (status >= 300 && status < 400) || [401, 407, 429, 503].includes(status)
}

function isForAnything({ request }: Exchange): boolean {
  return headerValue(request.headers, 'Accept')?.trim() === '*/*'
}

/** A descriptor that the same link gave to a phone with an Accept list. */
function likeOf({ evidence }: CheckContext, exchange: Exchange): Exchange | undefined {
  return evidence.descriptors.find(
    (found) =>
      found.exchange.request.url === exchange.request.url && !isForAnything(found.exchange),
  )?.exchange
}

function isRefusal(status: number | undefined): boolean {
  return status !== undefined && status >= 400
}
