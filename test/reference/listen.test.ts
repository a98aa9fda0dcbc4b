import { once } from 'node:events'
import net from 'node:net'
import { duplexPair } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { createServer, listen } from '../../src/reference/listen.ts'
import { createReference } from '../../src/reference/reference.ts'
import { closeAfterEach, converse, readToEnd, splitHead, start } from './connection.ts'
import { attribute } from './dialogue.ts'

closeAfterEach()

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
        'Vary: User-Agent',
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

  it('does not mind odd fields', async () => {
    const { listening } = await start()
    const fields = [
      'Cookie: ;;=;%%%;__proto__=1',
      'Range: bytes=999999999999999999999-',
      'Authorization: Basic ???',
      'Accept-Language: \u00e9,,;;',
      'User-Agent: \u0080\u00ff',
      'Expect: 100-continue',
      'Upgrade: h2c',
    ]
    const statuses = []
    for (const field of fields) {
      const request = `GET /demo.jad HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${field}\r\n\r\n`
      const lines = splitHead(await converse(listening.origin, request)).head
      statuses.push(lines[0]?.split(' ')[1])
    }
    expect(statuses).toEqual(['200', '200', '200', '200', '200', '100', '200'])
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
    const { listening } = await start({
      limits: { headMsMax: 50, requestMsMax: 50, checkEveryMs: 10 },
    })
    const received = await converse(listening.origin, 'GET /demo.jad HTTP/1.1\r\nHo')
    expect(splitHead(received).head[0]).toBe('HTTP/1.1 408 Request Timeout')
  })

  it('takes no more connections than its limit', async () => {
    const { listening } = await start({ limits: { connectionsMax: 1 } })
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
