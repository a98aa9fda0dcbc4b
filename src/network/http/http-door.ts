/** A server of HTTP for the bearers that servers post to: on loopback, or on connections that are handed to it. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { UsageError } from '../../errors.ts'
import { escapeText } from '../../wire/escape.ts'
import type { BearerParts, OpenBearer } from '../bearer.ts'
import { Meter } from '../smsc/meter.ts'
import { formatHead, HttpTap } from './http-tap.ts'
import type { HttpLimits } from './http-limits.ts'

export interface Asked {
  readonly method: string
  /** As on the request line. */
  readonly target: string
  readonly contentType: string
  readonly authorization: string | undefined
  readonly body: Uint8Array
  /** Address and port of the other side. */
  readonly peer: string
}

export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface Door {
  readonly teller: string
  readonly parts: Omit<BearerParts, 'host' | 'port'>
  readonly limits: HttpLimits
  /** Total: every request has an answer. */
  readonly answer: (asked: Asked) => Reply
  /** What a bearer says where a limit is reached or HTTP itself is broken. */
  readonly refuse: (status: 400 | 413 | 429) => Reply
  /** What it says where it was understood and can take no more for now. */
  readonly putOff: () => Reply
}

/** One that listens nowhere: it serves the connections that it is given. */
export interface ServedDoor {
  serve(line: Duplex): void
  /** Cuts every connection. */
  close(): void
}

export function serveHttpDoor(door: Door): ServedDoor {
  const server = createDoor(door)
  return {
    serve: (line) => void server.emit('connection', line),
    close: () => server.closeAllConnections(),
  }
}

/** @throws UsageError `network/cannot-listen` */
export async function openHttpDoor(door: Door, place: BearerParts): Promise<OpenBearer> {
  const server = createDoor(door)
  server.listen(place.port, place.host)
  await once(server, 'listening').catch((cause: unknown) => {
    throw new UsageError('network/cannot-listen', `Cannot listen on ${place.host}:${place.port}`, {
      hint: 'Choose another port, or 0 for any that is free.',
      cause,
    })
  })
  const port = portOf(server)
  return {
    port,
    address: `http://${place.host}:${port}/`,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

function createDoor(door: Door): Server {
  const { requestMsMax: requestTimeout, headBytesMax: maxHeaderSize, connectionsMax } = door.limits
  const porter = new Porter(door)
  const server = createServer(
    {
      requestTimeout,
      headersTimeout: requestTimeout,
      maxHeaderSize,
      connectionsCheckingInterval: 1000,
    },
    (request, response) => porter.serve(request, response),
  )
  server.maxConnections = connectionsMax
  server.on('drop', () => {
    porter.tell('peer.refused', undefined, `${connectionsMax} connections (connectionsMax)`)
  })
  server.on('connection', (line: Duplex) => porter.admit(line))
  server.on('clientError', (error: Error, line: Duplex) => porter.cut(error, line))
  return server
}

class Porter {
  readonly #door: Door
  readonly #meter: Meter
  readonly #tap: HttpTap

  constructor(door: Door) {
    this.#door = door
    this.#meter = new Meter(door.limits.requestsPerSecondMax)
    this.#tap = new HttpTap(door.teller, door.parts.tap)
  }

  admit(line: Duplex): void {
    this.#tap.listen(line)
  }

  serve(request: IncomingMessage, response: ServerResponse): void {
    const { limits, refuse } = this.#door
    const peer = peerOf(request.socket)
    const chunks: Uint8Array[] = []
    let length = 0
    request.on('data', (chunk: Uint8Array) => {
      length += chunk.length
      if (length <= limits.bodyBytesMax) chunks.push(chunk)
      else if (!response.headersSent) {
        this.tell('request.refused', peer, `body over ${limits.bodyBytesMax} octets (bodyBytesMax)`)
        response.shouldKeepAlive = false
        this.#send(request, response, refuse(413))
      }
    })
    request.on('error', (error) => this.tell('peer.gone', peer, error.message))
    request.on('end', () => {
      if (response.headersSent) return
      const { method = '', url: target = '', headers } = request
      this.#answer(request, response, {
        method,
        target,
        contentType: headers['content-type'] ?? '',
        authorization: headers.authorization,
        body: new Uint8Array(Buffer.concat(chunks)),
        peer,
      })
    })
  }

  #answer(request: IncomingMessage, response: ServerResponse, asked: Asked): void {
    const { parts, limits, refuse, putOff, answer } = this.#door
    this.#tap.hear(request.socket)
    const act = parts.script?.strike('post')
    if (act === 'lose-request') {
      request.socket.destroy()
      return
    }
    const isFree = this.#meter.take('', parts.clock.now())
    if (!isFree || act === 'throttle') {
      const most = isFree ? 'by the scenario' : `${limits.requestsPerSecondMax} a second`
      this.tell('request.refused', asked.peer, `${most} (requestsPerSecondMax)`)
      this.#send(request, response, refuse(429))
      return
    }
    const reply = act === 'queue-full' ? putOff() : answer(asked)
    if (act === 'lose-response') request.socket.destroy()
    else this.#send(request, response, reply)
  }

  /** What is not HTTP, or does not come to its end in time; whoever listens has heard it by then. */
  cut(error: Error, line: Duplex): void {
    queueMicrotask(() => this.#cut(error, line))
  }

  #cut(error: Error, line: Duplex): void {
    const { refuse } = this.#door
    this.tell('peer.cut', peerOf(line), escapeText(error.message))
    if (!line.writable) {
      line.destroy()
      return
    }
    const { status, body } = refuse(400)
    const octets = Buffer.from(body)
    const head = formatHead(`HTTP/1.1 ${status} Bad Request`, [
      ['Content-Length', String(octets.length)],
      ['Connection', 'close'],
    ])
    const whole = Buffer.concat([head, octets])
    this.#tap.hear(line)
    this.#tap.say(line, whole)
    line.end(whole)
  }

  tell(what: string, peer: string | undefined, detail: string): void {
    const { parts, teller } = this.#door
    parts.log({ at: parts.clock.now(), teller, what, peer, messageId: undefined, detail })
  }

  /** Every field is written here, and the date is that of the clock: what is sent is known to its last octet. */
  #send(request: IncomingMessage, response: ServerResponse, reply: Reply): void {
    const { clock, startsAtMs } = this.#door.parts
    const octets = Buffer.from(reply.body)
    this.#tap.hear(request.socket)
    const fields = [
      ...Object.entries(reply.headers),
      ['Content-Length', String(octets.length)],
      ['Date', new Date(startsAtMs + clock.now()).toUTCString()],
      ['Connection', response.shouldKeepAlive ? 'keep-alive' : 'close'],
    ] as const
    response.sendDate = false
    response.writeHead(reply.status, fields.flat())
    response.end(octets)
    const line = `HTTP/1.1 ${reply.status} ${response.statusMessage}`
    this.#tap.say(request.socket, Buffer.concat([formatHead(line, fields), octets]))
  }
}

function peerOf(line: Duplex): string {
  const address = 'remoteAddress' in line ? line.remoteAddress : undefined
  const port = 'remotePort' in line ? line.remotePort : undefined
  return typeof address === 'string' && typeof port === 'number' ? `${address}:${port}` : 'gone:0'
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** Name and password of the Basic scheme (RFC 7617). */
export function basicCredentials(
  authorization: string | undefined,
): { readonly name: string; readonly password: string } | undefined {
  const [, encoded] = /^Basic ([A-Za-z0-9+/=]{1,1000})$/i.exec(authorization ?? '') ?? []
  if (encoded === undefined) return undefined
  const [name = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':')
  return rest.length === 0 ? undefined : { name, password: rest.join(':') }
}
