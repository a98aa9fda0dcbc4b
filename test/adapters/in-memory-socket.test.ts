import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Duplex } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createHttpUndici } from '../../src/adapters/http-undici.ts'
import { createSocketPair } from '../../src/adapters/in-memory-socket.ts'
import { get } from './octet-server.ts'

test('carries octets both ways, in order, until each side ends', async () => {
  const [near, far] = createSocketPair()
  near.write('a')
  near.cork()
  near.write('b')
  near.write('c')
  near.uncork()
  near.end('d')
  far.end('answer')
  expect(await Promise.all([text(far), text(near)])).toEqual(['abcd', 'answer'])
})

test('makes a writer wait for a reader that is behind', async () => {
  const [near, far] = createSocketPair()
  const piece = new Uint8Array(65_536)
  let written = 0
  while (near.write(piece, () => (written += 1)) && near.writableLength < 1_000_000);
  near.end(piece)
  expect(written).toBeLessThan(2)
  expect(far.readableLength).toBeLessThanOrEqual(2 * 65_536)
  let read = 0
  for await (const chunk of far) read += sizeOf(chunk)
  expect(read % 65_536).toBe(0)
  expect(near.writableLength).toBe(0)
})

test('ends for the reader when the writer goes, and then breaks for writers', async () => {
  const [near, far] = createSocketPair()
  const heard: unknown[] = []
  far.setEncoding('latin1').on('data', (said) => heard.push(said))
  near.write('last words')
  near.destroy()
  await once(far, 'end')
  expect(heard).toEqual(['last words'])
  far.write('too late')
  const [error] = await once(far, 'error')
  expect(error).toMatchObject({ code: 'EPIPE' })
})

test('resets the connection for the other end', async () => {
  const [near, far] = createSocketPair()
  far.resetAndDestroy()
  const [error] = await once(near, 'error')
  expect(error).toMatchObject({ code: 'ECONNRESET' })
})

test('lets a node:http server serve without a socket', async () => {
  const server = createServer((request, response) => {
    response.sendDate = false
    response.writeHead(200, ['X-Asked', `${request.method} ${request.url}`]).end('hello')
  })
  const http = createHttpUndici({
    connect(): Duplex {
      const [near, far] = createSocketPair()
      server.emit('connection', far)
      return near
    },
  })
  const { response } = await http.exchange(get('ota.test'))
  await http.close()
  expect(response).toMatchObject({
    status: 200,
    headers: [
      ['X-Asked', 'GET /demo.jad'],
      ['Connection', 'keep-alive'],
      ['Keep-Alive', 'timeout=5'],
      ['Transfer-Encoding', 'chunked'],
    ],
    body: new Uint8Array(Buffer.from('hello')),
  })
})

function sizeOf(chunk: unknown): number {
  return chunk instanceof Uint8Array ? chunk.length : 0
}

test('has as little on its way as it is told, however much is written at once', async () => {
  const [near, far] = createSocketPair(100)
  const octets = Uint8Array.from({ length: 950 }, (_, index) => index % 251)
  const gone: number[] = []
  const got: Uint8Array[] = []
  near.write(octets, () => gone.push(sizeOfAll(got)))
  near.end()
  for await (const chunk of far) {
    if (!(chunk instanceof Uint8Array)) continue
    expect(chunk.length).toBeLessThanOrEqual(200)
    got.push(chunk)
  }
  expect(Buffer.concat(got)).toEqual(Buffer.from(octets))
  expect(gone.length).toBe(1)
  expect(gone[0]).toBeGreaterThanOrEqual(750)
})

test('carries every octet once, whatever is on its way and however it was written', async () => {
  const writes = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(writes, fc.integer({ min: 1, max: 200 }), async (chunks, inFlightBytesMax) => {
      const [near, far] = createSocketPair(inFlightBytesMax)
      for (const chunk of chunks) near.write(chunk)
      near.end()
      expect(await buffer(far)).toEqual(Buffer.concat(chunks))
    }),
    { numRuns: 100 },
  )
})

test('tells a writer whose octets are half gone that the reader went', async () => {
  const [near, far] = createSocketPair(100)
  const failed = new Promise((resolve) => near.write(new Uint8Array(500), resolve))
  near.on('error', () => {})
  far.destroy()
  expect(await failed).toMatchObject({ code: 'EPIPE' })
})

function sizeOfAll(chunks: readonly Uint8Array[]): number {
  return chunks.reduce((sum, { length }) => sum + length, 0)
}
