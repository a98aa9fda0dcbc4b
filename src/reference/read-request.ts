/** From what `node:http` read to a `Request`, within limits. */
import type { IncomingMessage } from 'node:http'
import { noteArrival } from './arrival.ts'

/** Payload of one request, in octets. */
export const requestBodyBytesMax = 65_536

/** Methods that a `Request` cannot carry. */
const unusableMethods: readonly string[] = ['CONNECT', 'TRACE', 'TRACK']

export type RequestReading =
  | { readonly kind: 'request'; readonly request: Request }
  | { readonly kind: 'refused'; readonly status: 400 | 405 | 413; readonly reason: string }
  /** The client went away before its request was whole. */
  | { readonly kind: 'gone' }

/**
 * An absolute-form target stands over `Host` (RFC 9112 section 3.2.2).
 *
 * @param fallbackOrigin for HTTP/1.0 requests that name no host
 */
export async function readRequest(
  message: IncomingMessage,
  options: { readonly fallbackOrigin: string; readonly ordinal: number },
): Promise<RequestReading> {
  const method = message.method ?? ''
  if (unusableMethods.includes(method)) {
    return { kind: 'refused', status: 405, reason: 'method' }
  }
  const url = readTarget(message, options.fallbackOrigin)
  if (url === undefined) return { kind: 'refused', status: 400, reason: 'request target' }
  const body = await readBody(message)
  if (body === 'gone') return { kind: 'gone' }
  if (body === 'too-large') return { kind: 'refused', status: 413, reason: 'body' }
  const carriesBody = method !== 'GET' && method !== 'HEAD'
  const request = new Request(url, {
    method,
    headers: readHeaders(message),
    ...(carriesBody ? { body } : {}),
  })
  const arrival = {
    form: isAbsolute(message.url) ? 'absolute' : 'origin',
    version: message.httpVersion === '1.0' ? '1.0' : '1.1',
    ordinal: options.ordinal,
  } as const
  return { kind: 'request', request: noteArrival(request, arrival) }
}

function isAbsolute(target: string | undefined): boolean {
  return /^https?:\/\//i.test(target ?? '')
}

function readTarget(message: IncomingMessage, fallbackOrigin: string): string | undefined {
  const target = message.url ?? ''
  if (isAbsolute(target)) return parseHttpUrl(target)
  if (!target.startsWith('/')) return undefined
  const { host } = message.headers
  return parseHttpUrl(`${host === undefined ? fallbackOrigin : `http://${host}`}${target}`)
}

/** A `Request` takes no URL with credentials in it. */
function parseHttpUrl(text: string): string | undefined {
  const url = URL.parse(text)
  return url?.protocol.startsWith('http') && url.username === '' && url.password === ''
    ? url.href
    : undefined
}

function readHeaders(message: IncomingMessage): Headers {
  const headers = new Headers()
  for (let index = 0; index + 1 < message.rawHeaders.length; index += 2) {
    headers.append(message.rawHeaders[index] ?? '', message.rawHeaders[index + 1] ?? '')
  }
  return headers
}

/** Stops listening at the limit; the rest of an oversize upload is never kept. */
function readBody(message: IncomingMessage): Promise<Uint8Array | 'too-large' | 'gone'> {
  const parts: Uint8Array[] = []
  let length = 0
  return new Promise((resolve) => {
    message.on('data', (part: Uint8Array) => {
      length += part.length
      if (length > requestBodyBytesMax) {
        message.pause()
        resolve('too-large')
      } else {
        parts.push(part)
      }
    })
    message.on('end', () => resolve(joinParts(parts, length)))
    message.on('error', () => resolve('gone'))
    message.on('close', () => resolve('gone'))
  })
}

function joinParts(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}
