/** The reference on `node:http`: on a port, or on connections that are handed to it. */
import { once } from 'node:events'
import http, { STATUS_CODES } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { UsageError } from '../errors.ts'
import { frameOf } from './frame.ts'
import { linksAt } from './offers.ts'
import type { Links } from './offers.ts'
import { readRequest } from './read-request.ts'
import type { Reference } from './reference.ts'
import type { HeaderPair } from './respond.ts'
import { transmitFramed, transmitPlain } from './transmit.ts'

export interface ServerLimits {
  readonly requestHeadBytesMax: number
  readonly connectionsMax: number
  /** A head that is not whole by then is answered 408. */
  readonly headMsMax: number
  readonly requestMsMax: number
  readonly keepAliveMs: number
  /** Neither side said anything for so long: the connection is cut. Ends answers that hang. */
  readonly idleMsMax: number
  /** How often heads and requests are looked at. */
  readonly checkEveryMs: number
}

const defaultLimits: ServerLimits = {
  requestHeadBytesMax: 16_384,
  connectionsMax: 512,
  headMsMax: 10_000,
  requestMsMax: 30_000,
  keepAliveMs: 30_000,
  idleMsMax: 120_000,
  checkEveryMs: 5_000,
}

type OnAnswer = (request: Request, status: number) => void

export interface ServerOptions {
  /** Names this server to HTTP/1.0 requests without `Host`; the reference's own origin unless told. */
  readonly fallbackOrigin?: () => string
  /** Hears of every answer before it is sent. */
  readonly onAnswer?: OnAnswer
  readonly limits?: Partial<ServerLimits>
}

/** Not listening yet: give it connections with `server.emit('connection', duplex)`, or listen. */
export function createServer(reference: Reference, options: ServerOptions = {}): Server {
  const limits = { ...defaultLimits, ...options.limits }
  const ordinals = new WeakMap<Duplex, number>()
  const server = http.createServer(
    {
      maxHeaderSize: limits.requestHeadBytesMax,
      headersTimeout: limits.headMsMax,
      requestTimeout: limits.requestMsMax,
      keepAliveTimeout: limits.keepAliveMs,
      connectionsCheckingInterval: limits.checkEveryMs,
    },
    (message, out) => {
      const ordinal = (ordinals.get(message.socket) ?? 0) + 1
      ordinals.set(message.socket, ordinal)
      const fallbackOrigin = options.fallbackOrigin?.() ?? reference.origin
      const { onAnswer } = options
      answer(reference, message, out, { fallbackOrigin, ordinal, onAnswer }).catch(
        (defect: unknown) => {
          admitDefect(out, defect)
        },
      )
    },
  )
  server.maxConnections = limits.connectionsMax
  server.timeout = limits.idleMsMax
  server.on('clientError', refuseGarbage)
  return server
}

async function answer(
  reference: Reference,
  message: IncomingMessage,
  out: ServerResponse,
  place: {
    readonly fallbackOrigin: string
    readonly ordinal: number
    readonly onAnswer: OnAnswer | undefined
  },
): Promise<void> {
  const reading = await readRequest(message, place)
  if (reading.kind === 'gone') return
  if (reading.kind === 'refused') {
    refuse(out, reading.status)
    return
  }
  const response = await reference.answer(reading.request)
  place.onAnswer?.(reading.request, response.status)
  const frame = frameOf(response)
  if (frame === undefined) {
    await transmitPlain(response, out, { bodiless: message.method === 'HEAD' })
  } else {
    await transmitFramed(response, message.socket, { ...frame, now: reference.now })
  }
}

function refuse(out: ServerResponse, status: number): void {
  out.sendDate = false
  out.writeHead(status, ['Connection', 'close', 'Content-Length', '0'])
  out.end()
}

/** Nothing that a client sends leads here: the client is told, so that a trace shows our defect. */
function admitDefect(out: ServerResponse, defect: unknown): void {
  if (out.headersSent) {
    out.destroy()
    return
  }
  const sentence = new TextEncoder().encode(`Defect of the reference: ${String(defect)}\n`)
  out.sendDate = false
  const headers: readonly HeaderPair[] = [
    ['Content-Type', 'text/plain;charset=UTF-8'],
    ['Content-Length', String(sentence.length)],
    ['Connection', 'close'],
  ]
  out.writeHead(500, headers.flat())
  out.end(sentence)
}

const garbageStatuses: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
}

function refuseGarbage(error: NodeJS.ErrnoException, connection: Duplex): void {
  if (!connection.writable || error.code === 'ECONNRESET') {
    connection.destroy()
    return
  }
  const status = garbageStatuses[error.code ?? ''] ?? 400
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`
  connection.end(head, () => connection.destroy())
}

export interface Listening {
  /** Scheme, host and port it can be reached at. */
  readonly origin: string
  /** Where a handset can start. */
  readonly links: Links
  /** Cuts every connection. */
  close(): Promise<void>
}

/**
 * @param place.port 0 for any that is free
 * @throws UsageError `reference/cannot-listen`
 */
export async function listen(
  reference: Reference,
  place: Omit<ServerOptions, 'fallbackOrigin'> & {
    readonly host: '127.0.0.1'
    readonly port: number
  },
): Promise<Listening> {
  const originOf = (port: number): string => `http://${place.host}:${port}`
  const server = createServer(reference, {
    ...place,
    fallbackOrigin: () => originOf(portOf(server)),
  })
  server.listen(place.port, place.host)
  await once(server, 'listening').catch((cause: unknown) => {
    throw new UsageError('reference/cannot-listen', `Cannot listen on ${originOf(place.port)}`, {
      hint: 'Choose another port, or 0 for any that is free.',
      cause,
    })
  })
  const origin = new URL(originOf(portOf(server))).origin
  return { origin, links: linksAt(origin), close: () => closeServer(server) }
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed
}
