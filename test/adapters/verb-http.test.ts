import { once } from 'node:events'
import { createServer as createSecureServer } from 'node:https'
import { createServer } from 'node:net'
import type { Socket } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createVerbHttp } from '../../src/adapters/verb-http.ts'
import type { VerbAnswer, VerbRequest } from '../../src/target/verbs/ports.ts'
import {
  serverCertificate,
  serverFiles,
  serverIssuer,
  serverRoot,
} from '../../src/test-authority/servers.ts'

/** Asks a server that says what the test wants; also what it heard. */
async function ask(
  script: (socket: Socket) => void,
  change: Partial<VerbRequest> = {},
): Promise<{ readonly answer: VerbAnswer; readonly heard: string }> {
  const sockets = new Set<Socket>()
  let heard = ''
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('data', (chunk) => (heard += String(chunk)))
    socket.once('data', () => script(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const http = createVerbHttp()
  onTestFinished(async () => {
    await http.close()
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const url = `http://127.0.0.1:${port}/admin`
  const answer = await http.ask({
    method: 'POST',
    url,
    headers: [['X-Key', 'abc']],
    body: new TextEncoder().encode('a=1'),
    timeoutMs: 5000,
    ...change,
  })
  return { answer, heard }
}

describe('a request of the operator', () => {
  it('is sent whole, and its answer comes back as it is', async () => {
    const { answer, heard } = await ask((socket) =>
      socket.end('HTTP/1.1 302 Elsewhere\r\nLocation: /b\r\nContent-Length: 2\r\n\r\nhi'),
    )
    expect(answer).toEqual({
      kind: 'answer',
      status: 302,
      reason: 'Elsewhere',
      body: new TextEncoder().encode('hi'),
    })
    expect(heard).toMatch(/^POST \/admin HTTP\/1\.1\r\n[^]*X-Key: abc\r\n[^]*\r\n\r\na=1$/)
  })

  it.each([
    ['garbage', (socket: Socket) => socket.end('\u0000\u0001 no HTTP\r\n\r\n'), 'malformed'],
    ['a close without a word', (socket: Socket) => socket.end(), 'malformed'],
    [
      'a head without end',
      (socket: Socket) => void pour(socket, 'HTTP/1.1 200 OK\r\n', `A: ${'a'.repeat(1000)}\r\n`),
      'limit',
    ],
    [
      'a body without end',
      (socket: Socket) => void pour(socket, 'HTTP/1.1 200 OK\r\n\r\n', 'a'.repeat(10_000)),
      'limit',
    ],
  ])('that meets %s ends in a named way', async (_, script, cause) => {
    const { answer } = await ask(script)
    expect(answer).toMatchObject({ kind: 'failure', cause })
  })

  it('that nobody answers ends after its time', async () => {
    const { answer } = await ask(() => undefined, { timeoutMs: 100 })
    expect(answer).toEqual({
      kind: 'failure',
      cause: 'timeout',
      detail: 'no whole answer in 100 ms',
    })
  })

  it.each([
    [
      'whose issuer nobody knows here',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      [serverCertificate('127.0.0.1')],
    ],
    [
      'whose key is too weak for today',
      'UNSPECIFIED',
      [serverCertificate('127.0.0.1'), serverIssuer, serverRoot],
    ],
  ] as const)('over https is said to nobody %s', async (_, code, chain) => {
    const requests: unknown[] = []
    const server = createSecureServer(
      { ...serverFiles(chain), ciphers: 'DEFAULT@SECLEVEL=0' },
      (request) => requests.push(request.headers),
    )
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const { answer } = await ask(() => undefined, { url: `https://127.0.0.1:${port}/` })
    expect(answer).toMatchObject({ kind: 'failure', cause: 'untrusted' })
    expect(answer.kind === 'failure' && answer.detail).toContain(`(${code})`)
    expect(requests).toEqual([])
  })

  it('to a port where nobody listens was never heard', async () => {
    const { answer } = await ask(() => undefined, { url: 'http://127.0.0.1:9/' })
    expect(answer).toEqual({
      kind: 'failure',
      cause: 'unreachable',
      detail: 'connect ECONNREFUSED 127.0.0.1:9',
    })
  })
})

/** Writes as fast as it is read, until nobody reads any more. */
async function pour(socket: Socket, head: string, chunk: string): Promise<void> {
  socket.write(head)
  while (!socket.destroyed) {
    if (!socket.write(chunk)) {
      await Promise.race([once(socket, 'drain'), once(socket, 'close')])
    }
  }
}
