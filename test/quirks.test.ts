/** Every quirk can be seen: a scenario in which it is put on leaves another trace than the same scenario without it. */
import { expect, it } from 'vitest'
import { prepare, run } from '../src/index.ts'
import type { Trace } from '../src/index.ts'
import type { Scenario } from '../src/scenario/scenario.ts'

const prepared = await prepare()

function quirksOf({ wears, steps }: Scenario): readonly string[] {
  return [...wears, ...steps.flatMap(({ step, options }) => step.quirks?.(options) ?? [])]
}

function without(scenario: Scenario, quirk: string): Scenario {
  const isOther = (id: string) => id !== quirk
  return {
    ...scenario,
    wears: scenario.wears.filter(isOther),
    steps: scenario.steps.map((step) => {
      const worn = step.step.quirks?.(step.options)
      return worn === undefined ? step : { ...step, options: worn.filter(isOther) }
    }),
  }
}

/** What the trace tells, without what says that something was put on. */
function tell({ events }: Trace): string {
  const told = events.filter(({ type }) => type !== 'habit.worn' && type !== 'case.ended')
  return JSON.stringify(
    told.slice(1).map((event) => ({ ...event, seq: 0, measured: undefined })),
    (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
  )
}

async function play(scenario: Scenario): Promise<string> {
  const { traces } = await run({
    profile: scenario.profiles.includes('symbian/*') ? 'nokia-n95' : 'midp2-plain',
    prepared: { ...prepared, scenarios: [scenario] },
  })
  const [trace] = traces.values()
  if (trace === undefined) throw new TypeError(`${scenario.id} was not played`)
  return tell(trace)
}

it.each([...prepared.quirks.keys()])('%s changes a trace', async (quirk) => {
  const scenarios = prepared.scenarios.filter((scenario) => quirksOf(scenario).includes(quirk))
  const seen = await Promise.all(
    scenarios.map(
      async (scenario) => (await play(scenario)) !== (await play(without(scenario, quirk))),
    ),
  )
  expect(seen).toContain(true)
})
