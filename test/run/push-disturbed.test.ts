/** What a scenario has the network do to servers also strikes those that come over sockets: here by the npm package `smpp`. */
import { expect, onTestFinished, test } from 'vitest'
import { WallClock } from '../../src/adapters/clock-wall.ts'
import { goodConduct } from '../../src/reference/push/conduct.ts'
import type { Setback } from '../../src/reference/push/conduct.ts'
import { untilTaken } from '../../src/reference/push/retry.ts'
import { connectEsme, login } from '../network/esme.ts'
import type { Esme } from '../network/esme.ts'
import { indicationOf, pushAsEsme } from '../network/push-as-esme.ts'
import { readPdu } from './read-pdu.ts'
import { eventsOf, play, smsc } from './pushing-target.ts'
import type { Push } from './pushing-target.ts'

const throttled = 0x58
const pauseMs = 1100

/** Binds when it is not bound, and tries again what was not taken. @param pause between two attempts */
function persistent(pause = pauseMs) {
  const timers = new WallClock()
  const conduct = { ...goodConduct, waitMs: () => pause }
  let bound: Esme | undefined
  onTestFinished(() => {
    bound?.destroy()
    timers.close()
  })
  const bind = async (port: number): Promise<Esme | Setback> => {
    const esme = await connectEsme(port)
    const status = await statusOf(
      esme,
      esme.request('bind_transceiver', { ...login, interface_version: 0x34 }),
    )
    if (status === undefined) return { kind: 'silence' }
    if (status !== 0) return { kind: 'bind', status }
    void esme.closed.then(() => (bound = undefined))
    return (bound = esme)
  }
  const attempt = async (
    port: number,
    { to, link }: Parameters<Push>[0],
  ): Promise<Setback | undefined> => {
    const esme = bound ?? (await bind(port))
    if ('kind' in esme) return esme
    const submission = pushAsEsme(esme, to, indicationOf(link))
    const status = await statusOf(
      esme,
      submission.then(([command_status]) => ({ command_status })),
    )
    if (status === undefined) return { kind: 'silence' }
    return status === 0 ? undefined : { kind: 'submit', status }
  }
  return (port: number): Push =>
    (asked) =>
      untilTaken(() => attempt(port, asked), { conduct, timers })
}

/** None where the connection ended first. */
function statusOf(
  { closed }: Esme,
  answer: Promise<{ readonly command_status: number }>,
): Promise<number | undefined> {
  return Promise.race([
    answer.then(({ command_status }) => command_status),
    closed.then(() => undefined),
  ])
}

/** What went over SMPP, in short. */
const spoken = (result: Awaited<ReturnType<typeof play>>) =>
  eventsOf(result, 'bearer.exchanged').map(({ octets }) => readPdu(octets))

/** In how it speaks to the SMSC. */
const failuresOf = ({ report }: Awaited<ReturnType<typeof play>>) =>
  report.cases
    .flatMap(({ findings }) => findings)
    .filter(({ check, verdict }) => check.startsWith('smpp/') && verdict === 'fail')
    .map(({ check, level }) => `${check} ${level}`)

test('a server that is throttled waits in real time, and is judged by it', async () => {
  const result = await play(['push/throttled'], smsc, persistent())
  const [one] = result.report.cases
  expect([one?.verdict, one?.reason, one?.outcome?.code]).toEqual(['pass', undefined, 900])
  expect(spoken(result).filter((line) => line.startsWith('submit_sm'))).toEqual([
    'submit_sm',
    `submit_sm_resp ${throttled}`,
    'submit_sm',
    `submit_sm_resp ${throttled}`,
    'submit_sm',
    'submit_sm_resp 0',
  ])
  const waits = one?.findings.find(({ check }) => check === 'smpp/slows-down')
  expect([waits?.verdict, waits?.reason]).toEqual([
    'pass',
    expect.stringMatching(/^it submitted again after 1\d{3} ms$/),
  ])
  expect(failuresOf(result)).toEqual([])
}, 30_000)

test('a server that goes on at once is found out', async () => {
  const result = await play(['push/throttled'], smsc, persistent(0))
  expect(failuresOf(result)).toEqual(['smpp/slows-down should', 'smpp/slows-down should'])
}, 30_000)

test('a bind that is refused and a submission that is lost are tried again', async () => {
  const result = await play(['push/bind-refused', 'push/submission-lost'], smsc, persistent())
  expect(
    result.report.cases.map(({ scenario, verdict, reason, outcome }) => [
      scenario,
      verdict,
      reason,
      outcome?.code,
    ]),
  ).toEqual([
    ['push/bind-refused', 'pass', undefined, 900],
    ['push/submission-lost', 'pass', undefined, 900],
  ])
  const sessions = eventsOf(result, 'bearer.exchanged').map(({ session }) => session)
  expect(new Set(sessions)).toEqual(new Set(['smsc.1', 'smsc.2', 'smsc.3', 'smsc.4']))
}, 30_000)

test('an SMSC that asks, takes leave or cuts does so to whoever is bound over a socket', async () => {
  const result = await play(
    ['push/centre-asks', 'push/centre-cuts', 'push/centre-takes-leave'],
    smsc,
    persistent(),
  )
  const asked = [...result.traces.values()].map(({ events }) =>
    events
      .flatMap((event) => (event.type === 'bearer.exchanged' ? [readPdu(event.octets)] : []))
      .filter((line) => /enquire|unbind/.test(line)),
  )
  expect(asked).toEqual([['enquire_link', 'enquire_link_resp 0'], [], ['unbind', 'unbind_resp 0']])
  expect(result.report.cases.map(({ verdict }) => verdict)).toEqual(['pass', 'pass', 'pass'])
}, 30_000)

test('a push that the network refuses for good ends as refused where the scenario wants that', async () => {
  const refusing = smsc.replace('account', 'arrivalMs: 300, account')
  const byOnce =
    (port: number): Push =>
    async ({ to, link }) => {
      const esme = await connectEsme(port)
      onTestFinished(() => esme.destroy())
      await esme.request('bind_transceiver', login)
      const [status] = await pushAsEsme(esme, to, indicationOf(link))
      if (status !== 0) throw new Error(`status ${status}`)
    }
  const { report } = await play(['push/refused-by-the-centre', 'push/nobody'], refusing, byOnce)
  expect(report.cases.map(({ verdict, reason }) => [verdict, reason])).toEqual([
    ['pass', undefined],
    ['pass', undefined],
  ])
}, 30_000)
