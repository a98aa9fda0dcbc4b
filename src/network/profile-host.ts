/**
 * The web server of the makers of phones, as far as a server under test can ask it: for the UAProf document that the phone of
 * the case announces. The harness stands in for it, so that nobody is asked who is not part of the test.
 */

/** What it does because a scenario says so; `serve` otherwise. */
export type ProfileHostAct = 'serve' | 'hang' | 'cut' | 'missing' | 'garble' | 'flood'

export type ProfileReply =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly contentType: string
      readonly octets: Uint8Array
    }
  /** It takes the request and says nothing. */
  | { readonly kind: 'silence' }
  /** It ends the connection. */
  | { readonly kind: 'cut' }

export interface ProfileFetch {
  readonly url: string
  /** What the fetcher calls itself. */
  readonly by: string
  /** What it got: `the document`, `nothing: the host is silent`. */
  readonly got: string
  /** It was the document, whole. */
  readonly served: boolean
}

export interface ProfileHost {
  /** From now on this is all it has. */
  have(url: string, document: () => Uint8Array): void
  act(act: ProfileHostAct): void
  /** Hears of every request. */
  watch(hear: (fetch: ProfileFetch) => void): void
  ask(request: Pick<ProfileFetch, 'url' | 'by'>): ProfileReply
}

/** Several times what a server should be ready to read. */
const floodBytes = 4 * 1_048_576

const whole = 'the document'
const page = '<html><body><h1>Domain for sale</h1></body></html>'

/** UAProf documents are served as what they are, or as any XML (WAP-248). */
const documentType = 'application/xml'

export function createProfileHost(): ProfileHost {
  let doing: ProfileHostAct = 'serve'
  let held: { readonly url: string; readonly document: () => Uint8Array } | undefined
  let hear: ((fetch: ProfileFetch) => void) | undefined
  return {
    have: (url, document) => void (held = { url, document }),
    act: (act) => void (doing = act),
    watch: (listener) => void (hear = listener),
    ask(request) {
      const document = held?.url === request.url ? held.document : undefined
      const { reply, got } = answer(doing, document)
      hear?.({ ...request, got, served: got === whole })
      return reply
    },
  }
}

function answer(
  act: ProfileHostAct,
  document: (() => Uint8Array) | undefined,
): { readonly reply: ProfileReply; readonly got: string } {
  if (act === 'hang') return { reply: { kind: 'silence' }, got: 'nothing: the host is silent' }
  if (act === 'cut') return { reply: { kind: 'cut' }, got: 'nothing: the host cut the connection' }
  if (document === undefined || act === 'missing') {
    return { reply: say(404, 'text/html', page), got: '404 Not Found' }
  }
  if (act === 'garble') return { reply: say(200, 'text/html', page), got: 'a page in its place' }
  if (act === 'flood') {
    const octets = new Uint8Array(floodBytes).fill(0x20)
    return {
      reply: { kind: 'answer', status: 200, contentType: documentType, octets },
      got: `${floodBytes} octets of nothing`,
    }
  }
  const octets = document()
  return {
    reply: { kind: 'answer', status: 200, contentType: documentType, octets },
    got: whole,
  }
}

function say(status: number, contentType: string, text: string): ProfileReply {
  return { kind: 'answer', status, contentType, octets: new TextEncoder().encode(text) }
}
