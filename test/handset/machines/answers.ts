import type { Received } from '../../../src/handset/behaviour.ts'
import type { RenderOutcome } from '../../../src/handset/ports.ts'

export const url = 'http://reference.test/demo.jad'

function response(status: number, headers: readonly (readonly [string, string])[] = []): Received {
  return { kind: 'response', url, status, headers, body: new Uint8Array(4) }
}

/** What a server may say. */
export const answers: readonly Received[] = [
  response(200, [['Content-Type', 'application/java-archive']]),
  response(404),
  response(302, [['Location', 'http://reference.test/other.jad']]),
  response(503, [['Retry-After', '5']]),
  response(401, [['WWW-Authenticate', 'Basic realm="x"']]),
  response(206, [['Content-Range', 'bytes 0-3/8']]),
]

export const way = 'http://reference.test/a.jad'

/** A page that leads on by a link, and by itself. */
export const page: Received = {
  kind: 'response',
  url,
  status: 200,
  headers: [['Content-Type', 'text/html']],
  body: new TextEncoder().encode(
    `<meta http-equiv=refresh content="5;url=b"><a href="${way}">Get it</a>`,
  ),
}

/** The same with what its scripts made of it. */
export const rendered = {
  kind: 'rendered',
  page: {
    title: 'Get it',
    text: 'Get it',
    links: [{ href: way, text: 'Get it' }],
    asksPassword: false,
    wentTo: undefined,
    unasked: [],
    screenshot: undefined,
  },
} as const satisfies RenderOutcome
