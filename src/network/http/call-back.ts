/** Calls that a bearer makes to a server that asked for them: how a message ended. */
import { request } from 'node:http'
import type { HttpLimits } from './http-limits.ts'

export interface CallBack {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

export type CallBackOutcome =
  | { readonly kind: 'answered'; readonly status: number; readonly body: Uint8Array }
  /** `forbidden`: a network that called any URL it is given would be a way into the network around it. */
  | {
      readonly kind: 'failed'
      readonly cause: 'forbidden' | 'unreachable' | 'timeout' | 'too-long'
    }

const loopback = /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])$/

/** Only hosts of the loopback are called. Resolves in any case. */
export async function callBack(
  { method, url, headers, body }: CallBack,
  limits: HttpLimits,
): Promise<CallBackOutcome> {
  const target = URL.parse(url) ?? undefined
  if (target === undefined || target.protocol !== 'http:' || !loopback.test(target.hostname)) {
    return { kind: 'failed', cause: 'forbidden' }
  }
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(limits.callbackMsMax)
    const outgoing = request(target, {
      method,
      headers: { ...headers, 'Content-Length': String(body.length) },
      agent: false,
      signal,
    })
    outgoing.on('error', () => {
      resolve({ kind: 'failed', cause: signal.aborted ? 'timeout' : 'unreachable' })
    })
    outgoing.on('response', (response) => {
      const chunks: Uint8Array[] = []
      let length = 0
      response.on('data', (chunk: Uint8Array) => {
        length += chunk.length
        if (length <= limits.callbackBytesMax) chunks.push(chunk)
        else {
          resolve({ kind: 'failed', cause: 'too-long' })
          response.destroy()
        }
      })
      response.on('error', () => {
        resolve({ kind: 'failed', cause: signal.aborted ? 'timeout' : 'unreachable' })
      })
      response.on('end', () => {
        const answer = new Uint8Array(Buffer.concat(chunks))
        resolve({ kind: 'answered', status: response.statusCode ?? 0, body: answer })
      })
    })
    outgoing.end(body)
  })
}
