/** Phones that have something to lose, sent to servers on loopback that mean them no good. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createHttpUndici } from '../../../src/adapters/http-undici.ts'
import { VirtualClock } from '../../../src/adapters/clock-virtual.ts'
import { createMemoryStorage } from '../../../src/adapters/storage-memory.ts'
import { emptyFlash, applyChange } from '../../../src/handset/flash.ts'
import type { Flash } from '../../../src/handset/flash.ts'
import { createOperator } from '../../../src/network/operator.ts'
import type { Profile } from '../../../src/profile/profile.ts'
import type { CaseReport } from '../../../src/run/report-model.ts'
import { prepare } from '../../../src/run/prepare.ts'
import { flashBytes } from '../../../src/run/initial-flash.ts'
import { planCases } from '../../../src/run/plan.ts'
import { runCases } from '../../../src/run/run.ts'
import { parseScenario } from '../../../src/scenario/scenario.ts'
import { loadSteps } from '../../../src/scenario/step-catalogue.ts'
import { restoreState } from '../../../src/scenario/stored-state.ts'
import type { Target } from '../../../src/target/target.ts'
import type { Trace } from '../../../src/trace/trace.ts'

const [{ profiles, checks, quirks }, steps] = await Promise.all([prepare(), loadSteps()])

export type Conduct = (request: IncomingMessage, response: ServerResponse) => void

export interface Opened {
  readonly origin: string
  /** What was asked of it: `GET /a.dd`. */
  readonly asked: readonly string[]
  close(): void
}

/** @param conductAt what it does, once it is known where it is */
export async function openServer(conductAt: (origin: string) => Conduct): Promise<Opened> {
  const asked: string[] = []
  const server = createServer()
  const origin = await listenAnywhere(server)
  const conduct = conductAt(origin)
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    asked.push(`${request.method} ${request.url}`)
    response.on('error', () => {})
    conduct(request, response)
  })
  return {
    origin,
    asked,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function listenAnywhere(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
}

/** What the phone has before: a suite with records, and a suite that came without a descriptor. */
const had = `
from:
  suites:
    - { vendor: Elsewhere, name: Diary, version: "1.0.0", package: "http://elsewhere.test/diary.jar", records: { days: [a, b] } }
    - { vendor: Elsewhere, name: Game, version: "2.1", package: "http://elsewhere.test/game.jar" }
`

export interface Played {
  readonly report: CaseReport
  readonly trace: Trace
  readonly before: Flash
  readonly after: Flash
}

export interface Play {
  readonly profile: string
  /** What of the phone is other than its profile says. */
  readonly change?: Partial<Profile>
  readonly target: Pick<Target, 'links' | 'hosts'> & Partial<Target>
  /** In YAML; none: the link `download` is opened, and all that it leads to comes to an end. */
  readonly steps?: string
}

const startsAt = '2006-03-01T09:00:00.000Z'
const openDownload =
  'steps:\n  - open: { link: download }\n  - await: { event: install.settled, within: 2h }\n'

export async function playHostile({
  profile,
  change,
  target: more,
  steps: text,
}: Play): Promise<Played> {
  const target: Target = {
    name: 'hostile',
    roots: [],
    credentials: undefined,
    clock: false,
    embedded: false,
    ...more,
  }
  const whole = `title: A hostile server\nprofiles: ['**']\n${had}${text ?? openDownload}expect: {}\n`
  const scenario = parseScenario(whole, 'hostile.yaml', { id: 'hostile', steps })
  const [theCase] = planCases({
    scenarios: [scenario],
    profiles: profiles.map((one) => (one.id === profile ? { ...one, ...change } : one)),
    target,
    seed: 1,
    startsAt,
    scenarioGlobs: [],
    profileGlob: profile,
  })
  if (theCase === undefined) throw new TypeError(`nothing to play on ${profile}`)
  const storage = createMemoryStorage(flashBytes(theCase))
  const { report, traces } = await runCases({
    cases: [theCase],
    target,
    checks,
    quirks,
    openWorld: async () => openWorld(storage),
    seed: 1,
    startsAt,
    clock: 'virtual',
    failOn: 'must',
    version: 'test',
    stopwatch: () => performance.now(),
  })
  const [played] = report.cases
  const trace = traces.get(theCase.id)
  if (played === undefined || trace === undefined) throw new TypeError('nothing was played')
  const changes = scenario.from === undefined ? [] : restoreState(scenario.from, target)
  return {
    report: played,
    trace,
    before: changes.reduce(applyChange, emptyFlash),
    after: storage.read(),
  }
}

function openWorld(storage: ReturnType<typeof createMemoryStorage>) {
  const clock = new VirtualClock()
  const http = createHttpUndici()
  const network = createOperator({ clock, startsAtMs: Date.parse(startsAt), accounts: [] })
  return { clock, http, storage, network, close: () => http.close() }
}

/** Ids of checks that failed, whatever their level. */
export function failedChecks({ findings }: CaseReport): readonly string[] {
  const failed = findings.filter(({ verdict }) => verdict === 'fail')
  return [...new Set(failed.map(({ check }) => check))].toSorted()
}
