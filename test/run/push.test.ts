/** Runs against a server of somebody else that pushes by itself when it is asked to: real sockets, real programs. */
import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import type { Server } from 'node:http'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { prepare, run } from '../../src/index.ts'
import type { Prepared } from '../../src/index.ts'
import { createServer } from '../../src/reference/listen.ts'
import { createReference } from '../../src/reference/reference.ts'
import type { EventOf, TraceEventType } from '../../src/trace/events.ts'
import { findFreePort } from '../free-port.ts'
import { connectEsme } from '../network/esme.ts'
import type { Esme } from '../network/esme.ts'
import { indicationOf, pushAsEsme } from '../network/push-as-esme.ts'

let prepared: Prepared
beforeAll(async () => {
  prepared = await prepare()
})

async function portOf(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** What the server does when it is asked to push. */
type Push = (asked: { readonly to: string; readonly link: string }) => Promise<unknown>

/**
 * Plays scenarios on the plain phone against a server with a door for `push`; `PORT` and `DOOR` in the rest of the file stand for
 * a port of the network and the address of the door.
 */
async function play(
  scenarios: readonly string[],
  rest: string,
  pushesTo: (port: number) => Push,
): Promise<Awaited<ReturnType<typeof run>>> {
  const port = await findFreePort()
  const push = pushesTo(port)
  const now = Date.parse('2006-03-01T09:00:00.000Z')
  const server = createServer(createReference({ origin: 'http://127.0.0.1', now: () => now }))
  const admin = createHttpServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://admin')
    const to = searchParams.get('to') ?? ''
    push({ to, link: searchParams.get('link') ?? '' }).then(
      () => response.end('ok'),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  const [links, door] = await Promise.all([portOf(server), portOf(admin)])
  const folder = await mkdtemp(join(tmpdir(), 'ota-push-'))
  onTestFinished(async () => {
    for (const one of [server, admin]) {
      one.closeAllConnections()
      one.close()
    }
    await rm(folder, { recursive: true })
  })
  const file = join(folder, 'target.yaml')
  const text = `links: { demo: "http://127.0.0.1:${links}/demo.jad" }\n${rest}`
  await writeFile(
    file,
    text.replaceAll('PORT', String(port)).replaceAll('DOOR', `http://127.0.0.1:${door}`),
  )
  return run({ target: file, scenarios, profile: 'midp2-plain', prepared })
}

function eventsOf<T extends TraceEventType>(
  { traces }: Awaited<ReturnType<typeof run>>,
  type: T,
): readonly EventOf<T>[] {
  const isIt = (event: EventOf<TraceEventType>): event is EventOf<T> => event.type === type
  return [...traces.values()].flatMap(({ events }) => events.filter(isIt))
}

const verbs = 'verbs: { push: { http: { url: "DOOR/?to=${handset.msisdn}&link=${link}" } } }'
const smsc = `network: { ports: { smsc: PORT }, account: { name: acme, password: secret } }\n${verbs}`

/** Binds once and keeps the session. */
function bySmpp(password = 'secret') {
  let bound: Esme | undefined
  onTestFinished(() => bound?.destroy())
  const bind = async (port: number) => {
    const esme = await connectEsme(port)
    const { command_status } = await esme.request('bind_transceiver', {
      system_id: 'acme',
      password,
    })
    if (command_status !== 0) return undefined
    bound = esme
    return esme
  }
  return (port: number): Push =>
    async ({ to, link }) => {
      const esme = bound ?? (await bind(port))
      return esme && pushAsEsme(esme, to, indicationOf(link))
    }
}

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
