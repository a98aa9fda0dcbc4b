/** Servers on loopback that send phones of every platform what no server should: each visit ends with a verdict, none with an error of ours. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { check, prepare } from '../../src/index.ts'

const prepared = await prepare()

const octets = Buffer.alloc(1_048_576, 'and so on ')

/** What comes in place of a descriptor or package. */
const conducts = {
  'more than anyone reads': ({ method }, response) => {
    response.writeHead(200)
    if (method === 'HEAD') return void response.end()
    const send = (error?: Error | null) => {
      if (!error && !response.destroyed) response.write(octets, send)
    }
    send()
  },
  'an encoding that it is not in': (_, response) => {
    response.writeHead(200, { 'Content-Encoding': 'gzip' })
    response.end(octets.subarray(0, 1000))
  },
  'redirects without end': ({ url = '' }, response) => {
    response.writeHead(302, { Location: `${url.replace(/\?.*/, '')}?${Math.random()}` }).end()
  },
  'a head without end': (_, response) => {
    response.writeHead(200, { 'X-Long': 'x'.repeat(200_000) }).end()
  },
  'less than it says': (_, response) => {
    response.writeHead(200, { 'Content-Length': '4000000000' })
    response.write(octets.subarray(0, 500), () => response.socket?.destroy())
  },
  nothing: ({ socket }) => void socket.destroy(),
  'a page that goes on for ever': (_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' })
    response.end(`<meta http-equiv=refresh content="0;url=/${Math.random()}">`)
  },
} satisfies Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>>

const phones = [
  ['nokia-5310', 'demo.jad', 'install/fresh'],
  ['nokia-n95', 'client.sisx', 'native/fresh'],
  ['nokia-6600', 'client.sis', 'native/fresh'],
  ['htc-wizard', 'client.cab', 'native/fresh'],
] as const

describe.each(Object.entries(conducts))('a server that sends %s', (_, conduct) => {
  let server: Server
  let origin: string

  beforeAll(async () => {
    server = createServer((request, response) => {
      response.on('error', () => {})
      conduct(request, response)
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  })

  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  it.each(phones)('is judged by a %s', async (profile, file, scenario) => {
    const url = `${origin}/${file}`
    const { report } = await check({ url, profile, prepared, scenarios: [scenario] })
    expect(['fail', 'inconclusive']).toContain(report.verdict)
    const [played] = report.cases
    expect(played?.error).toBe(undefined)
    expect(played?.events).toBeGreaterThan(0)
    expect(played?.outcome?.kind).not.toBe('installed')
  })
})
