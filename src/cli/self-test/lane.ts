/** A lane of the self-test: plays cases on embedded servers in the thread that it is opened in. */
import type { Entry } from '../../catalogue.ts'
import type { Check } from '../../check/check.ts'
import { embeddedTarget } from '../../embedded.ts'
import { HarnessFault } from '../../errors.ts'
import type { Fault } from '../../reference/fault.ts'
import { loadFaults } from '../../reference/faults.ts'
import { watchFaults } from '../../reference/watch-faults.ts'
import { spoiltCaseOf } from '../../run/kill-matrix.ts'
import { planCases, usualStart } from '../../run/plan.ts'
import type { Case } from '../../run/plan.ts'
import { prepare } from '../../run/prepare.ts'
import type { CaseReport } from '../../run/report-model.ts'
import { openWorld } from '../../open-world.ts'
import { playOne } from '../../run/run.ts'
import type { Lane } from '../../run/self-test.ts'

export interface LaneWish {
  /** Glob over phones. */
  readonly profile: string
  readonly seed: number
}

export interface LocalLane extends Lane {
  readonly cases: readonly Case[]
  readonly checks: readonly Entry<Check>[]
  readonly faults: readonly Entry<Fault>[]
}

/** @throws UsageError for a glob that selects no phone */
export async function openLane({ profile, seed }: LaneWish): Promise<LocalLane> {
  const [prepared, faults] = await Promise.all([prepare(), loadFaults()])
  const { checks, quirks } = prepared
  const cases = planCases({
    ...prepared,
    // No check needs a browser to be killed, and hundreds of runs would start one each.
    target: { ...embeddedTarget, discovery: 'without-scripts' },
    seed,
    startsAt: usualStart,
    scenarioGlobs: [],
    profileGlob: profile,
  })
  const play = (place: number, fault: Fault): Promise<CaseReport> =>
    playOne(at(cases, place), {
      checks,
      quirks,
      failOn: 'must',
      openWorld: (theCase) => openWorld(theCase, { fault }, undefined),
    })
  const openWatch = watchFaults(faults)
  const byId = new Map(faults.map(({ id, value }) => [id, value]))
  return {
    cases,
    checks,
    faults,
    watch: (places) =>
      oneByOne(places, async (place) => {
        const { fault, touched } = openWatch()
        return { report: await play(place, fault), shows: touched }
      }),
    async spoil(id, places) {
      const fault = byId.get(id)
      if (fault === undefined) throw new HarnessFault('self-test/fault', `there is no fault ${id}`)
      return oneByOne(places, async (place) => spoiltCaseOf(await play(place, fault)))
    },
  }
}

function at(cases: readonly Case[], place: number): Case {
  const found = cases[place]
  if (found === undefined) throw new HarnessFault('self-test/case', `there is no case ${place}`)
  return found
}

async function oneByOne<T>(
  places: readonly number[],
  play: (place: number) => Promise<T>,
): Promise<readonly T[]> {
  const played: T[] = []
  for (const place of places) played.push(await play(place))
  return played
}
