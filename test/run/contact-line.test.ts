/** The embedded server and clients that speak no HTTP: nothing leaves the process. */
import { expect, it } from 'vitest'
import { VirtualClock } from '../../src/adapters/clock-virtual.ts'
import { createMemoryStorage } from '../../src/adapters/storage-memory.ts'
import { embeddedTarget, openEmbeddedWorld } from '../../src/embedded.ts'
import { playCase } from '../../src/run/case.ts'
import { flashBytes } from '../../src/run/initial-flash.ts'
import { planCases } from '../../src/run/plan.ts'
import { prepare } from '../../src/index.ts'
import type { Target } from '../../src/target/target.ts'
import { hashTrace } from '../../src/trace/jsonl.ts'

const startsAt = '2006-03-01T09:00:00.000Z'
const { scenarios, profiles, quirks } = await prepare()

const target: Target = {
  ...embeddedTarget,
  firstContact: {
    tcp: {
      host: 'reference.test',
      port: 5011,
      talk: [{ send: 'CONTACT ${client.version} ${handset.msisdn}' }, { expect: '250' }],
    },
    versions: { client: '1.2.0' },
  },
}

async function play(scenario: string) {
  const [theCase] = planCases({
    scenarios,
    profiles,
    target,
    seed: 1,
    startsAt,
    scenarioGlobs: [`first-contact/${scenario}`],
    profileGlob: 'htc-wizard',
  })
  if (theCase === undefined) throw new TypeError(`no case for ${scenario}`)
  const storage = createMemoryStorage(flashBytes(theCase))
  const world = await openEmbeddedWorld({
    clock: new VirtualClock(),
    storage,
    startsAt,
    fault: undefined,
    policies: undefined,
    replyTimeoutMs: undefined,
  })
  const { trace, fault } = await playCase(theCase, world, quirks)
  await world.close()
  const told = trace.events.flatMap((event) => {
    if (event.type === 'status.read') return [event.state]
    return event.type === 'client.contacted' ? [`${event.outcome} at ${event.server}`] : []
  })
  return { fault, told, hash: hashTrace(trace) }
}

it('a client says over a connection of its own which version it is, and is installed', async () => {
  const first = await play('right-after-installation')
  expect([first.fault, first.told]).toEqual([
    undefined,
    ['waiting', 'downloaded', 'accepted at reference.test:5011', 'installed'],
  ])
  expect((await play('right-after-installation')).hash).toBe(first.hash)
})

it('without coverage it says nothing, and all of it when coverage is back', async () => {
  expect((await play('without-coverage')).told).toEqual([
    'no-coverage at reference.test:5011',
    'downloaded',
    'accepted at reference.test:5011',
    'installed',
  ])
})
