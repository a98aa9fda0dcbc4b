/** UAProf documents from the network: only from hosts of loopback, since the address is the word of a stranger. */
import { request } from 'node:http'
import type { ClientRequest, IncomingMessage } from 'node:http'
import { escapeText } from '../wire/escape.ts'

interface Bounds {
  /** Infinity: as long as it takes. */
  readonly msMax: number
  readonly bytesMax: number
}

type Fetched =
  | { readonly kind: 'document'; readonly octets: Uint8Array }
  | { readonly kind: 'nothing'; readonly reason: string }

/** Nobody else is asked, whatever a request names: no other host of the tester's network, and none of the world. */
const trusted: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost'])

/** Resolves with the document, or with why it did not come whole within the bounds; never rejects. */
export function fetchProfile(url: string, bounds: Bounds): Promise<Fetched> {
  const { protocol, hostname } = new URL(url)
  return protocol === 'http:' && trusted.has(hostname)
    ? fetchBounded(url, bounds)
    : Promise.resolve({
        kind: 'nothing',
        reason: 'it is not on loopback by http, and nobody else is asked',
      })
}

function fetchBounded(url: string, { msMax, bytesMax }: Bounds): Promise<Fetched> {
  return new Promise((resolve) => {
    const asking = request(url, {
      headers: { 'User-Agent': 'ota-handset reference', Accept: 'application/xml' },
      ...(Number.isFinite(msMax) ? { signal: AbortSignal.timeout(msMax) } : {}),
    })
    const giveUp = (reason: string) => {
      resolve({ kind: 'nothing', reason })
      asking.destroy()
    }
    const broken = (error: Error) => giveUp(explain(error, asking, msMax))
    asking.on('error', broken)
    asking.on('response', (response) => {
      response.on('error', broken)
      // A host that sends the phone's server elsewhere is not followed.
      if (response.statusCode === 200) {
        collect(response, bytesMax, resolve, giveUp)
      } else giveUp(`HTTP status ${response.statusCode}`)
    })
    asking.end()
  })
}

function explain(error: Error, { destroyed }: ClientRequest, msMax: number): string {
  return destroyed && (error.name === 'AbortError' || error.name === 'TimeoutError')
    ? `it did not come within ${msMax} ms (msMax)`
    : `the connection failed: ${escapeText(error.message)}`
}

function collect(
  response: IncomingMessage,
  bytesMax: number,
  resolve: (fetched: Fetched) => void,
  giveUp: (reason: string) => void,
): void {
  const chunks: Uint8Array[] = []
  let length = 0
  response.on('data', (chunk: Uint8Array) => {
    length += chunk.length
    if (length > bytesMax) giveUp(`it is longer than ${bytesMax} octets (uaprofBytesMax)`)
    else chunks.push(chunk)
  })
  response.on('end', () => {
    if (length > bytesMax) return
    resolve({ kind: 'document', octets: new Uint8Array(Buffer.concat(chunks)) })
  })
}
