/** Calls that a bearer makes to a server that asked for them: how a message ended. */
import { request } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { BearerParts } from '../bearer.ts'
import { formatHead } from './http-tap.ts'
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

export interface Caller {
  /** Of the connection, for the record. */
  readonly connection: string
  readonly parts: Pick<BearerParts, 'tap' | 'dial' | 'track'>
  readonly limits: HttpLimits
}

const loopback = /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])$/

/** Only hosts of the loopback are called, unless there is another way to dial. Resolves in any case. */
export function callBack(call: CallBack, caller: Caller): Promise<CallBackOutcome> {
  const { dial, track = (effect) => effect } = caller.parts
  const target = URL.parse(call.url) ?? undefined
  if (target === undefined || target.protocol !== 'http:') return Promise.resolve(forbidden)
  const line = dial?.(target)
  const isAllowed = dial === undefined ? loopback.test(target.hostname) : line !== undefined
  return isAllowed ? track(ask(call, target, line, caller)) : Promise.resolve(forbidden)
}

const forbidden = { kind: 'failed', cause: 'forbidden' } as const

function ask(
  call: CallBack,
  target: URL,
  line: Duplex | undefined,
  { connection, parts: { tap }, limits }: Caller,
): Promise<CallBackOutcome> {
  const { method, headers, body } = call
  const fields = [
    ['Host', target.host],
    ...Object.entries(headers),
    ['Content-Length', String(body.length)],
    ['Connection', 'close'],
  ] as const
  const head = formatHead(`${method} ${target.pathname}${target.search} HTTP/1.1`, fields)
  const sent = new Uint8Array(Buffer.concat([head, body]))
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(limits.callbackMsMax)
    const fail = () =>
      resolve({ kind: 'failed', cause: signal.aborted ? 'timeout' : 'unreachable' })
    const outgoing = request(target, {
      method,
      headers: fields.flat(),
      setHost: false,
      signal,
      ...(line === undefined ? { agent: false } : { createConnection: () => line }),
    })
    const heard: Uint8Array[] = []
    outgoing.on('error', fail)
    outgoing.on('socket', (socket: Duplex) => {
      tap?.({ connection, from: 'network', octets: sent })
      socket.on('data', (chunk: Uint8Array) => heard.push(chunk))
    })
    outgoing.on('response', (response) => {
      readAnswer(response, limits, (outcome) => {
        const octets = new Uint8Array(Buffer.concat(heard))
        tap?.({ connection, from: 'peer', octets })
        if (outcome === undefined) fail()
        else resolve(outcome)
      })
    })
    outgoing.end(body)
  })
}

/** @param done told once how it ended; `undefined` where it broke off */
function readAnswer(
  response: IncomingMessage,
  { callbackBytesMax }: HttpLimits,
  done: (outcome: CallBackOutcome | undefined) => void,
): void {
  const chunks: Uint8Array[] = []
  let length = 0
  response.on('data', (chunk: Uint8Array) => {
    length += chunk.length
    if (length <= callbackBytesMax) chunks.push(chunk)
    else response.destroy()
  })
  response.on('close', () => {
    if (length > callbackBytesMax) done({ kind: 'failed', cause: 'too-long' })
    else if (!response.complete) done(undefined)
    else {
      const body = new Uint8Array(Buffer.concat(chunks))
      done({ kind: 'answered', status: response.statusCode ?? 0, body })
    }
  })
  // It is closed after it.
  response.on('error', () => undefined)
}
