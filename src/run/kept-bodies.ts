/**
 * What a target sends is kept in the traces of the run, octet for octet. Bodies that are alike are kept once; a target that
 * never sends the same twice is asked nothing more when it has sent too much.
 */
import { hash } from 'node:crypto'
import type { HttpOutcome } from '../handset/ports.ts'
import type { Patience } from './patience.ts'
import { refuseToAsk } from './patience.ts'

/** Octets of different bodies that a run keeps: hundreds of packages of the largest phones, and a trace of all of them is still one text. */
const differentBytesMax = 268_435_456

export function createKeptBodies(bytesMax = differentBytesMax): Patience {
  const kept = new Map<string, WeakRef<Uint8Array>>()
  let bytes = 0
  const keep = (body: Uint8Array): Uint8Array => {
    const digest = hash('sha256', body, 'base64')
    const known = kept.get(digest)
    if (known === undefined) bytes += body.length
    const held = known?.deref()
    if (held !== undefined) return held
    kept.set(digest, new WeakRef(body))
    return body
  }
  const why = (): string | undefined =>
    bytes <= bytesMax
      ? undefined
      : `the target sent more than ${bytesMax} different octets in all (differentBytesMax)`
  return {
    get spent() {
      return why()
    },
    over: (http) => ({
      async exchange(request) {
        const detail = why()
        return detail === undefined
          ? withBody(await http.exchange(request), keep)
          : refuseToAsk(request, detail)
      },
    }),
  }
}

function withBody(outcome: HttpOutcome, keep: (body: Uint8Array) => Uint8Array): HttpOutcome {
  const { response } = outcome
  return response === undefined
    ? outcome
    : { ...outcome, response: { ...response, body: keep(response.body) } }
}
