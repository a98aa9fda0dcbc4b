/** A server of HTTP on loopback for the bearers that servers post to. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { UsageError } from '../../errors.ts'
import { escapeText } from '../../wire/escape.ts'
import type { BearerParts, OpenBearer } from '../bearer.ts'
import { Meter } from '../smsc/meter.ts'
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
  readonly parts: BearerParts
  readonly limits: HttpLimits
  /** Total: every request has an answer. */
  readonly answer: (asked: Asked) => Reply
  /** What a bearer says where a limit is reached or HTTP itself is broken. */
  readonly refuse: (status: 400 | 413 | 429) => Reply
}

/** @throws UsageError `network/cannot-listen` */
export async function openHttpDoor(door: Door): Promise<OpenBearer> {
  const { parts, limits } = door
  const { requestMsMax: requestTimeout, headBytesMax: maxHeaderSize } = limits
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
  server.maxConnections = limits.connectionsMax
  server.on('drop', () => {
    porter.tell('peer.refused', undefined, `${limits.connectionsMax} connections (connectionsMax)`)
  })
  server.on('clientError', (error: Error, socket: Socket) => porter.cut(error, socket))
  server.listen(parts.port, parts.host)
  await once(server, 'listening').catch((cause: unknown) => {
    const place = `${parts.host}:${parts.port}`
    throw new UsageError('network/cannot-listen', `Cannot listen on ${place}`, {
      hint: 'Choose another port, or 0 for any that is free.',
      cause,
    })
  })
  const port = portOf(server)
  return {
    port,
    address: `http://${parts.host}:${port}/`,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

class Porter {
  readonly #door: Door
  readonly #meter: Meter

  constructor(door: Door) {
    this.#door = door
    this.#meter = new Meter(door.limits.requestsPerSecondMax)
  }

  serve(request: IncomingMessage, response: ServerResponse): void {
    const { parts, limits, refuse, answer } = this.#door
    const peer = peerOf(request.socket)
    const chunks: Uint8Array[] = []
    let length = 0
    request.on('data', (chunk: Uint8Array) => {
      length += chunk.length
      if (length <= limits.bodyBytesMax) chunks.push(chunk)
      else if (!response.headersSent) {
        this.tell('request.refused', peer, `body over ${limits.bodyBytesMax} octets (bodyBytesMax)`)
        response.setHeader('Connection', 'close')
        send(response, refuse(413))
      }
    })
    request.on('error', (error) => this.tell('peer.gone', peer, error.message))
    request.on('end', () => {
      if (response.headersSent) return
      if (!this.#meter.take('', parts.clock.now())) {
        const most = `${limits.requestsPerSecondMax} a second (requestsPerSecondMax)`
        this.tell('request.refused', peer, most)
        send(response, refuse(429))
        return
      }
      const { method = '', url: target = '', headers } = request
      const asked = {
        method,
        target,
        contentType: headers['content-type'] ?? '',
        authorization: headers.authorization,
        body: new Uint8Array(Buffer.concat(chunks)),
        peer,
      }
      send(response, answer(asked))
    })
  }

  /** What is not HTTP, or does not come to its end in time. */
  cut(error: Error, socket: Socket): void {
    const { refuse } = this.#door
    this.tell('peer.cut', peerOf(socket), escapeText(error.message))
    if (!socket.writable) {
      socket.destroy()
      return
    }
    const { status, body } = refuse(400)
    const head = `HTTP/1.1 ${status} Bad Request\r\nContent-Length: ${Buffer.byteLength(body)}\r\n`
    socket.end(`${head}Connection: close\r\n\r\n${body}`)
  }

  tell(what: string, peer: string | undefined, detail: string): void {
    const { parts, teller } = this.#door
    parts.log({ at: parts.clock.now(), teller, what, peer, messageId: undefined, detail })
  }
}

function send(response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) })
  response.end(body)
}

function peerOf({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress ?? 'gone'}:${remotePort ?? 0}`
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
