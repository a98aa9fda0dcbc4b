import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { createHttpUndici } from '../../src/adapters/http-undici.ts'
import { brief, endless, get, openLoopback } from './octet-server.ts'
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

describe('limits', () => {
  /** Most memory in use while a target talks on, over what was in use before. */
  async function exchangeSampled(open: OpenArm, beginning: string, again: string) {
    const used = (): number => {
      const { heapUsed, external } = process.memoryUsage()
      return heapUsed + external
    }
    const before = used()
    let most = before
    const script = endless(beginning, again, () => {
      most = Math.max(most, used())
    })
    const arm = await openArm(open, script)
    const outcome = await arm.http.exchange(get(arm.host))
    return { outcome, mebibytes: (Math.max(most, used()) - before) / 1_048_576 }
  }

  const manyChunks = '1\r\nx\r\n'.repeat(10_000)

  test.each([
    {
      what: 'a head',
      beginning: ok,
      again: 'X-Again: and again\r\n'.repeat(100),
      detail: 'the response head is longer than headBytesMax, 65536 octets',
    },
    {
      what: 'a status line',
      beginning: 'HTTP/1.1 200 ',
      again: 'a'.repeat(10_000),
      detail: 'the response head is longer than headBytesMax, 65536 octets',
    },
    {
      what: 'a row of interim responses',
      beginning: '',
      again: 'HTTP/1.1 100 Continue\r\n\r\n'.repeat(100),
      detail: 'the response head is longer than headBytesMax, 65536 octets',
    },
    {
      what: 'a body',
      beginning: `${ok}\r\n`,
      again: 'x'.repeat(60_000),
      detail: 'the response body is longer than bodyBytesMax, 16777216 octets',
    },
    {
      what: 'a body with an absurd length',
      beginning: `${ok}Content-Length: 999999999999999\r\n\r\n`,
      again: 'x'.repeat(60_000),
      detail: 'the response body is longer than bodyBytesMax, 16777216 octets',
    },
  ])('ends $what without an end in less than 64 MiB', async ({ beginning, again, detail }) => {
    const { outcome, mebibytes } = await exchangeSampled(openLoopback, beginning, again)
    expect(outcome).toMatchObject({ kind: 'failure', failure: { cause: 'limit', detail } })
    expect(mebibytes).toBeLessThan(64)
  })

  test('keeps tiny chunks in little more memory than their octets', async () => {
    const beginning = `${ok}Transfer-Encoding: chunked\r\n\r\n`
    const script = endless(beginning, manyChunks, () => undefined)
    const arm = await openArm(openLoopback, script, { bodyBytesMax: 300_000 })
    const outcome = await arm.http.exchange(get(arm.host))
    expect(outcome).toMatchObject({
      kind: 'failure',
      failure: {
        cause: 'limit',
        detail: 'the response body is longer than bodyBytesMax, 300000 octets',
      },
    })
    expect(outcome.response?.body).toHaveLength(300_000)
    expect(outcome.response?.body.buffer.byteLength).toBeLessThan(600_001)
  })
})

describe('ways to a host', () => {
  test('says refused where nobody listens', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    server.close()
    await once(server, 'close')
    const http = createHttpUndici()
    const outcome = await http.exchange(get(`127.0.0.1:${port}`))
    await http.close()
    expect(brief(outcome)).toEqual({
      failure: { cause: 'refused', detail: `connect ECONNREFUSED 127.0.0.1:${port}` },
    })
  })

  test('says dns for a name that no system can look up', async () => {
    const http = createHttpUndici({ hosts: new Map([['ota.test', `${'a'.repeat(64)}.test`]]) })
    const outcome = await http.exchange(get('ota.test'))
    await http.close()
    expect(outcome).toMatchObject({ kind: 'failure', failure: { cause: 'dns' } })
  })

  test('refuses to be asked for anything but an http(s) URL', async () => {
    const http = createHttpUndici()
    await expect(http.exchange(get('', { url: 'ftp://ota.test/a' }))).rejects.toThrow(
      'Unexpected URL "ftp://ota.test/a", expected an absolute http(s) URL',
    )
  })
})
