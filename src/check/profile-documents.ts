/** Requests of the phone on whose account the target asked for its UAProf document. */
import type { EventOf, Exchange } from '../trace/events.ts'
import { headerValue } from '../wire/http-fields.ts'
import type { CheckContext } from './check.ts'

export interface AskedWithDocument {
  readonly exchange: Exchange
  /** The last time that the document was asked for before the exchange was over. */
  readonly fetched: EventOf<'uaprof.fetched'>
  /** The target has had it, then or before. */
  readonly isServed: boolean
  /** The request has a User-Agent. */
  readonly isNamed: boolean
}

/** A document that was fetched is known from then on; one that did not come says something of the request that wanted it alone. */
export function askedWithDocument({ evidence }: CheckContext): readonly AskedWithDocument[] {
  const fetches = evidence.all('uaprof.fetched')
  if (fetches.length === 0) return []
  let before = -1
  return evidence.exchanges('package').flatMap((exchange) => {
    if (exchange.probe !== undefined) return []
    const known = fetches.filter(({ seq }) => seq < exchange.seq)
    const isServed = known.some(({ served }) => served)
    const fetched = known.findLast(({ seq, served }) => served || seq > before)
    before = exchange.seq
    if (fetched === undefined) return []
    const isNamed = headerValue(exchange.request.headers, 'User-Agent') !== undefined
    return [{ exchange, fetched, isServed, isNamed }]
  })
}
