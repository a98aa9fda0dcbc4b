import { afterEach, describe, expect, test } from 'vitest'
import type { HttpRequest } from '../../src/handset/ports.ts'
import { contract, silentMs } from './contract.table.ts'
import {
  answering,
  answeringThenClosing,
  arms,
  brief,
  dripping,
  get,
  latin1,
  onRequest,
} from './octet-server.ts'
import type { Arm, OpenArm } from './octet-server.ts'

const opened: Arm[] = []

afterEach(async () => {
  await Promise.all(opened.splice(0).map((arm) => arm.close()))
})

async function openArm(open: OpenArm, ...args: Parameters<OpenArm>): Promise<Arm> {
  const arm = await open(...args)
  opened.push(arm)
  return arm
}

const ok = 'HTTP/1.1 200 OK\r\n'
const hello = `${ok}Content-Length: 5\r\n\r\nhello`

describe.each(arms)('%s', (_name, open) => {
  test.each(contract)('ends in an outcome when a target $target', async ({ script, outcome }) => {
    const arm = await openArm(open, script, { idleMsMax: silentMs })
    expect(brief(await arm.http.exchange(get(arm.host)))).toEqual(outcome)
  })

  test('ends an answer that drips on and on', async () => {
    const script = dripping(`${ok}\r\n${'x'.repeat(1_000_000)}`)
    const arm = await openArm(open, script, { idleMsMax: 1000, totalMsMax: 80 })
    const outcome = await arm.http.exchange(get(arm.host))
    expect(outcome).toMatchObject({
      kind: 'failure',
      failure: { cause: 'timeout', detail: 'not over after totalMsMax, 80 ms' },
      response: { status: 200 },
    })
  })

  test.each<{
    readonly sends: string
    readonly change: Partial<HttpRequest>
    readonly octets: string
  }>([
    {
      sends: 'Host first and Connection last',
      change: {
        headers: [
          ['user-agent', 'A'],
          ['Accept', '*/*'],
          ['ACCEPT', 'text/plain'],
        ],
      },
      octets:
        'GET /demo.jad HTTP/1.1\r\nHost: <host>\r\nuser-agent: A\r\nAccept: */*\r\nACCEPT: text/plain\r\nConnection: keep-alive\r\n\r\n',
    },
    {
      sends: 'an absolute target',
      change: { form: 'absolute', headers: [], connection: 'close' },
      octets: 'GET http://<host>/demo.jad HTTP/1.1\r\nHost: <host>\r\nConnection: close\r\n\r\n',
    },
    {
      sends: 'HTTP/1.0',
      change: { version: '1.0', headers: [], connection: 'close' },
      octets: 'GET /demo.jad HTTP/1.0\r\nHost: <host>\r\nConnection: close\r\n\r\n',
    },
    {
      sends: 'a body with its length',
      change: { method: 'POST', headers: [], body: Buffer.from('900 Success\r\n') },
      octets:
        'POST /demo.jad HTTP/1.1\r\nHost: <host>\r\nContent-Length: 13\r\nConnection: keep-alive\r\n\r\n900 Success\r\n',
    },
    {
      sends: 'a body in chunks',
      change: { method: 'POST', framing: 'chunked', headers: [], body: Buffer.from('900 Success') },
      octets:
        'POST /demo.jad HTTP/1.1\r\nHost: <host>\r\nTransfer-Encoding: chunked\r\nConnection: keep-alive\r\n\r\nb\r\n900 Success\r\n0\r\n\r\n',
    },
    {
      sends: 'the length of a body that is empty',
      change: { method: 'POST', headers: [] },
      octets:
        'POST /demo.jad HTTP/1.1\r\nHost: <host>\r\nContent-Length: 0\r\nConnection: keep-alive\r\n\r\n',
    },
    {
      sends: 'a host of its own where the request names one',
      change: { headers: [['HOST', 'other.test']] },
      octets: 'GET /demo.jad HTTP/1.1\r\nHOST: other.test\r\nConnection: keep-alive\r\n\r\n',
    },
  ])('sends $sends, and records it octet for octet', async ({ change, octets }) => {
    let heard = ''
    const arm = await openArm(open, (connection) =>
      onRequest(connection, (request) => {
        heard = request
        connection.write(hello)
      }),
    )
    const { request } = await arm.http.exchange(get(arm.host, change))
    const expected = octets.replaceAll('<host>', arm.host)
    expect(heard).toBe(expected)
    expect(latin1(request.head)).toBe(expected.slice(0, expected.indexOf('\r\n\r\n') + 4))
  })

  test('records the head of a response octet for octet', async () => {
    const head =
      'HTTP/1.1 200  Fine\r\nx-CASE: \t a \r\nX-Case:b\r\nEmpty:\r\nContent-Length: 2\r\n\r\n'
    const arm = await openArm(open, answering(`${head}hi`))
    const outcome = await arm.http.exchange(get(arm.host))
    expect(outcome.response).toEqual({
      status: 200,
      reason: ' Fine',
      version: '1.1',
      headers: [
        ['x-CASE', 'a'],
        ['X-Case', 'b'],
        ['Empty', ''],
        ['Content-Length', '2'],
      ],
      head: new Uint8Array(Buffer.from(head)),
      body: new Uint8Array([0x68, 0x69]),
    })
  })

  test.each([
    { at: 0, body: '', cut: true },
    { at: 3, body: 'hel', cut: true },
    { at: 5, body: 'hello', cut: true },
    { at: 6, body: 'hello', cut: false },
  ])('cuts the body after exactly $at octets, if there are as many', async ({ at, body, cut }) => {
    const arm = await openArm(open, answering(hello))
    const outcome = await arm.http.exchange(get(arm.host, { cutAtBodyByte: at }))
    const detail = `cut after ${at} octets of the response body`
    expect(brief(outcome)).toEqual({
      ...(cut && { failure: { cause: 'no-coverage', detail } }),
      status: 200,
      body,
    })
  })

  test('keeps a connection that both sides want to keep', async () => {
    const arm = await openArm(open, answering(hello))
    for (let n = 0; n < 3; n += 1) {
      expect(brief(await arm.http.exchange(get(arm.host)))).toEqual({ status: 200, body: 'hello' })
    }
    expect(arm.connections()).toBe(1)
  })

  test('opens a connection for each exchange when asked to close', async () => {
    const arm = await openArm(open, answering(hello))
    for (let n = 0; n < 3; n += 1) await arm.http.exchange(get(arm.host, { connection: 'close' }))
    expect(arm.connections()).toBe(3)
  })

  test('opens connections for exchanges at the same time', async () => {
    const arm = await openArm(open, answering(hello))
    const outcomes = await Promise.all([1, 2, 3].map(() => arm.http.exchange(get(arm.host))))
    expect(outcomes.map(brief)).toEqual([1, 2, 3].map(() => ({ status: 200, body: 'hello' })))
    expect(arm.connections()).toBe(3)
  })

  test.each(['GET', 'POST'] as const)(
    'does not blame a target that closes a kept connection when the next %s comes',
    async (method) => {
      const arm = await openArm(open, (connection) =>
        onRequest(connection, (_request, n) => {
          if (n === 1) connection.write(hello)
          else connection.destroy()
        }),
      )
      await arm.http.exchange(get(arm.host))
      const outcome = await arm.http.exchange(get(arm.host, { method }))
      expect(brief(outcome)).toEqual({ status: 200, body: 'hello' })
      expect(arm.connections()).toBe(2)
    },
  )

  test('does not blame a target that closes a kept connection between two requests', async () => {
    const arm = await openArm(open, answeringThenClosing(hello))
    await arm.http.exchange(get(arm.host))
    expect(brief(await arm.http.exchange(get(arm.host)))).toEqual({ status: 200, body: 'hello' })
    expect(arm.connections()).toBe(2)
  })

  test('blames a target that closes a new connection as well', async () => {
    const arm = await openArm(open, (connection, ordinal) =>
      onRequest(connection, (_request, n) => {
        if (n === 1 && ordinal === 1) connection.write(hello)
        else connection.destroy()
      }),
    )
    await arm.http.exchange(get(arm.host))
    expect(brief(await arm.http.exchange(get(arm.host)))).toEqual({
      failure: { cause: 'reset', detail: 'the target closed the connection without an answer' },
    })
  })

  test('forgets a connection on which a target said too much', async () => {
    const arm = await openArm(open, answering(`${ok}Content-Length: 2\r\n\r\nhello`))
    await arm.http.exchange(get(arm.host))
    expect(brief(await arm.http.exchange(get(arm.host)))).toEqual({ status: 200, body: 'he' })
  })

  test('ends what is running when it is closed', async () => {
    const arm = await openArm(open, answering(`${ok}Content-Length: 9\r\n\r\nhello`))
    const running = arm.http.exchange(get(arm.host))
    await arm.close()
    expect(brief(await running)).toMatchObject({
      failure: { cause: 'cancelled', detail: 'the exchange was broken off' },
    })
  })

  test('speaks of TLS when a target does not speak it', async () => {
    const arm = await openArm(open, (connection) => {
      connection.on('data', () => connection.write('HTTP/1.1 400 Bad Request\r\n\r\n'))
    })
    const outcome = await arm.http.exchange(get(arm.host, { url: `https://${arm.host}/a` }))
    // Without what OpenSSL says of a thread and its own source, which is never the same twice.
    const failure = { cause: 'tls', detail: 'wrong version number' }
    expect(outcome).toMatchObject({ kind: 'failure', failure })
  })

  test('sends path and query of a URL as they are written, without its fragment', async () => {
    const arm = await openArm(open, answering(hello))
    const url = `http://user:secret@${arm.host}/a/../B%7e?x=%zz&y`
    const { request } = await arm.http.exchange(get(arm.host, { url: `${url}#part` }))
    expect(request).toMatchObject({ url, target: '/a/../B%7e?x=%zz&y' })
  })
})
