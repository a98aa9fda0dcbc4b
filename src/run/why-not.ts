/** Why a case cannot be played here. */
import type { Profile } from '../profile/profile.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { isRelative } from '../scenario/stored-state.ts'
import { readPolicies } from '../target/policies.ts'
import type { Target } from '../target/target.ts'
import { securePlaces } from './handshakes.ts'

type ClockName = 'virtual' | 'wall'

/** @returns none where it can be played; else what it lacks, and the line of the target file that would help */
export function whyNot(
  scenario: Scenario,
  profile: Profile,
  { target, clock }: { readonly target: Target; readonly clock: ClockName },
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
  return (
    whyNoHttps(scenario, target) ??
    whyNoScripts(scenario, target) ??
    whyNoTicket(scenario, target) ??
    whyOtherPolicy(scenario, target) ??
    whyNoContact(scenario, target, profile) ??
    whyNoClock(scenario, target, clock)
  )
}

function whyNoClock({ needs }: Scenario, target: Target, clock: ClockName): string | undefined {
  if (!needs.includes('clock') || target.clock || clock === 'wall') return undefined
  return 'the clock of the target cannot be moved: add verbs.clock to the target file, or play it with --clock wall'
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

export function needsBrowser({ needs }: Pick<Scenario, 'needs'>): boolean {
  return needs.includes('browser')
}
