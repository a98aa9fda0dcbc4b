import { once } from 'node:events'
import net from 'node:net'
import { duplexPair } from 'node:stream'
import type { Duplex } from 'node:stream'
import { afterEach, describe, expect, it } from 'vitest'
import { frame } from '../../src/reference/frame.ts'
import type { Frame } from '../../src/reference/frame.ts'
import { defineFault, spoil } from '../../src/reference/fault.ts'
import type { Fault } from '../../src/reference/fault.ts'
import { createServer, listen } from '../../src/reference/listen.ts'
import type { Listening } from '../../src/reference/listen.ts'
import { createReference } from '../../src/reference/reference.ts'
import type { Reference } from '../../src/reference/reference.ts'
import { attribute } from './dialogue.ts'

const open: Listening[] = []

afterEach(async () => {
  await Promise.all(open.splice(0).map((listening) => listening.close()))
})

async function start(fault?: Fault): Promise<{ reference: Reference; listening: Listening }> {
  const reference = createReference({
    origin: 'http://ota.example',
    now: () => 0,
    ...(fault === undefined ? {} : { fault }),
  })
  const listening = await listen(reference, { host: '127.0.0.1', port: 0 })
  open.push(listening)
  return { reference, listening }
}

/** Sends text on one connection and reads until the server ends it. */
async function converse(origin: string, text: string): Promise<string> {
  const { hostname, port } = new URL(origin)
  const connection = net.connect(Number(port), hostname)
  connection.write(text)
  return readToEnd(connection)
}

async function readToEnd(connection: Duplex): Promise<string> {
  let received = ''
  connection.setEncoding('latin1')
  connection.on('data', (part: string) => (received += part))
  connection.on('error', () => undefined)
  connection.on('end', () => connection.end())
  await once(connection, 'close')
  return received
}

function splitHead(message: string): { head: readonly string[]; body: string } {
  const end = message.indexOf('\r\n\r\n')
  return { head: message.slice(0, end).split('\r\n'), body: message.slice(end + 4) }
}

describe('the reference on loopback', () => {
  it('offers, delivers and takes the report of a suite', async () => {
    const { reference, listening } = await start()
    const descriptor = await (await fetch(listening.links.demo)).text()
    const delivered = await fetch(attribute(descriptor, 'MIDlet-Jar-URL'))
    const octets = await delivered.arrayBuffer()
    const answer = await fetch(attribute(descriptor, 'MIDlet-Install-Notify'), {
      method: 'POST',
      body: '900 Success\r\n',
    })
    expect(attribute(descriptor, 'MIDlet-Jar-URL')).toBe(`${listening.origin}/demo.jar?visit=v1`)
    expect(String(octets.byteLength)).toBe(attribute(descriptor, 'MIDlet-Jar-Size'))
    expect(delivered.headers.get('Content-Length')).toBe(String(octets.byteLength))
    expect([answer.status, answer.headers.get('Content-Length')]).toEqual([200, '0'])
    expect(reference.ledger.count(900)).toBe(1)
  })

  it('writes a head without date, in the case of its time', async () => {
    const { listening } = await start()
    const { host } = new URL(listening.origin)
    const message = await converse(
      listening.origin,
      `GET /demo.jar HTTP/1.1\r\nHost: ${host}\r\nRange: bytes=0-1\r\nConnection: close\r\n\r\n`,
    )
    expect(splitHead(message)).toEqual({
      head: [
        'HTTP/1.1 206 Partial Content',
        'Accept-Ranges: bytes',
        'Cache-Control: no-store, no-transform',
        expect.stringMatching(/^Content-Range: bytes 0-1\/[0-9]+$/),
        'Content-Type: application/java-archive',
        'Content-Length: 2',
        'Connection: close',
      ],
      body: 'PK',
    })
  })

  it('understands whole URLs on the request line and believes them over Host', async () => {
    const { listening } = await start()
    const message = await converse(
      listening.origin,
      'GET http://ota.example/demo.jad HTTP/1.1\r\nHost: other\r\nConnection: close\r\n\r\n',
    )
    const { head, body } = splitHead(message)
    expect(head[0]).toBe('HTTP/1.1 200 OK')
    expect(attribute(body, 'MIDlet-Jar-URL')).toBe('http://ota.example/demo.jar?visit=v1')
  })

  it('answers HTTP/1.0 without chunks, and without Host by its own name', async () => {
    const { listening } = await start()
    const message = await converse(listening.origin, 'GET /demo.jad HTTP/1.0\r\n\r\n')
    const { head, body } = splitHead(message)
    expect(head.filter((line) => /^(Transfer|Content-Length)/.test(line))).toEqual([
      `Content-Length: ${Buffer.byteLength(body, 'latin1')}`,
    ])
    expect(attribute(body, 'MIDlet-Install-Notify')).toBe(`${listening.origin}/install-notify/v1`)
  })

  it('keeps a connection for the next request', async () => {
    const { listening } = await start()
    const one = 'GET /moved.jad HTTP/1.1\r\nHost: a\r\n\r\n'
    const last = 'GET /moved.jad HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'
    const received = await converse(listening.origin, `${one}${last}`)
    expect(received.split('HTTP/1.1 302 Found').length - 1).toBe(2)
  })

  it('takes a chunked report', async () => {
    const { reference, listening } = await start()
    const received = await converse(
      listening.origin,
      'POST /install-notify/v1 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n' +
        'Connection: close\r\n\r\nd\r\n900 Success\r\n\r\n0\r\n\r\n',
    )
    expect(splitHead(received).head[0]).toBe('HTTP/1.1 200 OK')
    expect(reference.ledger.count(900)).toBe(1)
  })

  it('tells of HEAD what a GET would bring', async () => {
    const { listening } = await start()
    const head = await fetch(listening.links.package, { method: 'HEAD' })
    const got = await fetch(listening.links.package)
    expect(head.headers.get('Content-Length')).toBe(String((await got.arrayBuffer()).byteLength))
  })

  it('refuses what is no HTTP, and lives on', async () => {
    const { listening } = await start()
    const garbage = [
      '\u0000\u0001\u0002\r\n\r\n',
      'GET demo.jad HTTP/1.1\r\nHost: a\r\n\r\n',
      'GET http://user:secret@a/demo.jad HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
      'GET /demo.jad HTTP/1.1\r\nHost: a b<>\r\nConnection: close\r\n\r\n',
      'GET /demo.jad HTTP/1.1\r\n\r\n',
      'TRACE /demo.jad HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
      `GET /demo.jad HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
    ]
    const statuses = []
    for (const text of garbage) {
      statuses.push(splitHead(await converse(listening.origin, text)).head[0]?.split(' ')[1])
    }
    expect(statuses).toEqual(['400', '400', '400', '400', '400', '405', '431'])
    expect((await fetch(listening.links.demo)).status).toBe(200)
  })

  it('refuses an upload beyond its limit without keeping it', async () => {
    const { reference, listening } = await start()
    const size = 5_000_000
    const received = await converse(
      listening.origin,
      `POST /install-notify/v1 HTTP/1.1\r\nHost: a\r\nContent-Length: ${size}\r\n\r\n` +
        '9'.repeat(100_000),
    )
    expect(splitHead(received).head).toEqual([
      'HTTP/1.1 413 Payload Too Large',
      'Connection: close',
      'Content-Length: 0',
    ])
    expect(reference.ledger.entries).toEqual([])
  })

  it('survives clients that leave in the middle', async () => {
    const { listening } = await start()
    const { hostname, port } = new URL(listening.origin)
    const connections = Array.from({ length: 100 }, () => net.connect(Number(port), hostname))
    await Promise.all(
      connections.map(async (connection, index) => {
        connection.on('error', () => undefined)
        await once(connection, 'connect')
        connection.write('POST /install-notify/v1 HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n')
        if (index % 2 === 0) connection.write('\r\n900')
        connection.resetAndDestroy()
      }),
    )
    expect((await fetch(listening.links.demo)).status).toBe(200)
  })

  it('does not wait for ever for a slow client', async () => {
    const reference = createReference({ origin: 'http://ota.example', now: () => 0 })
    const limits = { headMsMax: 50, requestMsMax: 50, checkEveryMs: 10 }
    const listening = await listen(reference, { host: '127.0.0.1', port: 0, limits })
    open.push(listening)
    const received = await converse(listening.origin, 'GET /demo.jad HTTP/1.1\r\nHo')
    expect(splitHead(received).head[0]).toBe('HTTP/1.1 408 Request Timeout')
  })

  it('takes no more connections than its limit', async () => {
    const reference = createReference({ origin: 'http://ota.example', now: () => 0 })
    const limits = { connectionsMax: 1 }
    const listening = await listen(reference, { host: '127.0.0.1', port: 0, limits })
    open.push(listening)
    const { hostname, port } = new URL(listening.origin)
    const kept = net.connect(Number(port), hostname)
    await once(kept, 'connect')
    expect(await converse(listening.origin, 'GET /demo.jad HTTP/1.1\r\nHost: a\r\n\r\n')).toBe('')
    kept.write('GET /demo.jad HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')
    expect(splitHead(await readToEnd(kept)).head[0]).toBe('HTTP/1.1 200 OK')
  })

  it('says which port is taken', async () => {
    const { listening, reference } = await start()
    const port = Number(new URL(listening.origin).port)
    await expect(listen(reference, { host: '127.0.0.1', port })).rejects.toMatchObject({
      code: 'reference/cannot-listen',
    })
  })

  it('can be spoken to over a connection in memory', async () => {
    const reference = createReference({ origin: 'http://ota.example', now: () => 0 })
    const server = createServer(reference)
    const [ours, theirs] = duplexPair()
    server.emit('connection', theirs)
    ours.write('GET /demo.jad HTTP/1.0\r\nConnection: close\r\n\r\n')
    const { head, body } = splitHead(await readToEnd(ours))
    expect(head[0]).toBe('HTTP/1.1 200 OK')
    expect(attribute(body, 'MIDlet-Jar-URL')).toBe('http://ota.example/demo.jar?visit=v1')
  })
})

describe('frames', () => {
  const body = new TextEncoder().encode('MIDlet-Name: Demo\r\n')

  async function receive(how: Frame): Promise<string> {
    const fault = defineFault({
      breaks: ['http/framing'],
      title: 'frames',
      answer: spoil('descriptor', () =>
        frame(new Response(body, { headers: { 'x-one': '1' } }), how),
      ),
    })
    const { listening } = await start(fault)
    return converse(listening.origin, 'GET /demo.jad HTTP/1.1\r\nHost: a\r\n\r\n')
  }

  it('can lie about the length', async () => {
    expect(await receive({ contentLength: 500 })).toBe(
      'HTTP/1.1 200 OK\r\nX-One: 1\r\nContent-Length: 500\r\nConnection: close\r\n\r\nMIDlet-Name: Demo\r\n',
    )
  })

  it('can leave the length out', async () => {
    expect(await receive({ contentLength: 'omit', headerCase: 'lower' })).toBe(
      'HTTP/1.1 200 OK\r\nx-one: 1\r\nconnection: close\r\n\r\nMIDlet-Name: Demo\r\n',
    )
  })

  it('can send chunks, alone or with a length', async () => {
    expect(await receive({ chunked: true })).toBe(
      'HTTP/1.1 200 OK\r\nX-One: 1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n13\r\nMIDlet-Name: Demo\r\n\r\n0\r\n\r\n',
    )
    expect(await receive({ chunked: true, contentLength: 19 })).toContain(
      'Transfer-Encoding: chunked\r\nContent-Length: 19\r\n',
    )
  })

  it('can cut the body short', async () => {
    expect(splitHead(await receive({ cutAfterBodyOctets: 6 }))).toMatchObject({ body: 'MIDlet' })
    expect(splitHead(await receive({ cutAfterBodyOctets: 6, chunked: true })).body).toBe(
      '6\r\nMIDlet\r\n',
    )
  })

  it('can say anything in place of the head', async () => {
    expect(await receive({ statusLine: 'ICY 200' })).toMatch(/^ICY 200\r\n/)
    const rawHead = new TextEncoder().encode('hello\n')
    expect(await receive({ rawHead })).toBe('hello\nMIDlet-Name: Demo\r\n')
  })

  it('can never answer, until the server is closed', async () => {
    const fault = defineFault({
      breaks: ['report/answered-in-time'],
      title: 'hangs',
      answer: (response) => frame(response, { hang: true }),
    })
    const { listening } = await start(fault)
    const pending = converse(listening.origin, 'GET /demo.jad HTTP/1.1\r\nHost: a\r\n\r\n')
    const stranger = await start()
    await fetch(stranger.listening.links.demo)
    await listening.close()
    open.splice(open.indexOf(listening), 1)
    expect(await pending).toBe('')
  })
})
