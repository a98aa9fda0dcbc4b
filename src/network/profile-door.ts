/**
 * The host of UAProf documents on a socket of loopback. A document lies below the name of the host that its maker has it on:
 * `http://127.0.0.1:8619/nds1.nds.nokia.com/uaprof/N95r100.xml`. A server that uses it as its proxy asks for the URL itself.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { UsageError } from '../errors.ts'
import { httpLimits } from './http/http-limits.ts'
import type { ProfileHost } from './profile-host.ts'

export interface ProfileDoor {
  readonly port: number
  /** Where the document of this URL is found here. */
  addressOf(url: string): string
  /** From now on it is this host that answers; leaving it, nobody does. */
  join(host: ProfileHost): () => void
  close(): Promise<void>
}

const loopback = '127.0.0.1'
const usualPort = 8619
const agentMax = 200

/**
 * @param port none: the usual one, or any where that is taken
 * @throws UsageError `network/cannot-listen`
 */
export async function openProfileDoor(port?: number): Promise<ProfileDoor> {
  let host: ProfileHost | undefined
  const server = createServer(
    {
      requestTimeout: httpLimits.requestMsMax,
      headersTimeout: httpLimits.requestMsMax,
      maxHeaderSize: httpLimits.headBytesMax,
      connectionsCheckingInterval: 1000,
    },
    (request, response) => answer(request, response, host),
  )
  server.maxConnections = httpLimits.connectionsMax
  const open = await listenAt(server, port)
  return {
    port: open,
    addressOf: (url) => `http://${loopback}:${open}/${url.replace(/^https?:\/\//, '')}`,
    join(joined) {
      host = joined
      return () => {
        if (host === joined) host = undefined
      }
    },
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

async function listenAt(server: Server, port: number | undefined): Promise<number> {
  if (port !== undefined) return listen(server, port)
  try {
    return await listen(server, usualPort)
  } catch (error) {
    if (error instanceof UsageError) return listen(server, 0)
    throw error
  }
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, loopback)
  // It ends with the run, even where nobody closes it.
  server.unref()
  await once(server, 'listening').catch((cause: unknown) => {
    throw new UsageError('network/cannot-listen', `Cannot listen on ${loopback}:${port}`, {
      hint: 'Choose another port, or 0 for any that is free.',
      cause,
    })
  })
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : port
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  host: ProfileHost | undefined,
): void {
  const { method = '', url: target = '', headers, socket } = request
  if (method !== 'GET' && method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD', 'Content-Length': 0 }).end()
    return
  }
  const by = (headers['user-agent'] ?? 'somebody without a name').slice(0, agentMax)
  const url = /^https?:\/\//i.test(target) ? target : `http:/${target}`
  const reply = host?.ask({ url, by }) ?? { kind: 'cut' }
  if (reply.kind === 'silence') return
  if (reply.kind === 'cut') {
    socket.destroy()
    return
  }
  const { status, contentType, octets } = reply
  response.writeHead(status, { 'Content-Type': contentType, 'Content-Length': octets.length })
  response.end(method === 'HEAD' ? undefined : octets)
}
