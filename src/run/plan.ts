/** Which cases a run has, and which of them cannot be played here, and why. */
import { matchesGlob } from 'node:path'
import { didYouMean } from '../did-you-mean.ts'
import { UsageError } from '../errors.ts'
import { isSelected } from '../profile/profile.ts'
import type { Profile } from '../profile/profile.ts'
import { fitPhone, fitScenario, isPlayable } from '../scenario/fit-scenario.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { isRelative } from '../scenario/stored-state.ts'
import { readPolicies } from '../target/policies.ts'
import type { Target } from '../target/target.ts'
import { securePlaces } from './handshakes.ts'

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

function whyNot(
  scenario: Scenario,
  profile: Profile,
  { target, clock }: { readonly target: Target; readonly clock: 'virtual' | 'wall' },
): string | undefined {
  const link = scenario.links.find((name) => !target.links.has(name))
  if (link !== undefined) return `the target has no such link: add links.${link} to the target file`
  if (scenario.from !== undefined && isRelative(scenario.from) && target.suite === undefined) {
    return 'it is not said what the target offers: add suite: { vendor, name, version } of the demo link to the target file'
  }
  const verb = scenario.verbs.find((name) => !canDo(target, name))
  if (verb !== undefined) {
    return `the target cannot be asked to ${verb}: add verbs.${verb} to the target file`
  }
  if (scenario.needs.includes('credentials') && target.credentials === undefined) {
    return 'the target has no credentials: add credentials to the target file'
  }
  const unsaid =
    whyNoHttps(scenario, target) ??
    whyNoScripts(scenario, target) ??
    whyNoTicket(scenario, target) ??
    whyOtherPolicy(scenario, target) ??
    whyNoContact(scenario, target, profile)
  if (unsaid !== undefined) return unsaid
  if (scenario.needs.includes('clock') && !target.clock && clock === 'virtual') {
    return 'the clock of the target cannot be moved: add verbs.clock to the target file, or play it with --clock wall'
  }
  return undefined
}

function whyNoHttps({ needs }: Scenario, { links }: Target): string | undefined {
  if (!needs.includes('https') || securePlaces(links.values()).length > 0) return undefined
  return 'no link of the target is https: there is no TLS to look at'
}

function whyNoContact(
  { needs }: Scenario,
  { firstContact }: Target,
  { platform }: Pick<Profile, 'platform'>,
): string | undefined {
  if (!needs.includes('first-contact')) return undefined
  if (firstContact === undefined) {
    return 'it is not said how a client connects that was installed: add first-contact to the target file'
  }
  return platform === 'windows-mobile' && firstContact.versions['client'] === undefined
    ? 'a cabinet does not say which version it is: add first-contact.versions.client to the target file'
    : undefined
}

function whyNoScripts(scenario: Scenario, { embedded, discovery }: Target): string | undefined {
  if (!needsBrowser(scenario) || discovery === 'browser') return undefined
  return embedded && discovery === undefined
    ? undefined
    : 'pages are read without their scripts: add discovery: browser to the target file'
}

function needsBrowser({ needs }: Pick<Scenario, 'needs'>): boolean {
  return needs.includes('browser')
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

function whyNoTicket({ needs }: Scenario, target: Target): string | undefined {
  if (!needs.includes('ticket')) return undefined
  const { ticketLifetimeMs, embedded, verbs, network } = target
  if (ticketLifetimeMs === undefined) {
    return 'it is not said that the target makes links for one phone: add ticketLifetime, e.g. 10m, to the target file'
  }
  const canPush = embedded || (verbs?.by.push !== undefined && network !== undefined)
  return canPush
    ? undefined
    : 'the target cannot be asked for a link of its own: add verbs.push and network to the target file'
}

/** The server that is built in does as the scenario needs it. */
function fitTarget(target: Target, { policies }: Scenario): Target {
  return target.embedded && policies !== undefined
    ? { ...target, policies: { ...target.policies, ...readPolicies(policies) } }
    : target
}

/** Where the file says nothing, the server may do so or not: then the checks have no measure, and say so. */
function whyOtherPolicy({ policies }: Scenario, target: Target): string | undefined {
  if (target.embedded || policies === undefined) return undefined
  const { otherPlatform, ticketUses } = readPolicies(policies)
  const { policies: own = {} } = target
  if (isOther(own.otherPlatform, otherPlatform)) {
    return `it is about servers of policies: { other-platform: ${otherPlatform} }, and the target file says ${own.otherPlatform}`
  }
  return isOther(own.ticketUses, ticketUses)
    ? `it is about servers of policies: { ticket-uses: ${ticketUses} }, and the target file says ${own.ticketUses}`
    : undefined
}

function isOther<T extends string>(said: T | undefined, needed: T | undefined): boolean {
  return said !== undefined && needed !== undefined && said !== needed
}

function canDo({ embedded, verbs }: Target, verb: Scenario['verbs'][number]): boolean {
  return embedded || verbs?.by[verb] !== undefined
}
