/** Which cases a run has, and which of them cannot be played here, and why. */
import { matchesGlob } from 'node:path'
import { didYouMean } from '../did-you-mean.ts'
import { UsageError } from '../errors.ts'
import { isSelected } from '../profile/profile.ts'
import type { Profile } from '../profile/profile.ts'
import { fitPhone, fitScenario, isPlayable } from '../scenario/fit-scenario.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { readPolicies } from '../target/policies.ts'
import type { Target } from '../target/target.ts'
import { needsBrowser, whyNot } from './why-not.ts'

/** ISO 8601 instant at which cases begin unless told. */
export const usualStart = '2006-03-01T09:00:00.000Z'

export interface Case {
  readonly id: string
  readonly scenario: Scenario
  readonly profile: Profile
  readonly target: Target
  readonly seed: number
  readonly startsAt: string
  /** Why it is not played. */
  readonly notApplicable: string | undefined
}

export interface PlanInput {
  readonly scenarios: readonly Scenario[]
  readonly profiles: readonly Profile[]
  readonly target: Target
  /** None: virtual. On the wall clock a foreign server's own time passes too. */
  readonly clock?: 'virtual' | 'wall' | undefined
  readonly seed: number
  readonly startsAt: string
  /** Globs over scenario ids; none: all. */
  readonly scenarioGlobs: readonly string[]
  readonly profileGlob: string | undefined
}

/** @throws UsageError when a glob selects nothing */
export function planCases(input: PlanInput): readonly Case[] {
  const { target, seed, startsAt } = input
  const scenarios = select('scenario', input.scenarios, {
    globs: input.scenarioGlobs,
    isIn: ({ id }, glob) => matchesGlob(id, glob),
  })
  const profiles = select('profile', input.profiles, {
    globs: input.profileGlob === undefined ? [] : [input.profileGlob],
    isIn: isSelected,
  })
  return scenarios.flatMap((scenario) =>
    profiles
      .filter((profile) => scenario.profiles.some((glob) => isSelected(profile, glob)))
      .map((profile) => fitPhone(scenario, profile))
      .filter((profile) => isPlayable(scenario, profile))
      .map((profile) => ({
        id: `${scenario.id} @ ${profile.id}`,
        scenario: fitScenario(scenario, profile),
        profile,
        target: fitTarget(target, scenario),
        seed,
        startsAt,
        notApplicable: whyNot(scenario, profile, { target, clock: input.clock ?? 'virtual' }),
      })),
  )
}

function select<T extends { readonly id: string }>(
  kind: string,
  things: readonly T[],
  choice: {
    readonly globs: readonly string[]
    readonly isIn: (thing: T, glob: string) => boolean
  },
): readonly T[] {
  const { globs, isIn } = choice
  if (globs.length === 0) return things
  const ids = things.map(({ id }) => id)
  for (const glob of globs) {
    if (things.some((thing) => isIn(thing, glob))) continue
    const hint = didYouMean(glob, ids) ?? `See \`ota list ${kind}s\`.`
    throw new UsageError(`run/no-${kind}`, `no ${kind} matches "${glob}"`, { hint })
  }
  return things.filter((thing) => globs.some((glob) => isIn(thing, glob)))
}

/** Are pages of the case opened in a browser? On the embedded server only where the scenario is about that. */
export function isForBrowser({ scenario, target }: Pick<Case, 'scenario' | 'target'>): boolean {
  return needsBrowser(scenario) || target.discovery === 'browser'
}

/** The same cases where there is no browser. */
export function withoutBrowser(cases: readonly Case[], reason: string): readonly Case[] {
  return cases.map((one) =>
    needsBrowser(one.scenario) && one.notApplicable === undefined
      ? { ...one, notApplicable: reason }
      : one,
  )
}

/** The server that is built in does as the scenario needs it. */
function fitTarget(target: Target, { policies }: Scenario): Target {
  return target.embedded && policies !== undefined
    ? { ...target, policies: { ...target.policies, ...readPolicies(policies) } }
    : target
}
