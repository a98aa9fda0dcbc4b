/**
 * The suite tested as the thing that tests: each fault of the server is seen by the checks it names, and by no other.
 * A fault is played in the scenarios that show it; `ota self-test` plays each in all of them.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { createMemoryStorage } from '../src/adapters/storage-memory.ts'
import { VirtualClock } from '../src/adapters/clock-virtual.ts'
import { loadChecks } from '../src/check/judge.ts'
import { embeddedTarget, openEmbeddedWorld } from '../src/embedded.ts'
import { loadQuirks } from '../src/handset/quirk-catalogue.ts'
import { loadProfiles } from '../src/profile/profile.ts'
import type { Fault } from '../src/reference/fault.ts'
import { loadFaults } from '../src/reference/faults.ts'
import { planCases } from '../src/run/plan.ts'
import type { Case } from '../src/run/plan.ts'
import type { RunReport } from '../src/run/report-model.ts'
import { runCases } from '../src/run/run.ts'
import { selfTest } from '../src/run/self-test.ts'
import type { KillMatrix } from '../src/run/self-test.ts'
import { loadScenarios } from '../src/scenario/scenario.ts'
import { loadSteps } from '../src/scenario/step-catalogue.ts'

const seed = 1
const startsAt = '2006-03-01T09:00:00.000Z'

const [steps, profiles, quirks, checks, faults] = await Promise.all([
  loadSteps(),
  loadProfiles(new URL('../profiles/', import.meta.url)),
  loadQuirks(),
  loadChecks(),
  loadFaults(),
])
const faultsById = new Map(faults.map(({ id, value }) => [id, value]))

const cases = planCases({
  scenarios: await loadScenarios(new URL('../scenarios/', import.meta.url), steps),
  profiles,
  target: embeddedTarget,
  seed,
  startsAt,
  scenarioGlobs: [],
  profileGlob: 'midp2-plain',
})

async function play(fault: Fault | undefined, played: readonly Case[]): Promise<RunReport> {
  const { report } = await runCases({
    cases: played,
    target: embeddedTarget,
    checks,
    quirks,
    seed,
    startsAt,
    clock: 'virtual',
    failOn: 'must',
    version: 'test',
    stopwatch: () => 0,
    openWorld: ({ scenario, profile }) =>
      openEmbeddedWorld({
        clock: new VirtualClock(),
        storage: createMemoryStorage(scenario.phone.freeBytes ?? profile.limits.storageBytes),
        startsAt,
        fault,
        replyTimeoutMs: undefined,
      }),
  })
  return report
}

/** Between them these go through most of what a server does. */
const always = [
  'install/fresh',
  'install/named-package',
  'access/wrong-then-right',
  'report/removal-first',
]

/** A check that so few scenarios exercise is about something that they alone do. */
const fewScenarios = 4

let reference: RunReport
let matrix: KillMatrix

function scenariosThatShow(fault: Fault): readonly Case[] {
  const telling = fault.breaks.flatMap((check) => {
    const exercising = reference.cases
      .filter(({ findings }) =>
        findings.some((finding) => finding.check === check && finding.verdict === 'pass'),
      )
      .map(({ scenario }) => scenario)
    return exercising.length <= fewScenarios ? exercising : []
  })
  const played = new Set([...always, ...telling])
  return cases.filter(({ scenario }) => played.has(scenario.id))
}

beforeAll(async () => {
  reference = await play(undefined, cases)
  matrix = await selfTest({
    faults,
    play: async (id) => {
      const fault = id === undefined ? undefined : faultsById.get(id)
      return fault === undefined ? reference : play(fault, scenariosThatShow(fault))
    },
  })
}, 60_000)

describe('a server that', () => {
  it.each(faults.map(({ id, value }) => [value.title, id] as const))(
    '%s fails exactly the checks of %s',
    (_, id) => {
      const row = matrix.rows.find(({ fault }) => fault === id)
      expect({ missed: row?.missed, unrelated: row?.unrelated, errors: row?.errors }).toEqual({
        missed: [],
        unrelated: [],
        errors: 0,
      })
    },
  )
})

describe('the suite', () => {
  it('has no check that no fault kills', () => {
    expect(matrix.unproven).toEqual([])
  })

  it('has no check that is never exercised', () => {
    expect(matrix.unexercised).toEqual([])
  })

  it('has no check that a conforming server fails', () => {
    expect(matrix.red).toEqual([])
    expect(matrix.proven).toBe(true)
  })
})
