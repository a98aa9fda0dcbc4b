/** Handshakes with servers of OpenSSL, as Node has it, in memory; and with what is no server of TLS. */
import { createServer } from 'node:tls'
import type { TlsOptions } from 'node:tls'
import type { Duplex } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { createSocketPair } from '../../src/adapters/in-memory-socket.ts'
import { createTcpTalk } from '../../src/adapters/tcp-talk.ts'
import { securePlaces, shakeHands } from '../../src/run/handshakes.ts'
import type { Target } from '../../src/target/target.ts'
import { writeCertificate } from '../../src/test-authority/certificate-writer.ts'
import {
  serverCertificate,
  serverFiles,
  serverIssuer,
  serverRoot,
} from '../../src/test-authority/servers.ts'
import { parseCertificate } from '../../src/wire/certificate.ts'
import type { ExchangeFailure, TraceFact } from '../../src/trace/events.ts'

const host = 'ota.test'
const chain = [serverCertificate(host), serverIssuer] as const
const sent = chain.map(writeCertificate)

interface Play {
  readonly url?: string
  readonly today?: () => number
  readonly tls?: Target['tls']
}

async function play(serve: (connection: Duplex) => void, { url, today, tls }: Play = {}) {
  const facts: TraceFact[] = []
  const connect = () => {
    const [near, far] = createSocketPair()
    far.on('error', () => far.destroy())
    serve(far)
    return near
  }
  await shakeHands({
    target: {
      links: new Map([['demo', url ?? `https://${host}/demo.jad`]]),
      ...(tls === undefined ? {} : { tls }),
    },
    tcp: createTcpTalk({ connect, limits: { totalMsMax: 200 } }),
    recorder: {
      record: (actor, fact) => {
        facts.push(fact)
        return { ...fact, seq: 0, at: 0, actor }
      },
    },
    today,
  })
  return facts
}

const speaking = (options: TlsOptions) => {
  const server = createServer({
    ...serverFiles(chain),
    ciphers: 'ECDHE-RSA-AES128-GCM-SHA256:AES128-SHA:@SECLEVEL=0',
    minVersion: 'TLSv1',
    ...options,
  })
  return (connection: Duplex) => void server.emit('connection', connection)
}

// Callbacks of Node tell that nothing went wrong with null.
// oxlint-disable-next-line unicorn/no-null
const noError = null

const place = { type: 'tls.shaken', host, port: 443 } as const
const modern = {
  offered: 'TLS 1.2',
  version: 'TLS 1.2',
  cipherSuite: 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
  certificates: sent,
}

describe('a server of OpenSSL', () => {
  it('agrees with a program of today, without the name of the host, and with a phone of that age', async () => {
    const named: unknown[] = []
    const facts = await play(
      speaking({
        SNICallback: (name, done) => {
          named.push(name)
          done(noError)
        },
      }),
    )
    expect(facts).toEqual([
      { ...place, manner: 'today', serverName: host, ...modern },
      { ...place, manner: 'without-name', ...modern },
      {
        ...place,
        manner: 'of-the-age',
        serverName: host,
        offered: 'TLS 1.0',
        version: 'TLS 1.0',
        cipherSuite: 'TLS_RSA_WITH_AES_128_CBC_SHA',
        certificates: sent,
      },
    ])
    expect(named).toEqual([host, host])
  })

  it('that speaks nothing below TLS 1.2 refuses the phone', async () => {
    const facts = await play(speaking({ minVersion: 'TLSv1.2' }))
    expect(facts[2]).toEqual({
      ...place,
      manner: 'of-the-age',
      serverName: host,
      offered: 'TLS 1.0',
      certificates: [],
      alert: 'protocol_version',
    })
  })

  it('that speaks TLS 1.3 alone refuses all', async () => {
    const facts = await play(speaking({ minVersion: 'TLSv1.3' }))
    const alerts = facts.map((fact) => fact.type === 'tls.shaken' && fact.alert)
    expect(alerts).toEqual(['protocol_version', 'protocol_version', 'protocol_version'])
  })

  it('at an address is sent no name, and the day on which it was asked is noted', async () => {
    const url = 'https://127.0.0.1:8443/demo.jad'
    const facts = await play(speaking({}), { url, today: () => Date.UTC(2026, 0, 2) })
    const told = {
      type: 'tls.shaken',
      host: '127.0.0.1',
      port: 8443,
      day: '2026-01-02T00:00:00.000Z',
    }
    expect(facts).toMatchObject([
      { ...told, manner: 'today' },
      { ...told, manner: 'of-the-age' },
    ])
    expect(facts.some((fact) => 'serverName' in fact)).toBe(false)
  })

  it('is judged by the roots that the target file names', async () => {
    const root = parseCertificate(writeCertificate(serverRoot))
    const [told] = await play(speaking({}), { tls: { roots: [root] } })
    expect(told).toEqual({ type: 'tls.roots', roots: [root.octets] })
  })
})

type Row = readonly [what: string, serve: (far: Duplex) => void, failure: ExchangeFailure]

describe('what is no server of TLS', () => {
  it.each([
    [
      'answers in words',
      (far: Duplex) => void far.once('data', () => far.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
      {
        cause: 'malformed',
        detail:
          'Unexpected record of type 72, expected a handshake (22) or an alert (21) (at octet 0)',
      },
    ],
    [
      'ends the connection',
      (far: Duplex) => void far.once('data', () => far.end()),
      { cause: 'truncated', detail: 'the server closed the connection at turn 2 of 2' },
    ],
    [
      'says nothing',
      () => undefined,
      { cause: 'timeout', detail: 'not over after totalMsMax, 200 ms, at turn 2 of 2' },
    ],
    [
      'begins and says no more',
      (far: Duplex) => void far.once('data', () => far.write(Uint8Array.of(22, 3, 1, 1, 0))),
      { cause: 'timeout', detail: 'not over after totalMsMax, 200 ms, at turn 2 of 2' },
    ],
    [
      'never comes to an end',
      (far: Duplex) =>
        void far.once('data', () => {
          far.write(new Uint8Array(70_000).map((_, at) => [22, 3, 1, 0, 1, 0][at % 6] ?? 0))
        }),
      {
        cause: 'limit',
        detail: 'Unexpected answer beyond recordsMax, expected at most 64 (at octet 384)',
      },
    ],
  ] satisfies readonly Row[])('and %s is told as it is', async (_, serve, failure) => {
    const [today] = await play(serve)
    expect(today).toEqual({
      ...place,
      manner: 'today',
      serverName: host,
      offered: 'TLS 1.2',
      certificates: [],
      failure,
    })
  })
})

it('places are those of links over https, each once, ports as they are meant', () => {
  const links = ['http://a.test/', 'https://a.test/1', 'https://a.test/2', 'https://[::1]:8443/']
  expect(securePlaces(links)).toEqual([
    { host: 'a.test', port: 443 },
    { host: '::1', port: 8443 },
  ])
})
