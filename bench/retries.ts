/** Fourteen days of report retries: a suite started every day, a server that is down. `node retries.ts COUNT` */
import type { Behaviour } from '../src/handset/behaviour.ts'
import type { InstalledSuite } from '../src/handset/flash.ts'
import { strict } from '../src/handset/personalities/strict.ts'
import { alwaysAnswer } from './answers.ts'
import { raiseFleet } from './fleet.ts'

const days = 14
const dayMs = 86_400_000
const count = Number(process.argv[2])
const behaviour: Behaviour = { ...strict, reportAttemptsMax: () => days + 1 }
const suite: InstalledSuite = {
  id: 'suite.1',
  subject: { vendor: 'Acme', name: 'Bench', version: '1.0.0' },
  bytes: 60_000,
  dataBytes: 0,
  descriptorUrl: 'http://127.0.0.1/demo.jad',
  packageUrl: 'http://127.0.0.1/demo.jar',
  deleteNotify: undefined,
  deleteConfirm: undefined,
  midlets: [{ name: 'Bench', icon: undefined, className: 'acme.Bench' }],
  signer: undefined,
  permissions: [],
  push: [],
}
const report = {
  id: 'report.1',
  kind: 'install',
  url: 'http://127.0.0.1/notify/1',
  code: 900,
  attempts: 0,
  suiteId: suite.id,
} as const

const { members, drive } = await raiseFleet(count, { http: alwaysAnswer(500), behaviour })
for (const { handset } of members)
  handset.phone.storage.commit({ kind: 'suite stored', suite, report })
const began = performance.now()
for (let day = 0; day < days; day += 1) {
  for (const { handset } of members) handset.send({ type: 'suite.chosen', suite, for: 'launch' })
  await drive.advance(dayMs)
}
const ms = performance.now() - began
const attempts = members.reduce(
  (sum, { trace }) => sum + trace.events.filter(({ type }) => type === 'http.exchanged').length,
  0,
)
process.stdout.write(`${JSON.stringify({ handsets: count, days, attempts, ms })}\n`)
