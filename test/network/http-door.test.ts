import { connect } from 'node:net'
import { once } from 'node:events'
import { afterEach, describe, expect, test } from 'vitest'
import { openSmsHttp } from '../../src/network/sms-http.ts'
import type { OpenSmsHttp, SmsHttpSettings } from '../../src/network/sms-http.ts'
import { basicCredentials } from '../../src/network/http/http-door.ts'
import { number, raiseBearer } from './bearer-rig.ts'
import type { BearerRig } from './bearer-rig.ts'

const rigs: BearerRig<OpenSmsHttp>[] = []
afterEach(async () => {
  await Promise.all(rigs.splice(0).map((rig) => rig.close()))
})

async function raise(limits: SmsHttpSettings['limits'] = {}) {
  const rig = await raiseBearer((parts) => openSmsHttp(parts, { limits }))
  rigs.push(rig)
  return rig
}

/** Everything that comes back for these octets, until the other side closes. */
async function dialogue(port: number, octets: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let heard = ''
  socket.on('data', (chunk: Uint8Array) => {
    heard += Buffer.from(chunk).toString('latin1')
  })
  // A reset is an end like any other; `once` would reject for it.
  socket.on('error', () => {})
  const closed = new Promise((resolve) => socket.on('close', resolve))
  socket.write(Buffer.from(octets, 'latin1'))
  await closed
  return heard
}

const good = `GET /cgi-bin/sendsms?username=acme&password=secret&to=${number}&text=a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`

describe('whoever does not keep to HTTP or its limits is answered and cut, and the next is served', () => {
  test.each([
    ['garbage', '\u0000\u0001\u00ff\r\n\r\n', {}, /^HTTP\/1\.1 400 /, 'peer.cut'],
    [
      'SMPP',
      '\u0000\u0000\u0000\u0010\u0000\u0000\u0000\u0015',
      { requestMsMax: 300 },
      /^HTTP\/1\.1 400 /,
      'peer.cut',
    ],
    [
      'a head without end',
      `GET / HTTP/1.1\r\n${'a: b\r\n'.repeat(2_000)}`,
      { headBytesMax: 4_096 },
      /^HTTP\/1\.1 400 /,
      'peer.cut',
    ],
    [
      'a body over its limit',
      `POST /v1/messages HTTP/1.1\r\nHost: a\r\nContent-Length: 5000\r\n\r\n${'a'.repeat(5_000)}`,
      { bodyBytesMax: 1_000 },
      /^HTTP\/1\.1 413 /,
      'request.refused',
    ],
    [
      'half a request',
      'POST /v1/messages HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc',
      { requestMsMax: 300 },
      /^HTTP\/1\.1 400 /,
      'peer.cut',
    ],
  ])('%s', async (...[, octets, limits, head, what]) => {
    const rig = await raise(limits)
    expect(await dialogue(rig.place.port, octets)).toMatch(head)
    expect(rig.facts.map((fact) => [fact.teller, fact.what])).toEqual([['sms-http', what]])
    expect(await dialogue(rig.place.port, good)).toMatch(/^HTTP\/1\.1 202 [^]*0: Accepted/)
  })

  test('a peer that goes in the middle of a body', async () => {
    const rig = await raise()
    const socket = connect(rig.place.port, '127.0.0.1')
    socket.write('POST /v1/messages HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc')
    await once(socket, 'connect')
    while (rig.facts.length === 0) {
      socket.destroy()
      await new Promise(setImmediate)
    }
    expect(rig.facts[0]?.what).toMatch(/^peer\.(?:gone|cut)$/)
    expect(await dialogue(rig.place.port, good)).toMatch(/^HTTP\/1\.1 202 /)
  })

  test('more connections than connectionsMax', async () => {
    const rig = await raise({ connectionsMax: 1 })
    const first = connect(rig.place.port, '127.0.0.1')
    await once(first, 'connect')
    first.write('GET ')
    expect(await dialogue(rig.place.port, good)).toBe('')
    expect(rig.facts.map(({ detail }) => detail)).toEqual(['1 connections (connectionsMax)'])
    first.destroy()
    await once(first, 'close')
    let answer = ''
    while (answer === '') answer = await dialogue(rig.place.port, good)
    expect(answer).toMatch(/^HTTP\/1\.1 202 /)
  })

  test('more requests than requestsPerSecondMax, until the clock is in another second', async () => {
    const rig = await raise({ requestsPerSecondMax: 1 })
    expect(await dialogue(rig.place.port, good)).toMatch(/ 202 /)
    expect(await dialogue(rig.place.port, good)).toMatch(/ 503 [^]*Temporal failure/)
    rig.until(1000)
    expect(await dialogue(rig.place.port, good)).toMatch(/ 202 /)
  })
})

test.each([
  ['Basic YTpiOmM=', { name: 'a', password: 'b:c' }],
  ['basic YTo=', { name: 'a', password: '' }],
  ['Basic YQ==', undefined],
  ['Basic *', undefined],
  ['Bearer a', undefined],
  [undefined, undefined],
])('the credentials of %j', (header, credentials) => {
  expect(basicCredentials(header)).toEqual(credentials)
})
