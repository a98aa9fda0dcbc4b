/** Conversations over sockets and in memory, with servers that keep to them and that do not. */
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { Duplex } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createSocketPair } from '../../src/adapters/in-memory-socket.ts'
import { createTcpTalk } from '../../src/adapters/tcp-talk.ts'
import type { TcpOutcome, TcpTurn } from '../../src/handset/ports.ts'

const octets = (text: string) => new TextEncoder().encode(text)
const send = (text: string): TcpTurn => ({ kind: 'send', octets: octets(text) })
const line = (text: string): TcpTurn => ({ kind: 'line', text })
const these = (...values: readonly number[]): TcpTurn => ({
  kind: 'octets',
  octets: Uint8Array.from(values),
})

type Serve = (connection: Duplex) => void

const limits = { octetsMax: 64, totalMsMax: 400 }

/** In memory, or over a socket of loopback. */
const ways = {
  'in memory': async (serve: Serve, turns: readonly TcpTurn[]) => {
    const connect = () => {
      const [near, far] = createSocketPair()
      far.on('error', () => far.destroy())
      serve(far)
      return near
    }
    return createTcpTalk({ connect, limits }).talk({ host: 'ota.test', port: 5011, turns })
  },
  'over a socket': async (serve: Serve, turns: readonly TcpTurn[]) => {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy())
      serve(socket)
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    return createTcpTalk({ limits }).talk({ host: '127.0.0.1', port, turns })
  },
} as const

/** What comes until there are so many octets of it. */
const until = (count: number): TcpTurn => ({
  kind: 'until',
  isAll: (heard) => heard.length >= count,
})

function told({ sent, received, ...rest }: TcpOutcome) {
  const text = (part: Uint8Array) => Buffer.from(part).toString('latin1')
  return { ...rest, sent: text(sent), received: text(received) }
}

/** Says this once something was heard. */
const answering =
  (...chunks: readonly string[]): Serve =>
  (connection) =>
    connection.once('data', () => {
      for (const chunk of chunks) connection.write(chunk)
    })

describe.each(Object.entries(ways))('a conversation %s', (_, talk) => {
  it('goes turn by turn, however the octets come', async () => {
    const turns = [send('HELLO 1.2.0\r\n'), line('WELCOME'), send('BYE\r\n'), these(1, 2)]
    const outcome = await talk(answering('WEL', 'COME you\r\n\u0001', '\u0002'), turns)
    expect(told(outcome)).toEqual({
      kind: 'held',
      sent: 'HELLO 1.2.0\r\nBYE\r\n',
      received: 'WELCOME you\r\n\u0001\u0002',
    })
  })

  it('is held when all was said, though nothing is waited for', async () => {
    const heard: string[] = []
    const serve: Serve = (connection) => connection.on('data', (chunk) => heard.push(String(chunk)))
    expect(told(await talk(serve, [send('HERE')]))).toEqual({
      kind: 'held',
      sent: 'HERE',
      received: '',
    })
  })

  it('takes whatever comes until that is all, and what comes then is of the next turn', async () => {
    const turns = [send('A'), until(3), send('B'), these(1)]
    expect(told(await talk(answering('ab', 'cd', '\u0001'), turns.slice(0, 2)))).toMatchObject({
      kind: 'held',
      sent: 'A',
      received: expect.stringMatching(/^abcd/),
    })
    const twice: Serve = (connection) =>
      connection.on('data', (chunk) => connection.write(String(chunk) === 'A' ? 'abcd' : '\u0001'))
    expect(told(await talk(twice, turns))).toEqual({
      kind: 'held',
      sent: 'AB',
      received: 'abcd\u0001',
    })
    expect(told(await talk(answering('a'), [send('A'), until(2)]))).toMatchObject({
      kind: 'failure',
      failure: { cause: 'timeout' },
      received: 'a',
    })
  })

  it('is contradicted by another line, and by other octets', async () => {
    const byLine = await talk(answering('GO AWAY\r\n'), [send('A'), line('WELCOME')])
    expect(told(byLine)).toEqual({
      kind: 'contradicted',
      detail: String.raw`Unexpected "GO AWAY\\r\\n", expected "WELCOME"`,
      sent: 'A',
      received: 'GO AWAY\r\n',
    })
    const byOctets = await talk(answering('\u0007\u0008'), [send('A'), these(6)])
    expect(byOctets).toMatchObject({
      kind: 'contradicted',
      detail: String.raw`Unexpected "\\x07", expected "\\x06"`,
    })
  })

  it('fails where the server closes it early, says nothing, or too much', async () => {
    const early = await talk(
      (connection) => connection.once('data', () => connection.end('WEL')),
      [send('A'), line('WELCOME')],
    )
    expect(told(early)).toEqual({
      kind: 'failure',
      failure: { cause: 'truncated', detail: 'the server closed the connection at turn 2 of 2' },
      sent: 'A',
      received: 'WEL',
    })
    const silent = await talk((connection) => void connection.resume(), [send('A'), line('B')])
    expect(silent).toMatchObject({
      kind: 'failure',
      failure: {
        cause: 'timeout',
        detail: 'not over after totalMsMax, 400 ms, at turn 2 of 2',
      },
    })
    const endless = await talk(answering('x'.repeat(100)), [send('A'), line('B')])
    expect(endless).toMatchObject({
      kind: 'failure',
      failure: { cause: 'limit', detail: 'more than octetsMax, 64 octets, came back' },
    })
    expect(endless.received).toHaveLength(64)
  })
})

it('is refused where nobody listens', async () => {
  const outcome = await createTcpTalk().talk({ host: '127.0.0.1', port: 9, turns: [send('A')] })
  expect(told(outcome)).toEqual({
    kind: 'failure',
    failure: { cause: 'refused', detail: 'connect ECONNREFUSED 127.0.0.1:9' },
    sent: 'A',
    received: '',
  })
})

it('ends in an outcome, whatever a server says', async () => {
  const talk = ways['in memory']
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 100 }), fc.boolean(), async (said, closes) => {
      const outcome = await talk(
        (connection) =>
          connection.once('data', () => {
            connection.write(said)
            connection.end(closes ? undefined : '\n\u0001')
          }),
        [send('A'), line('B'), these(1)],
      )
      expect(['held', 'contradicted', 'failure']).toContain(outcome.kind)
      expect(outcome.received.length).toBeLessThanOrEqual(64)
    }),
    { numRuns: 200 },
  )
})
