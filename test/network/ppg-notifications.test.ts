import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import type { PapMessage } from '../../src/wire/pap/message.ts'
import { readPapMessage } from '../../src/wire/pap/read-message.ts'
import { formatPapMessage } from '../../src/wire/pap/write-message.ts'
import { closeGateways, phone, post, push, pushOf, raise } from './ppg-rig.ts'

const servers: Server[] = []
afterEach(async () => {
  await closeGateways()
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

describe('an initiator that wants to know', () => {
  /** Answers notifications with these codes, one after the other. */
  async function listen(...codes: readonly number[]) {
    const notified: PapMessage[] = []
    const left = [...codes]
    const server = createServer((request, answer) => {
      const chunks: Uint8Array[] = []
      request.on('data', (chunk: Uint8Array) => chunks.push(chunk))
      request.on('end', () => {
        const { message } = readPapMessage(new Uint8Array(Buffer.concat(chunks)))
        notified.push(message)
        const result = { code: left.shift() ?? 1000 }
        const kind = 'resultnotification-response'
        answer.end(formatPapMessage({ kind, pushId: push.pushId, result }))
      })
    })
    servers.push(server)
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    return {
      notified,
      url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/n`,
    }
  }

  const notification = {
    kind: 'resultnotification-message',
    pushId: push.pushId,
    address: phone,
    senderName: 'ppg',
    receivedTime: '2006-03-01T09:00:00Z',
    eventTime: '2006-03-01T09:00:00Z',
    messageState: 'delivered',
    result: { code: 1000 },
  }

  test('is told once when the phone has it', async () => {
    const rig = await raise()
    const { notified, url } = await listen()
    await post(rig, pushOf({ notifyTo: url }))
    rig.until(0)
    await rig.place.notified()
    expect(notified).toEqual([notification])
    rig.until(600_000)
    await rig.place.notified()
    expect(notified.length).toBe(1)
  })

  test('is told again until it answers with 1000, three times at most', async () => {
    const rig = await raise()
    const { notified, url } = await listen(4001, 2000, 4000, 1000)
    await post(rig, pushOf({ notifyTo: url }))
    for (const instant of [0, 60_000, 120_000, 180_000]) {
      rig.until(instant)
      await rig.place.notified()
    }
    expect(notified.length).toBe(3)
    expect(
      rig.facts
        .filter(({ what }) => what === 'notification.failed')
        .map(({ detail }) => detail.replace(url, '')),
    ).toEqual([', attempt 1: code 4001', ', attempt 2: code 2000', ', attempt 3: code 4000'])
  })

  test('is told that its push expired', async () => {
    const rig = await raise()
    const { notified, url } = await listen()
    rig.phone.answer = 'absent'
    await post(rig, pushOf({ notifyTo: url, deliverBefore: '2006-03-01T09:00:30Z' }))
    rig.until(30_000)
    await rig.place.notified()
    expect(notified).toMatchObject([{ messageState: 'expired', result: { code: 3003 } }])
  })

  test('is not called beyond the loopback', async () => {
    const rig = await raise()
    await post(rig, pushOf({ notifyTo: 'http://192.0.2.1/' }))
    rig.until(600_000)
    await rig.place.notified()
    expect(
      rig.facts.filter(({ teller }) => teller === 'ppg').map(({ what, detail }) => [what, detail]),
    ).toContainEqual(['notification.failed', 'http://192.0.2.1/, attempt 1: forbidden'])
  })
})
