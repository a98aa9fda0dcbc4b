/** The reference in a process of its own as anybody's server: it is asked by every verb, pushes over sockets, and a run judges it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { run } from '../../src/index.ts'
import { findFreePort } from '../free-port.ts'

const bin = fileURLToPath(new URL('../../bin/ota.mjs', import.meta.url))
const bearers = ['smsc', 'ppg', 'sms-http', 'wap-udp'] as const

interface Serving {
  readonly fault?: string
  /** A verb that the file leaves out. */
  readonly lacks?: string
}

/** @returns the target file that tells of it */
async function serveReference({ fault, lacks }: Serving = {}): Promise<string> {
  const ports = new Map<string, number>()
  for (const bearer of bearers) ports.set(bearer, await findFreePort())
  const places = [...ports].flatMap(([bearer, port]) => [`--${bearer}`, `127.0.0.1:${port}`])
  const faults = fault === undefined ? [] : ['--fault', fault]
  const options = ['--ticket-lifetime', '10m', '--retry-after', '2s', ...faults, ...places]
  const server = spawn(process.execPath, [bin, 'reference', ...options])
  server.stderr.resume()
  const exited = once(server, 'exit')
  const folder = await mkdtemp(join(tmpdir(), 'ota-reference-'))
  onTestFinished(async () => {
    server.kill('SIGINT')
    await exited
    await rm(folder, { recursive: true })
  })
  const lines: string[] = []
  for await (const line of createInterface({ input: server.stdout })) {
    lines.push(line)
    if (line.startsWith('pushes: ')) break
  }
  const { origin, href: demo } = new URL(lines[0]?.split(/ +/)[1] ?? '')
  expect(lines.at(-1)).toBe(
    `pushes: ordered at ${origin}/admin/push, sent by smsc, ppg, sendsms, json, wap-udp`,
  )
  expect(lines).toContain(
    `desks: ${origin}/admin has a form for each: push, tickets, cancel, publish, status, clock, reset`,
  )
  const file = join(folder, 'target.yaml')
  const post = (name: string, form: Readonly<Record<string, string>>) => ({
    http: { method: 'POST', url: `${origin}/admin/${name}`, form },
  })
  const whole = {
    links: { demo, client: `${origin}/client`, 'client-updated': `${origin}/client-updated` },
    'first-contact': {
      http: {
        url: `${origin}/contact`,
        form: { version: '${client.version}', number: '${handset.msisdn}' },
      },
      versions: { client: '1.2.0', 'client-updated': '1.3.0' },
    },
    ticketLifetime: '10m',
    network: {
      ports: Object.fromEntries(ports),
      account: { name: 'reference', password: 'operator' },
      // Longer than a busy machine needs.
      arrivalMs: 60_000,
    },
    verbs: {
      clock: post('clock', { instant: '${instant}' }),
      push: post('push', {
        to: '${handset.msisdn}',
        app: '${app}',
        bearer: '${bearer}',
        what: '${what}',
        kind: '${kind}',
        ticket: '${ticket}',
      }),
      cancel: post('cancel', { link: '${ticket.link}' }),
      publish: post('publish', { app: '${app}' }),
      reset: post('reset', {}),
      status: {
        http: { url: `${origin}/admin/status?app=\${app}` },
        shows: {
          waiting: 'waiting for the download',
          downloaded: 'downloaded,',
          installed: 'installed',
        },
      },
    },
  }
  await writeFile(
    file,
    JSON.stringify(whole, (key, value: unknown) => (key === lacks ? undefined : value)),
  )
  return file
}

/** Each with its phone and, where there is one, the bearer that its first message came by. */
type Played = Readonly<Record<string, readonly [profile: string, bearer: string | undefined]>>

const pushes: Played = {
  'push/by-json': ['midp2-plain', 'sms-http'],
  'push/by-ppg': ['midp2-plain', 'ppg'],
  'push/by-sendsms': ['midp2-plain', 'sms-http'],
  'push/by-wap-udp': ['midp2-plain', 'wap-udp'],
  'push/cache-operation': ['midp2-plain', 'smsc'],
  'push/offered-again': ['midp2-plain', 'smsc'],
  'push/throttled': ['midp2-plain', 'smsc'],
  'ticket/opened-after-the-end': ['midp2-plain', 'smsc'],
  'ticket/opened-once': ['midp2-plain', 'smsc'],
}

/** Scenarios that ask to cancel, to publish, and what is shown. */
const verbs: Played = {
  'first-contact/older-version-goes-on': ['nokia-n95', undefined],
  'first-contact/ordered-again': ['nokia-n95', 'smsc'],
  'native/published-meanwhile': ['nokia-n95', undefined],
  'native/ticket-cancelled': ['nokia-n95', 'smsc'],
  'native/ticket-cancelled-between': ['nokia-n95', 'smsc'],
  'ticket/cancelled-and-ordered-again': ['midp2-plain', 'smsc'],
  'ticket/cancelled-at-the-question': ['midp2-plain', 'smsc'],
  'ticket/cancelled-before-it-is-opened': ['midp2-plain', 'smsc'],
  'update/published': ['midp2-plain', undefined],
}

test.each([
  ['pushes', pushes, ['push/one-message', 'ticket/refused-after-the-end']],
  [
    'can be asked by every verb',
    verbs,
    ['status/version-there-counts', 'ticket/dead-when-cancelled'],
  ],
])(
  'it is played against like any other server that %s, and conforms',
  async (_, played, judged) => {
    const target = await serveReference()
    const { report } = await run({
      target,
      scenarios: Object.keys(played),
      profile: '{midp2-plain,nokia-n95}',
    })
    expect(
      report.cases.flatMap(({ scenario, findings }) =>
        findings
          .filter(({ verdict }) => verdict === 'fail' || verdict === 'error')
          .map(({ check, reason }) => `${scenario} ${check}: ${reason}`),
      ),
    ).toEqual([])
    expect(
      report.cases.flatMap(({ scenario, verdict, reason }) =>
        verdict === 'pass' ? [] : [`${scenario} ${verdict}: ${reason}`],
      ),
    ).toEqual([])
    const found = report.checks.filter(({ check }) => judged.includes(check))
    expect(found.map(({ check, verdict }) => [check, verdict])).toEqual(
      judged.map((check) => [check, 'pass']),
    )
    expect(
      Object.fromEntries(
        report.cases.map(({ scenario, profile, messages }) => [
          scenario,
          [profile, messages?.[0]?.bearer],
        ]),
      ),
    ).toEqual(played)
  },
  120_000,
)

/** What came of cancelling an order at the reference with this fault, or without the verb. */
async function cancelAt(serving: Serving) {
  const target = await serveReference(serving)
  const scenarios = ['native/ticket-cancelled', 'ticket/cancelled-before-it-is-opened']
  const { report } = await run({ target, scenarios, profile: '{midp2-plain,nokia-n95}' })
  return report.cases.map(({ scenario, verdict, reason, findings }) => [
    scenario,
    verdict,
    reason,
    ...findings
      .filter(({ check, verdict: one }) => check === 'ticket/dead-when-cancelled' || one === 'fail')
      .map(({ check, verdict: one, reason: why }) => `${check} ${one}: ${why}`),
  ])
}

test('a server whose links outlive their orders is found out', async () => {
  const leadsOn =
    'ticket/dead-when-cancelled fail: Unexpected a descriptor or package with status 200 after the order was cancelled, expected nothing to install.'
  const installed = 'expected a link without a suite, but a suite was installed'
  expect(await cancelAt({ fault: 'ticket-outlives-its-order' })).toEqual([
    [
      'native/ticket-cancelled',
      'inconclusive',
      installed,
      // The phone asks with HEAD first.
      'ticket/dead-when-cancelled fail: Unexpected status 200 with x-epoc/x-sisx-app after the order was cancelled, expected 404 or 410.',
      leadsOn,
    ],
    // Descriptor and package.
    ['ticket/cancelled-before-it-is-opened', 'inconclusive', installed, leadsOn, leadsOn],
  ])
}, 120_000)

test('a server that cannot be asked to cancel leaves it open, and the line is named', async () => {
  const why = 'the target cannot be asked to cancel an order: add verbs.cancel to the target file'
  expect(await cancelAt({ lacks: 'cancel' })).toEqual([
    [
      'native/ticket-cancelled',
      'inconclusive',
      `step 3 of the scenario (cancel-order) failed: ${why}`,
      `ticket/dead-when-cancelled inconclusive: ${why}`,
    ],
    [
      'ticket/cancelled-before-it-is-opened',
      'inconclusive',
      `step 3 of the scenario (cancel-order) failed: ${why}`,
      `ticket/dead-when-cancelled inconclusive: ${why}`,
    ],
  ])
}, 120_000)

test('a server that cannot be asked for a text is told which line to add', async () => {
  const target = await serveReference({ lacks: 'kind' })
  const { report } = await run({ target, scenarios: ['native/ticket'], profile: 'nokia-n95' })
  expect(report.cases.map(({ verdict, reason }) => [verdict, reason])).toEqual([
    [
      'inconclusive',
      'step 1 of the scenario (push) failed: the target cannot be asked for a text: add ${kind} to verbs.push of the target file',
    ],
  ])
}, 120_000)
