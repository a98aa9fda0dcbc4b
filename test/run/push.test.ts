/** Runs against a server of somebody else that pushes by itself when it is asked to. */
import { expect, test } from 'vitest'
import { indicationOf } from '../network/push-as-esme.ts'
import { bySmpp, eventsOf, play, smsc, verbs } from './pushing-target.ts'
import type { Push } from './pushing-target.ts'

test('a server that is an ESME pushes in each case over one session, and each link installs', async () => {
  const scenarios = ['push/service-indication', 'push/switched-off', 'push/expired']
  const result = await play(scenarios, smsc, bySmpp())
  expect(
    result.report.cases.map(({ scenario, verdict, reason }) => [scenario, verdict, reason]),
  ).toEqual([
    ['push/expired', 'pass', undefined],
    ['push/service-indication', 'pass', undefined],
    ['push/switched-off', 'pass', undefined],
  ])
  expect(
    result.report.cases.map(({ messages = [] }) =>
      messages.map(
        ({ message, bearer, sender, state }) => `${message} ${bearer} ${sender} ${state}`,
      ),
    ),
  ).toEqual([
    // What the scenario says more of is sent in the place of the server.
    ['1 harness harness delivered', '2 smsc acme delivered'],
    ['1 smsc acme delivered'],
    ['1 smsc acme delivered'],
  ])
  const asked = eventsOf(result, 'target.asked')
  expect(asked.map(({ verb, outcome }) => `${verb} ${outcome}`)).toEqual([
    'push done',
    'push done',
    'push done',
  ])
  const sessions = new Set(
    eventsOf(result, 'bearer.exchanged').map(({ bearer, session }) => `${bearer} ${session}`),
  )
  expect([...sessions]).toEqual(['smsc smsc.1'])
  const reports = eventsOf(result, 'http.exchanged').filter(
    ({ purpose }) => purpose === 'install-report',
  )
  expect(reports.map(({ request }) => new TextDecoder().decode(request.body).slice(0, 3))).toEqual([
    '900',
    '900',
    '900',
  ])
}, 30_000)

test('a server that posts to sendsms pushes a text, with octets of a push behind a header', async () => {
  const network = `network: { ports: { sms-http: PORT }, account: { name: acme, password: secret } }\n${verbs.replace('link=${link}', 'link=${link}&by=${bearer}')}`
  const result = await play(
    ['push/service-indication', 'push/by-sendsms'],
    network,
    (port) =>
      async ({ to, link }) => {
        const { composePush } = await import('../../src/wire/push/compose-push.ts')
        const { octets } = composePush(indicationOf(link))
        const percent = (all: Iterable<number>) =>
          [...all].map((octet) => `%${octet.toString(16).padStart(2, '0')}`).join('')
        const udh = percent([6, 5, 4, 0x0b, 0x84, 0x23, 0xf0])
        const place = `http://127.0.0.1:${port}/cgi-bin/sendsms?username=acme&password=secret&from=16400`
        const answer = await fetch(
          `${place}&to=${encodeURIComponent(to)}&coding=1&udh=${udh}&text=${percent(octets)}`,
        )
        if (answer.status !== 202) throw new Error(await answer.text())
      },
  )
  expect(
    result.report.cases.map(({ verdict, reason, outcome }) => [verdict, reason, outcome?.code]),
  ).toEqual([
    ['pass', undefined, 900],
    ['pass', undefined, 900],
  ])
  const message = { bearer: 'sms-http', sender: 'acme', from: '16400', state: 'delivered' }
  expect(result.report.cases.map(({ messages }) => messages)).toMatchObject([[message], [message]])
}, 30_000)

const missed: readonly (readonly [string, (port: number) => Push, string])[] = [
  [
    'nothing is sent',
    () => async () => undefined,
    'step 1 of the scenario (push) failed: verbs.push was done, and no message for +358401234567 came within 300 ms (network.arrivalMs) to network.ports: smsc 127.0.0.1:PORT',
  ],
  [
    'the bind is refused',
    (port) => bySmpp('wrong')(port),
    'step 1 of the scenario (push) failed: verbs.push was done, and no message for +358401234567 came within 300 ms (network.arrivalMs) to network.ports: smsc 127.0.0.1:PORT; refused: bind.refused: ESME_RINVPASWD for acme; request.refused: ESME_RINVPASWD: bind of acme',
  ],
  [
    'another number gets it',
    (port) =>
      async ({ link }) =>
        bySmpp()(port)({ to: '+4412', link }),
    'step 1 of the scenario (push) failed: verbs.push was done, and no message for +358401234567 came within 300 ms (network.arrivalMs) to network.ports: smsc 127.0.0.1:PORT; refused: for 4412: unknown-number; request.refused: ESME_RINVDSTADR: unknown-number',
  ],
  [
    'the door answers 500',
    () => async () => Promise.reject(new Error('no route')),
    'step 1 of the scenario (push) failed: the target did not push: GET http://127.0.0.1:DOOR/: 500 Internal Server Error, "Error: no route" (verbs.push)',
  ],
]

test.each(missed)(
  'where %s the case is inconclusive and names the line',
  async (_, pushesTo, reason) => {
    const brief = smsc.replace('account', 'arrivalMs: 300, account')
    const { report } = await play(['push/service-indication'], brief, pushesTo)
    const [one] = report.cases
    expect([
      one?.verdict,
      one?.reason
        ?.replaceAll(/smsc 127\.0\.0\.1:\d+/g, 'smsc 127.0.0.1:PORT')
        .replaceAll(/127\.0\.0\.1:\d+\//g, '127.0.0.1:DOOR/'),
    ]).toEqual(['inconclusive', reason])
  },
  30_000,
)
