/** Calls in which messages come to the phone, and in which its user opens one. */
import { expect, test } from 'vitest'
import { VirtualClock } from '../../src/adapters/clock-virtual.ts'
import { createMemoryStorage } from '../../src/adapters/storage-memory.ts'
import { strict } from '../../src/handset/personalities/strict.ts'
import type { Inbox } from '../../src/handset/ports.ts'
import { packetsOf } from '../../src/network/packets.ts'
import { playCall } from '../../src/run/call.ts'
import type { Errand } from '../../src/run/call.ts'
import { composePush } from '../../src/wire/push/compose-push.ts'
import type { PushDraft } from '../../src/wire/push/compose-push.ts'
import { timestampAt } from '../../src/wire/sms/timestamp.ts'
import { link, serve } from '../handset/handset-world.ts'
import { createLiteralHttp } from '../handset/literal-http.ts'
import { plainProfile } from '../handset/plain-profile.ts'
import { indicationOf } from '../network/push-as-esme.ts'

const startsAt = '2026-03-01T09:00:00.000Z'
const number = '358401234567'

/** What the air brings of a push: one segment or more. */
function segmentsOf(draft: PushDraft, id = '1') {
  const payloads = packetsOf(
    {
      bearer: 'smsc',
      sender: 'acme',
      from: { ton: 0, npi: 1, value: '16400' },
      to: number,
      carrier: 'sms',
      protocolId: 0,
      ...composePush(draft),
      wantsReport: false,
      deliverAt: undefined,
      validUntil: undefined,
      serviceType: '',
      replacesWaiting: false,
    },
    timestampAt(Date.parse(startsAt)),
    7,
  )
  return payloads.map((payload) => ({ id, bearer: 'smsc', from: '16400', to: number, payload }))
}

function createPhone() {
  const storage = createMemoryStorage(200_000)
  const http = createLiteralHttp(serve)
  const call = async (errand: Errand, covered = true) => {
    const clock = new VirtualClock()
    const { trace, fault } = await playCall(
      {
        errand,
        facts: {
          scenario: 'phone/call',
          title: 'A call',
          seed: 0,
          startsAt,
          profile: { ...plainProfile },
          target: {
            name: 'ota.test',
            hosts: ['ota.test'],
            clock: false,
            link,
            hasCredentials: false,
          },
          expect: {},
        },
        profile: { ...plainProfile, radio: { latencyMs: 0, bytesPerSecond: Infinity } },
        behaviour: strict,
        roots: [],
        covered,
        user: async () => ({ answer: 'accept' }),
        patienceMs: 300_000,
        onEvent: () => {},
      },
      { clock, http, storage, close: async () => {} },
    )
    return { fault, events: trace.events, told: trace.events.map(({ type }) => type) }
  }
  const asked = () => http.requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`)
  return { storage, call, asked }
}

const receive = (act: (phone: Inbox) => void, opensLinks = false): Errand => ({
  kind: 'receive',
  opensLinks,
  hold: ({ phone }) => act(phone),
})

const chain = ['GET /suites/demo.jad', 'GET /suites/demo.jar', 'POST /n/1']

test('the segments of a message are kept, and shown once all are there, in whichever call they came', async () => {
  const { storage, call, asked } = createPhone()
  const segments = segmentsOf(indicationOf(link, 'x'.repeat(200)))
  expect(segments.length).toBe(2)
  const [first, ...others] = segments
  const early = await call(receive((phone) => first && phone.take(first)))
  expect(early.told).not.toContain('push.received')
  const late = await call(receive((phone) => others.forEach((segment) => phone.take(segment))))
  expect(late.told).toContain('link.offered')
  expect(storage.read().inbox.map(({ url, kind }) => [kind, url])).toEqual([['si', link]])
  expect(asked()).toEqual([])
})

test('a user who opens what is shown installs it in the same call, whatever comes meanwhile', async () => {
  const { storage, call, asked } = createPhone()
  const { told } = await call(
    receive((phone) => {
      for (const segment of segmentsOf(indicationOf(link))) phone.take(segment)
      for (const segment of segmentsOf({ kind: 'text', text: 'Hello' }, '2')) phone.take(segment)
    }, true),
  )
  expect(asked()).toEqual(chain)
  expect(told.filter((type) => type === 'install.settled').length).toBe(1)
  const { suites, reports, inbox } = storage.read()
  expect([suites.length, reports.length, inbox.length]).toEqual([1, 0, 2])
})

test('a message of the inbox is opened later', async () => {
  const { storage, call, asked } = createPhone()
  await call(receive((phone) => segmentsOf(indicationOf(link)).forEach((one) => phone.take(one))))
  const [message] = storage.read().inbox
  if (message === undefined) throw new TypeError('nothing came')
  const { told } = await call({ kind: 'follow', message })
  expect(told).toContain('link.opened')
  expect(asked()).toEqual(chain)
})

test('a phone without coverage takes nothing', async () => {
  const { storage, call } = createPhone()
  const answers: string[] = []
  await call(
    receive((phone) =>
      segmentsOf(indicationOf(link)).forEach((one) => answers.push(phone.take(one))),
    ),
    false,
  )
  expect([answers, storage.read().inbox]).toEqual([['absent'], []])
})

test('what the network did stands in the trace of the call', async () => {
  const { call } = createPhone()
  const { told } = await call({
    kind: 'receive',
    opensLinks: false,
    hold: ({ note }) => note({ type: 'message.ended', message: '1', state: 'expired' }),
  })
  expect(told).toContain('message.ended')
})
