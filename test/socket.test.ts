/** The embedded server in process and the same server on a port of loopback: nothing that a handset tells may differ. */
import { describe, expect, it } from 'vitest'
import { VirtualClock } from '../src/adapters/clock-virtual.ts'
import { createHttpUndici } from '../src/adapters/http-undici.ts'
import { createSocketPair } from '../src/adapters/in-memory-socket.ts'
import { createMemoryStorage } from '../src/adapters/storage-memory.ts'
import type { Http } from '../src/handset/ports.ts'
import { loadPhones } from '../src/handset/phone-catalogue.ts'
import { embeddedTarget, openNetwork } from '../src/embedded.ts'
import { createServer, listen } from '../src/reference/listen.ts'
import { contactAt } from '../src/reference/native/answer-contact.ts'
import { linksAt } from '../src/reference/offers.ts'
import { createReference } from '../src/reference/reference.ts'
import type { Reference } from '../src/reference/reference.ts'
import { playCase } from '../src/run/case.ts'
import type { PlayedCase } from '../src/run/case.ts'
import { flashBytes } from '../src/run/initial-flash.ts'
import { planCases } from '../src/run/plan.ts'
import { loadScenarios } from '../src/scenario/scenario.ts'
import { loadSteps } from '../src/scenario/step-catalogue.ts'
import type { Target } from '../src/target/target.ts'
import { hashTrace } from '../src/trace/jsonl.ts'
import { tellTrace } from './traces/tell-trace.ts'

const startsAt = '2006-03-01T09:00:00.000Z'

const [steps, { quirks, profiles }] = await Promise.all([loadSteps(), loadPhones()])
const scenarios = await loadScenarios(new URL('../scenarios/', import.meta.url), steps)

/** Both ways lead to a name that stands for loopback, and to one port, so that not an octet need differ. */
const name = 'reference.test'

function originAt(port: number): string {
  return `http://${name}:${port}`
}

function targetAt(port: number): Target {
  const origin = originAt(port)
  const { credentials, suite } = createReference({ origin, now: () => 0 })
  return {
    name,
    links: new Map(Object.entries(linksAt(origin))),
    hosts: [`${name}:${port}`],
    roots: embeddedTarget.roots,
    suite,
    credentials,
    clock: true,
    firstContact: contactAt(origin),
    embedded: false,
  }
}

interface Way {
  readonly http: Http
  close(): Promise<void>
}

function openReference(clock: VirtualClock, port: number): Reference {
  return createReference({ origin: originAt(port), now: () => Date.parse(startsAt) + clock.now() })
}

function openInProcess(clock: VirtualClock, port: number): Way {
  const server = createServer(openReference(clock, port))
  const http = createHttpUndici({
    connect: () => {
      const [near, far] = createSocketPair()
      server.emit('connection', far)
      return near
    },
  })
  return {
    http,
    async close() {
      await http.close()
      server.close()
      server.closeAllConnections()
    },
  }
}

async function openLoopback(clock: VirtualClock): Promise<Way & { readonly port: number }> {
  const listening = await listen(openReference(clock, 80), { host: '127.0.0.1', port: 0 })
  const http = createHttpUndici({ hosts: new Map([[name, '127.0.0.1']]) })
  return {
    http,
    port: Number(new URL(listening.origin).port),
    async close() {
      await http.close()
      await listening.close()
    },
  }
}

async function play(
  scenarioId: string,
  way: Way & { readonly clock: VirtualClock; readonly port: number },
) {
  const { http, clock, port } = way
  const planned = planCases({
    scenarios,
    profiles,
    target: targetAt(port),
    seed: 1,
    startsAt,
    scenarioGlobs: [scenarioId],
    profileGlob:
      '{midp2-plain,nokia-6600,nokia-n95,nokia-e71,htc-wizard,hp-ipaq-510,plain-pocket-pc-2003,orange-spv-e650}',
  })
  const theCase = planned.find(({ profile }) => profile.id === 'midp2-plain') ?? planned[0]
  if (theCase === undefined) throw new TypeError(`no case for ${scenarioId}`)
  const storage = createMemoryStorage(flashBytes(theCase))
  const network = openNetwork(clock, Date.parse(startsAt))
  const world = { clock, http, storage, network, close: async () => {} }
  const played = await playCase(theCase, world, quirks)
  await way.close()
  return tell(played)
}

/** Without what a stopwatch measured. */
function tell({ trace, fault }: PlayedCase) {
  return { fault, told: tellTrace(trace), hash: hashTrace(trace) }
}

describe('over a real socket', () => {
  // Nobody is asked to publish: the servers of this test have no verbs.
  const played = scenarios.filter(({ verbs }) => verbs.length === 0)

  it.each(played.map(({ id }) => id))('%s leaves the trace it leaves in process', async (id) => {
    const clock = new VirtualClock()
    const loopback = await openLoopback(clock)
    const { port } = loopback
    const overSocket = await play(id, { ...loopback, clock, port })
    const inner = new VirtualClock()
    const inProcess = await play(id, { ...openInProcess(inner, port), clock: inner, port })
    expect(overSocket).toEqual(inProcess)
    expect(overSocket.fault).toBe(undefined)
  })
})
