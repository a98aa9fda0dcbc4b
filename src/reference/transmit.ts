/** From a `Response` and its frame to octets on a connection. */
import { STATUS_CODES } from 'node:http'
import type { ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Frame } from './frame.ts'
import type { HeaderPair } from './respond.ts'
import { sentAct } from './sending.ts'

/** Octets of one chunk of a chunked body. */
const chunkBytes = 4096

/** Statuses that never have a body (RFC 9110 section 8.6). */
const lengthless: readonly number[] = [204, 304]

/** The way of all answers without a frame: `node:http` keeps the connection if the client wants it. */
export async function transmitPlain(
  response: Response,
  out: ServerResponse,
  head: { readonly bodiless: boolean },
): Promise<void> {
  const body = new Uint8Array(await response.arrayBuffer())
  const length: HeaderPair = ['Content-Length', String(body.length)]
  const headers =
    response.headers.has('Content-Length') || lengthless.includes(response.status)
      ? titled(response)
      : [...titled(response), length]
  out.sendDate = false
  out.writeHead(response.status, reasonOf(response), headers.flat())
  const sent = sentAct(response)
  if (sent === undefined || head.bodiless) out.end(head.bodiless ? undefined : body)
  else if (await sendInParts(body, out)) sent()
}

/** Turns that the other end has while a body is sent in parts. */
const partsSent = 16

/**
 * Between the parts the other end has its turn, so that a transfer which it breaks off is noticed, though buffers on the way would have
 * swallowed all of it.
 *
 * @returns whether it was there until the end
 */
async function sendInParts(body: Uint8Array, out: ServerResponse): Promise<boolean> {
  const partBytes = Math.max(1, Math.ceil(body.length / partsSent))
  for (let from = 0; from < body.length; from += partBytes) {
    if (isGone(out)) {
      out.destroy()
      return false
    }
    out.write(body.subarray(from, from + partBytes))
    await turn()
  }
  const wasThere = !isGone(out)
  out.end()
  await turn()
  return wasThere && !out.errored
}

function isGone({ destroyed, socket }: ServerResponse): boolean {
  return destroyed || socket === null || socket.readableEnded
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** Writes past `node:http` and ends the connection. */
export async function transmitFramed(
  response: Response,
  connection: Duplex,
  frame: Frame & { readonly now: () => number },
): Promise<void> {
  if (frame.hang === true) return
  const body = new Uint8Array(await response.arrayBuffer())
  const payload = body.subarray(0, frame.cutAfterBodyOctets)
  const whole = payload.length === body.length
  connection.write(frame.rawHead ?? formatHead(response, body.length, frame))
  if (frame.chunked === true) {
    for (const octets of formatChunks(payload, whole)) connection.write(octets)
  } else if (frame.cutAfterMs === undefined) {
    connection.write(payload)
  } else if (!(await sendInTime(payload, connection, { ...frame, ms: frame.cutAfterMs }))) {
    connection.destroy()
    return
  }
  connection.end()
  if (whole) sentAct(response)?.()
}

/** Octets written at once while somebody looks at the clock. */
const timedBytes = 512

/** @returns whether all of it was on its way, and the other end there, before the time was over */
async function sendInTime(
  payload: Uint8Array,
  connection: Duplex,
  { now, ms }: { readonly now: () => number; readonly ms: number },
): Promise<boolean> {
  const end = now() + ms
  for (let from = 0; from < payload.length; from += timedBytes) {
    if (connection.destroyed || connection.readableEnded || now() > end) return false
    await written(connection, payload.subarray(from, from + timedBytes))
    await turn()
  }
  return now() <= end
}

function written(connection: Duplex, octets: Uint8Array): Promise<void> {
  return new Promise((resolve) => void connection.write(octets, () => resolve()))
}

function formatHead(response: Response, bodyBytes: number, frame: Frame): Uint8Array {
  const statusLine = frame.statusLine ?? `HTTP/1.1 ${response.status} ${reasonOf(response)}`
  const headers = [
    ...titled(response).filter(([name]) => name !== 'Content-Length'),
    ...framingHeaders(response, bodyBytes, frame),
    ['Connection', 'close'] as const,
  ]
  const lines = headers.map(
    ([name, value]) => `${frame.headerCase === 'lower' ? name.toLowerCase() : name}: ${value}`,
  )
  return new TextEncoder().encode([statusLine, ...lines, '', ''].join('\r\n'))
}

function framingHeaders(
  response: Response,
  bodyBytes: number,
  frame: Frame,
): readonly HeaderPair[] {
  const coding: readonly HeaderPair[] =
    frame.chunked === true ? [['Transfer-Encoding', 'chunked']] : []
  if (frame.contentLength === 'omit') return coding
  if (frame.contentLength === undefined && frame.chunked === true) return coding
  const stated = response.headers.get('Content-Length') ?? String(bodyBytes)
  return [...coding, ['Content-Length', String(frame.contentLength ?? stated)]]
}

function* formatChunks(body: Uint8Array, whole: boolean): Iterable<Uint8Array> {
  const encoder = new TextEncoder()
  for (let from = 0; from < body.length; from += chunkBytes) {
    const part = body.subarray(from, from + chunkBytes)
    yield encoder.encode(`${part.length.toString(16)}\r\n`)
    yield part
    yield encoder.encode('\r\n')
  }
  if (whole) yield encoder.encode('0\r\n\r\n')
}

function reasonOf(response: Response): string {
  return response.statusText === '' ? (STATUS_CODES[response.status] ?? '') : response.statusText
}

/** A `Headers` keeps names in lower case; servers of the time wrote `Content-Type`. */
function titled(response: Response): readonly HeaderPair[] {
  return [...response.headers].map(([name, value]) => [
    name
      .replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase())
      .replace(/^Www-/, 'WWW-')
      .replace(/^Etag$/, 'ETag'),
    value,
  ])
}
