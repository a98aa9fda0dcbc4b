/** Where redirects lead. */
import type { Exchange } from '../trace/events.ts'
import { headerValue } from '../wire/http-fields.ts'
import { resolveUrl } from '../wire/http-url.ts'

/** The place that Location names, resolved; none where it names none. */
export function locationOf({ request, response }: Exchange): string | undefined {
  const location = headerValue(response?.headers ?? [], 'Location')
  return location === undefined ? undefined : resolveUrl(request.url, location)?.replace(/#.*$/, '')
}

export function isRedirect({ response, failure }: Exchange): boolean {
  const status = response?.status ?? 0
  return failure === undefined && status >= 300 && status < 400 && status !== 304
}

/** One redirect after the other, as the phone followed them. */
export function redirectsFrom(first: Exchange, later: readonly Exchange[]): readonly Exchange[] {
  const chain: Exchange[] = []
  for (const exchange of [first, ...later]) {
    const last = chain.at(-1)
    if (last !== undefined && locationOf(last) !== exchange.request.url) continue
    if (!isRedirect(exchange)) return []
    chain.push(exchange)
  }
  return chain
}
