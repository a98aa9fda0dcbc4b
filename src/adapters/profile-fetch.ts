/** UAProf documents from the network: only from hosts of loopback, since the address is the word of a stranger. */
import { request } from 'node:http'
import type { IncomingMessage } from 'node:http'

interface Bounds {
  /** Infinity: as long as it takes. */
  readonly msMax: number
  readonly bytesMax: number
}

/** Nobody else is asked, whatever a request names: no other host of the tester's network, and none of the world. */
const trusted: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost'])

/** @returns none: it did not come whole within the bounds */
export function fetchProfile(url: string, bounds: Bounds): Promise<Uint8Array | undefined> {
  return isTrusted(url) ? fetchBounded(url, bounds) : Promise.resolve(undefined)
}

function isTrusted(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  return protocol === 'http:' && trusted.has(hostname)
}

function fetchBounded(url: string, bounds: Bounds): Promise<Uint8Array | undefined> {
  return new Promise((resolve) => {
    const signal = Number.isFinite(bounds.msMax) ? AbortSignal.timeout(bounds.msMax) : undefined
    const asking = request(url, {
      headers: { 'User-Agent': 'ota-handset reference', Accept: 'application/xml' },
      ...(signal === undefined ? {} : { signal }),
    })
    const giveUp = () => {
      asking.destroy()
      resolve(undefined)
    }
    asking.on('error', giveUp)
    // A host that sends the phone's server elsewhere is not followed.
    asking.on('response', (response) => {
      if (response.statusCode === 200) collect(response, bounds.bytesMax, resolve, giveUp)
      else giveUp()
    })
    asking.end()
  })
}

function collect(
  response: IncomingMessage,
  bytesMax: number,
  resolve: (octets: Uint8Array) => void,
  giveUp: () => void,
): void {
  const chunks: Uint8Array[] = []
  let length = 0
  response.on('data', (chunk: Uint8Array) => {
    length += chunk.length
    if (length > bytesMax) giveUp()
    else chunks.push(chunk)
  })
  response.on('error', giveUp)
  response.on('end', () => {
    if (length <= bytesMax) resolve(new Uint8Array(Buffer.concat(chunks)))
  })
}
