/** Servers that say exactly what a test wants, octet by octet, over loopback or in memory. */
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { Duplex } from 'node:stream'
import { createHttpUndici } from '../../src/adapters/http-undici.ts'
import type { HttpUndiciOptions } from '../../src/adapters/http-undici.ts'
import { createSocketPair } from '../../src/adapters/in-memory-socket.ts'
import type { Http, HttpOutcome, HttpRequest } from '../../src/handset/ports.ts'
import type { ExchangeFailure } from '../../src/trace/events.ts'

/** One side of a dialogue; `ordinal` counts connections from 1. */
export type Script = (connection: Duplex, ordinal: number) => void

export interface Arm {
  readonly http: Http
  /** `ota.test`, with a port on loopback. */
  readonly host: string
  /** Connections that were opened. */
  readonly connections: () => number
  close(): Promise<void>
}

export type OpenArm = (script: Script, limits?: HttpUndiciOptions['limits']) => Promise<Arm>

export const arms: readonly (readonly [name: string, open: OpenArm])[] = [
  ['over loopback', openLoopback],
  ['in memory', openInMemory],
]

export async function openLoopback(
  script: Script,
  limits?: HttpUndiciOptions['limits'],
): Promise<Arm> {
  let opened = 0
  const open = new Set<Duplex>()
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (connection) => {
    open.add(connection)
    connection.on('error', ignoreBreak)
    opened += 1
    script(connection, opened)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const hosts = new Map([['ota.test', '127.0.0.1']])
  const http = createHttpUndici(limits === undefined ? { hosts } : { hosts, limits })
  return {
    http,
    host: `ota.test:${port}`,
    connections: () => opened,
    async close() {
      await http.close()
      for (const connection of open) connection.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

async function openInMemory(script: Script, limits?: HttpUndiciOptions['limits']): Promise<Arm> {
  let opened = 0
  const connect = (_host: string, _port: number, inFlightBytesMax?: number): Duplex => {
    const [near, far] = createSocketPair(inFlightBytesMax)
    far.on('error', ignoreBreak)
    opened += 1
    script(far, opened)
    return near
  }
  const http = createHttpUndici(limits === undefined ? { connect } : { connect, limits })
  return { http, host: 'ota.test', connections: () => opened, close: () => http.close() }
}

/** The client may break the connection off whenever it likes. */
function ignoreBreak(): void {}

export function get(host: string, change: Partial<HttpRequest> = {}): HttpRequest {
  return {
    method: 'GET',
    url: `http://${host}/demo.jad`,
    form: 'origin',
    version: '1.1',
    headers: [['User-Agent', 'Strict/1.0']],
    framing: 'length',
    connection: 'keep-alive',
    ...change,
  }
}

/** Calls back with every request, told apart by its blank line; bodies must come with it. */
export function onRequest(connection: Duplex, answer: (request: string, n: number) => void): void {
  let n = 0
  let heard = ''
  connection.on('data', (chunk: Uint8Array) => {
    heard += Buffer.from(chunk).toString('latin1')
    const end = heard.indexOf('\r\n\r\n')
    if (end === -1) return
    n += 1
    const request = heard
    heard = ''
    answer(request, n)
  })
}

/** Says this to the first request, then nothing. */
export function answering(text: string): Script {
  return (connection) => onRequest(connection, () => connection.write(text, 'latin1'))
}

/** Says this to the first request, then closes. */
export function answeringThenClosing(text: string): Script {
  return (connection) => onRequest(connection, () => connection.end(text, 'latin1'))
}

/** Says this, one octet in each turn of the event loop, then closes. */
export function dripping(text: string): Script {
  return (connection) =>
    onRequest(connection, () => {
      const octets = Buffer.from(text, 'latin1')
      let at = 0
      const next = (): void => {
        if (connection.destroyed) return
        if (at === octets.length) {
          connection.end()
          return
        }
        connection.write(octets.subarray(at, at + 1))
        at += 1
        setImmediate(next)
      }
      next()
    })
}

/** Says the beginning, then the rest again and again for as long as anybody reads. */
export function endless(beginning: string, again: string, sample: () => void): Script {
  return (connection) =>
    onRequest(connection, () => {
      const piece = Buffer.from(again, 'latin1')
      connection.write(beginning, 'latin1')
      const more = (): void => {
        while (!connection.destroyed && connection.write(piece));
        sample()
        if (!connection.destroyed) connection.once('drain', () => setImmediate(more))
      }
      more()
    })
}

export interface Brief {
  readonly failure?: ExchangeFailure
  readonly status?: number
  readonly body?: string
}

/** An outcome in short: what a table row can state whole. */
export function brief(outcome: HttpOutcome): Brief {
  const response = outcome.response
  return {
    ...(outcome.kind === 'failure' && { failure: outcome.failure }),
    ...(response && { status: response.status, body: latin1(response.body) }),
  }
}

export function latin1(octets: Uint8Array): string {
  return Buffer.from(octets).toString('latin1')
}
