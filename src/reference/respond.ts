/** Responses a server gives, built the same way everywhere. The framing headers are left to `listen.ts`. */
export type HeaderPair = readonly [name: string, value: string]

/** Gateways must neither keep nor recode what they pass on (RFC 9111 section 5.2.2). */
export const cacheControl: HeaderPair = ['Cache-Control', 'no-store, no-transform']

export function respond(
  status: number,
  headers: readonly HeaderPair[],
  body?: Uint8Array,
): Response {
  const response = new Response(body, { status })
  for (const [name, value] of headers) response.headers.append(name, value)
  return response
}

export function say(
  status: number,
  sentence: string,
  headers: readonly HeaderPair[] = [],
): Response {
  return respond(
    status,
    [['Content-Type', 'text/plain;charset=UTF-8'], cacheControl, ...headers],
    new TextEncoder().encode(`${sentence}\n`),
  )
}

/** The same headers without one of them. */
export function without(headers: Headers, name: string): Headers {
  const rest = new Headers(headers)
  rest.delete(name)
  return rest
}

/** The same response with another body. */
export function withBody(response: Response, body: string | Uint8Array<ArrayBuffer>): Response {
  return new Response(body, { status: response.status, headers: response.headers })
}

/** The same response with some headers replaced; `undefined` takes one away. */
export function withHeaders(
  response: Response,
  changes: Readonly<Record<string, string | undefined>>,
): Response {
  const headers = new Headers(response.headers)
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) headers.delete(name)
    else headers.set(name, value)
  }
  return new Response(response.body, { status: response.status, headers })
}
