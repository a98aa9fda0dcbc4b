/** How a request stood on the wire: what a `Request` cannot say of itself. Faults and framing need it. */
export interface Arrival {
  /** Form of the request target (RFC 9112 section 3.2). */
  readonly form: 'origin' | 'absolute'
  readonly version: '1.0' | '1.1'
  /** Position of the request on its connection, from 1. */
  readonly ordinal: number
}

const plainArrival: Arrival = { form: 'origin', version: '1.1', ordinal: 1 }
const arrivals = new WeakMap<Request, Arrival>()

export function noteArrival(request: Request, arrival: Arrival): Request {
  arrivals.set(request, arrival)
  return request
}

/** A request that did not come over a connection counts as a plain HTTP/1.1 one. */
export function arrivalOf(request: Request): Arrival {
  return arrivals.get(request) ?? plainArrival
}
