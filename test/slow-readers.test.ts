/** Servers on loopback with timers of their own, and a phone that takes what they send slowly, by the clock on the wall. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo, Server } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WallClock } from '../src/adapters/clock-wall.ts'
import type { SlowTransfer } from '../src/handset/slow-pace.ts'
import { prepare, run } from '../src/index.ts'
import { incompressible, packClient, specsOf } from '../src/reference/native/packages.ts'
import { parseScenario } from '../src/scenario/scenario.ts'
import { loadSteps } from '../src/scenario/step-catalogue.ts'

const timers = new WallClock()
afterAll(() => timers.close())

const bytesPerSecond = 3_000_000
const specs = specsOf({ major: 1, minor: 0, build: 0 })
/** More than systems hold between a server and a phone that reads nothing. */
const large = packClient('pocket-pc', {
  ...specs,
  'pocket-pc': {
    ...specs['pocket-pc'],
    files: [{ name: 'maps.bin', octets: incompressible(10_000_000) }],
  },
})

const [prepared, steps] = await Promise.all([prepare(), loadSteps()])
const scenario = parseScenario(
  `title: A package comes slowly
profiles: ['windows-mobile/*']
steps:
  - open: { link: client }
  - await: { event: install.settled }
  - fault: { on: package, do: slow, bytesPerSecond: ${bytesPerSecond} }
  - refetch: {}
expect: {}
`,
  'slowly.yaml',
  { id: 'test/slowly', steps },
)

/** Else as fast as loopback. */
const profiles = prepared.profiles
  .filter(({ id }) => id === 'htc-wizard')
  .map((profile) => ({
    ...profile,
    limits: { ...profile.limits, storageBytes: 64_000_000 },
    radio: { latencyMs: 0, bytesPerSecond: 1_000_000_000 },
  }))

/** Servers that give an answer so much time. */
const patience = { patient: undefined, hasty: 250 } as const

// Seconds, and more where many tests share a machine.
describe('a server', { timeout: 60_000 }, () => {
  const servers = new Map<string, Server>()

  beforeAll(async () => {
    for (const [name, ms] of Object.entries(patience)) {
      const server = serve(ms)
      server.listen(0, '127.0.0.1')
      await once(server, 'listening')
      servers.set(name, server)
    }
  })

  afterAll(async () => {
    for (const server of servers.values()) {
      server.close()
      await once(server, 'close')
    }
  })

  const play = async (name: keyof typeof patience, clock: 'virtual' | 'wall') => {
    const told: SlowTransfer[] = []
    const url = `http://127.0.0.1:${portOf(servers.get(name))}/client.cab`
    const { report } = await run({
      target: url,
      scenarios: ['test/slowly'],
      profile: 'htc-wizard',
      clock,
      prepared: { ...prepared, scenarios: [scenario], profiles },
      onSlow: (_id, transfer) => told.push(transfer),
    })
    const finding = report.cases[0]?.findings.find(({ check }) => check === 'native/slow-phone')
    return { url, verdict: finding?.verdict, reason: finding?.reason, told }
  }

  it('that is patient serves a phone that is slow on the wall', async () => {
    const { url, verdict, reason, told } = await play('patient', 'wall')
    const bytes = large.length
    expect(verdict).toBe('pass')
    expect(reason).toMatch(`${bytes} octets at ${bytesPerSecond} a second, whole after`)
    expect(told).toEqual([{ url, bytes, bytesPerSecond, ms: (bytes * 1000) / bytesPerSecond }])
  })

  it('that is hasty is found out by a phone that is slow on the wall', async () => {
    const { verdict, reason } = await play('hasty', 'wall')
    expect(verdict).toBe('fail')
    expect(reason).toMatch(
      /^Unexpected end after \d{7} octets and \d s at 3000000 octets a second, expected all \d{8} octets\.$/,
    )
  })

  it('is not judged by a phone that is slow by its own clock alone', async () => {
    const { verdict, reason, told } = await play('patient', 'virtual')
    expect(verdict).toBe('inconclusive')
    expect(reason).toBe(
      'the phone was slow by its own clock alone, and the target sent at once: play it with --clock wall',
    )
    expect(told).toEqual([])
  })
})

/**
 * The first answer is for a quick phone, which has it in time however busy this machine is.
 *
 * @param ms after which all others are cut off; none: they never are
 */
function serve(ms: number | undefined): Server {
  let answers = 0
  return createServer((_, response) => {
    answers += 1
    response.on('error', () => {})
    response.writeHead(200, {
      'Content-Type': 'application/vnd.ms-cab-compressed',
      'Content-Length': large.length,
    })
    response.end(large)
    if (ms === undefined || answers === 1) return
    const timer = timers.setTimeout(() => void response.socket?.destroy(), ms)
    response.on('finish', () => timers.clearTimeout(timer))
  })
}

function portOf(server: Server | undefined): AddressInfo['port'] {
  const address = server?.address()
  if (address === null || typeof address !== 'object') throw new TypeError('it does not listen')
  return address.port
}
