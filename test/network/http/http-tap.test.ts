import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { openPpg } from '../../../src/network/ppg.ts'
import { openSmsHttp } from '../../../src/network/sms-http.ts'
import type { PduTap } from '../../../src/network/bearer.ts'
import { number, raiseBearer } from '../bearer-rig.ts'
import { listen } from '../sms-http-rig.ts'

type Packet = readonly [connection: string, from: string, octets: string]

function tapInto(packets: Packet[]): PduTap {
  return ({ connection, from, octets }) =>
    void packets.push([connection, from, Buffer.from(octets).toString('latin1')])
}

/** What comes back over one connection for each of these, asked one after the other. */
async function converse(port: number, requests: readonly string[]): Promise<readonly string[]> {
  const socket = connect(port, '127.0.0.1')
  const answers: string[] = []
  for (const request of requests) {
    socket.write(request)
    const [chunk] = await once(socket, 'data')
    answers.push(String(chunk))
  }
  socket.destroy()
  return answers
}

test('whoever listens hears each request and each answer of a connection, octet for octet', async () => {
  const packets: Packet[] = []
  const tap = tapInto(packets)
  const rig = await raiseBearer((parts) => openSmsHttp({ ...parts, tap }))
  const requests = [
    `GET /cgi-bin/sendsms?username=acme&password=secret&to=${number}&text=a HTTP/1.1\r\nHost:  a\r\nx-ODD:b\r\n\r\n`,
    'POST /v1/messages HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc',
    'GET / HTTP/1.0\r\n\r\n',
  ]
  const answers = await converse(rig.place.port, requests)
  expect(packets).toEqual(
    requests.flatMap((request, index) => [
      ['sms-http.1', 'peer', request],
      ['sms-http.1', 'network', answers[index]],
    ]),
  )
  expect(answers[0]).toBe(
    [
      'HTTP/1.1 202 Accepted',
      'Content-Type: text/html',
      'Content-Length: 24',
      'Date: Wed, 01 Mar 2006 09:00:00 GMT',
      'Connection: keep-alive',
      '',
      '0: Accepted for delivery',
    ].join('\r\n'),
  )
  await rig.close()
})

test('whoever listens hears what is no HTTP, and what it was told', async () => {
  const packets: Packet[] = []
  const tap = tapInto(packets)
  const rig = await raiseBearer((parts) => openPpg({ ...parts, tap }))
  const [answer] = await converse(rig.place.port, ['garbage\r\n\r\n'])
  expect(packets).toEqual([
    ['ppg.1', 'peer', 'garbage\r\n\r\n'],
    ['ppg.1', 'network', answer],
  ])
  await rig.close()
})

test('whoever listens hears a server being told what became of its message', async () => {
  const packets: Packet[] = []
  const tap = tapInto(packets)
  const rig = await raiseBearer((parts) => openSmsHttp({ ...parts, tap }))
  const server = await listen()
  const url = encodeURIComponent(`${server.url}/report?type=%d`)
  const query = `username=acme&password=secret&to=${number}&text=a&dlr-mask=1&dlr-url=${url}`
  await converse(rig.place.port, [`GET /cgi-bin/sendsms?${query} HTTP/1.1\r\nHost: a\r\n\r\n`])
  rig.until(0)
  await rig.place.reported()
  expect(server.asked).toEqual([['GET', '/report?type=1', '']])
  const { host } = new URL(server.url)
  expect(packets.slice(2)).toEqual([
    [
      'sms-http.call.1',
      'network',
      `GET /report?type=1 HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
    ],
    ['sms-http.call.1', 'peer', expect.stringMatching(/^HTTP\/1\.1 200 OK\r\n[^]*\r\n\r\n/)],
  ])
  await rig.close()
})
