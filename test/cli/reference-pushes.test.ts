/** The reference in a process of its own as anybody's server: it pushes over sockets, and a run judges it. */
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

/** @returns the target file that tells of it */
async function serveReference(): Promise<string> {
  const ports = new Map<string, number>()
  for (const bearer of bearers) ports.set(bearer, await findFreePort())
  const places = [...ports].flatMap(([bearer, port]) => [`--${bearer}`, `127.0.0.1:${port}`])
  const options = ['--ticket-lifetime', '10m', '--retry-after', '2s', ...places]
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
  const file = join(folder, 'target.yaml')
  await writeFile(
    file,
    JSON.stringify({
      links: { demo },
      ticketLifetime: '10m',
      network: {
        ports: Object.fromEntries(ports),
        account: { name: 'reference', password: 'operator' },
      },
      verbs: {
        clock: {
          http: { method: 'POST', url: `${origin}/admin/clock`, form: { instant: '${instant}' } },
        },
        push: {
          http: {
            method: 'POST',
            url: `${origin}/admin/push`,
            form: {
              to: '${handset.msisdn}',
              app: '${app}',
              bearer: '${bearer}',
              what: '${what}',
              ticket: '${ticket}',
            },
          },
        },
      },
    }),
  )
  return file
}

/** Each with the bearer that its first message came by. */
const played = {
  'push/by-json': 'sms-http',
  'push/by-ppg': 'ppg',
  'push/by-sendsms': 'sms-http',
  'push/by-wap-udp': 'wap-udp',
  'push/cache-operation': 'smsc',
  'push/offered-again': 'smsc',
  'push/throttled': 'smsc',
  'ticket/opened-after-the-end': 'smsc',
  'ticket/opened-once': 'smsc',
}

test('it is played against like any other server that pushes, and conforms', async () => {
  const target = await serveReference()
  const { report } = await run({ target, scenarios: Object.keys(played), profile: 'midp2-plain' })
  expect(
    report.cases.flatMap(({ scenario, findings }) =>
      findings
        .filter(({ verdict }) => verdict === 'fail' || verdict === 'error')
        .map(({ check, reason }) => `${scenario} ${check}: ${reason}`),
    ),
  ).toEqual([])
  expect(report.cases.map(({ scenario, verdict }) => `${scenario} ${verdict}`)).toEqual(
    Object.keys(played).map((scenario) => `${scenario} pass`),
  )
  expect(
    Object.fromEntries(
      report.cases.map(({ scenario, messages }) => [scenario, messages?.[0]?.bearer]),
    ),
  ).toEqual(played)
}, 60_000)
