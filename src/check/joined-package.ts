/** Native packages as a phone puts them together: what came before a transfer broke off, and the rest behind it. */
import type { Exchange } from '../trace/events.ts'
import { headerValue } from '../wire/http-fields.ts'

export interface JoinedPackage {
  /** The exchange that brought the last octets. */
  readonly exchange: Exchange
  readonly octets: Uint8Array
}

const rangePattern = /^bytes=(\d{1,15})-$/

/**
 * Finds the packages in a run of fetches, in the order in which they were made. A phone that resumes looks at nothing but the status:
 * the octets of a 206 are what it has behind those it asked for the rest of.
 */
export function joinPackages(fetches: readonly Exchange[]): readonly JoinedPackage[] {
  const joined: JoinedPackage[] = []
  let held: Uint8Array | undefined
  for (const exchange of fetches) {
    const octets = octetsBy(exchange, held)
    if (octets === undefined) continue
    if (exchange.failure === undefined) joined.push({ exchange, octets })
    held = exchange.failure === undefined ? undefined : octets
  }
  return joined
}

/** What the phone has after this exchange; none: it is nothing of a package. */
function octetsBy(
  { request, response, probe }: Exchange,
  held: Uint8Array | undefined,
): Uint8Array | undefined {
  if (response === undefined || request.method !== 'GET' || probe !== undefined) return undefined
  if (response.status === 200) return response.body
  const [, from] = rangePattern.exec(headerValue(request.headers, 'Range') ?? '') ?? []
  const isRest = response.status === 206 && from !== undefined && held !== undefined
  if (!isRest || held.length < Number(from)) return undefined
  const octets = new Uint8Array(Number(from) + response.body.length)
  octets.set(held.subarray(0, Number(from)))
  octets.set(response.body, Number(from))
  return octets
}
