/** Complete flows: descriptor, 60 KB package, report; traced and judged; against bare `undici.request` in the same run. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'undici'
import { createHttpUndici } from '../src/adapters/http-undici.ts'
import { VirtualClock } from '../src/adapters/clock-virtual.ts'
import { createMemoryStorage } from '../src/adapters/storage-memory.ts'
import { judge, loadChecks } from '../src/check/judge.ts'
import { loadPhones } from '../src/handset/phone-catalogue.ts'
import { playCase } from '../src/run/case.ts'
import { planCases } from '../src/run/plan.ts'
import { loadScenarios } from '../src/scenario/scenario.ts'
import { loadSteps } from '../src/scenario/step-catalogue.ts'
import { targetFromUrl } from '../src/target/target.ts'
import { createOperator } from '../src/network/operator.ts'

const concurrency = 50
/** Of either arm: the engine still compiles after a thousand flows, and what a flow costs has settled after four. */
const warmUp = 4000

export interface FlowFigures {
  readonly bareFlowsPerSecond: number
  readonly flowsPerSecond: number
  readonly ratio: number
}

/** Flows a second of the product and of the bare client, in alternating rounds; medians. */
export async function measureFlows(flowsPerRound: number, rounds: number): Promise<FlowFigures> {
  const server = fork(new URL('./flow-server.ts', import.meta.url))
  const [message]: { readonly port?: unknown }[] = await once(server, 'message')
  const origin = `http://127.0.0.1:${String(message?.port)}`
  try {
    const bare = bareFlow(origin)
    const whole = await wholeFlow(origin)
    await throughput(bare.play, warmUp)
    await throughput(whole.play, warmUp)
    const bareRates: number[] = []
    const wholeRates: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      bareRates.push(await throughput(bare.play, flowsPerRound))
      wholeRates.push(await throughput(whole.play, flowsPerRound))
    }
    await bare.close()
    await whole.close()
    const bareFlowsPerSecond = median(bareRates)
    const flowsPerSecond = median(wholeRates)
    return { bareFlowsPerSecond, flowsPerSecond, ratio: flowsPerSecond / bareFlowsPerSecond }
  } finally {
    server.disconnect()
  }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}

async function throughput(play: () => Promise<void>, flows: number): Promise<number> {
  let left = flows
  const began = performance.now()
  const worker = async () => {
    while (left > 0) {
      left -= 1
      await play()
    }
  }
  await Promise.all(Array.from({ length: concurrency }, worker))
  return (flows * 1000) / (performance.now() - began)
}

function bareFlow(origin: string) {
  const dispatcher = new Agent({ connections: concurrency })
  const fetchWhole = async (
    path: string,
    options?: { readonly method: 'POST'; readonly body: string },
  ) => {
    const { body } = await request(`${origin}${path}`, { dispatcher, ...options })
    await body.arrayBuffer()
  }
  return {
    async play() {
      await fetchWhole('/demo.jad')
      await fetchWhole('/demo.jar')
      await fetchWhole('/notify/1', { method: 'POST', body: '900 Success\r\n' })
    },
    close: () => dispatcher.close(),
  }
}

async function wholeFlow(origin: string) {
  const [steps, { profiles, quirks }, checks] = await Promise.all([
    loadSteps(),
    loadPhones(),
    loadChecks(),
  ])
  const [theCase] = planCases({
    scenarios: await loadScenarios(new URL('../scenarios/', import.meta.url), steps),
    profiles,
    target: targetFromUrl(`${origin}/demo.jad`),
    seed: 1,
    startsAt: '2006-03-01T09:00:00.000Z',
    scenarioGlobs: ['install/fresh'],
    profileGlob: 'midp2-plain',
  })
  if (theCase === undefined) throw new TypeError('no case to play')
  const http = createHttpUndici()
  return {
    async play() {
      const clock = new VirtualClock()
      const storage = createMemoryStorage(theCase.profile.limits.storageBytes)
      const network = createOperator({ clock, startsAtMs: 0, accounts: [] })
      const world = { clock, storage, http, network, close: () => Promise.resolve() }
      const { trace, fault } = await playCase(theCase, world, quirks)
      if (fault !== undefined) throw fault
      const findings = judge(trace, checks)
      const isWhole = trace.events.some((event) => event.type === 'report.delivered')
      if (!isWhole || findings.length === 0)
        throw new TypeError('a flow did not end in a delivered report')
    },
    close: () => http.close(),
  }
}
