import { once } from 'node:events'
import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { fetchProfile } from '../../src/adapters/profile-fetch.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close()
    server.closeAllConnections()
  }
})

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/a.xml`
}

const bounds = { msMax: 5000, bytesMax: 10 }

describe('a UAProf document is fetched', () => {
  it('whole, up to the limit of octets', async () => {
    const url = await serve((_, response) => response.end('0123456789'))
    const octets = new TextEncoder().encode('0123456789')
    expect(await fetchProfile(url, bounds)).toEqual({ kind: 'document', octets })
  })

  it.each([
    [
      'is longer than that',
      (_, response) => response.end('0123456789a'),
      'it is longer than 10 octets (uaprofBytesMax)',
    ],
    ['is not there', (_, response) => response.writeHead(404).end('none'), 'HTTP status 404'],
    [
      'is said to be elsewhere',
      (_, response) => response.writeHead(302, { Location: '/b' }).end(),
      'HTTP status 302',
    ],
    [
      'is cut in the middle',
      (_, response) => {
        response.writeHead(200, { 'Content-Length': 8 }).write('0123')
        setImmediate(() => response.destroy())
      },
      'the connection failed: aborted',
    ],
    [
      'never comes because the connection ends',
      (request) => request.socket.destroy(),
      'the connection failed: socket hang up',
    ],
  ] satisfies readonly (readonly [string, RequestListener, string])[])(
    'not at all where it %s',
    async (_, listener, reason) => {
      const fetched = await fetchProfile(await serve(listener), bounds)
      expect(fetched).toEqual({ kind: 'nothing', reason })
    },
  )

  it.each([
    ['says nothing', () => {}],
    ['says a little now and then', (_, response) => void response.writeHead(200).write('0')],
  ] satisfies readonly (readonly [string, RequestListener])[])(
    'no longer than the limit of time where the host %s',
    async (_, listener) => {
      const url = await serve(listener)
      const reason = 'it did not come within 50 ms (msMax)'
      expect(await fetchProfile(url, { ...bounds, msMax: 50 })).toEqual({ kind: 'nothing', reason })
    },
  )

  it.each([
    'http://nds1.nds.nokia.com/uaprof/NN95-1r100.xml',
    'http://127.0.0.1.example/a.xml',
    'http://169.254.169.254/latest/meta-data',
    'https://127.0.0.1/a.xml',
    'file:///etc/passwd',
  ])('from nobody but loopback: not from %s', async (url) => {
    const reason = 'it is not on loopback by http, and nobody else is asked'
    expect(await fetchProfile(url, bounds)).toEqual({ kind: 'nothing', reason })
  })

  it('from nowhere where nobody listens', async () => {
    const url = await serve(() => {})
    for (const server of servers) server.close()
    const { port } = new URL(url)
    const reason = `the connection failed: connect ECONNREFUSED 127.0.0.1:${port}`
    expect(await fetchProfile(url, bounds)).toEqual({ kind: 'nothing', reason })
  })
})
