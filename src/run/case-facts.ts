/** What a trace says of its case, so that it can be judged without any other file. */
import type { CaseFacts } from '../trace/events.ts'
import type { Case } from './plan.ts'
import { tellProfile } from './tell-profile.ts'
import type { Policies } from '../trace/policies.ts'

/** `clock`: with a step, time is virtual. */
export function factsOf(
  { scenario, profile, target, seed, startsAt }: Case,
  clock: object,
): CaseFacts {
  const used = new Set(scenario.links.map((name) => target.links.get(name)))
  const links = [...target.links].filter(
    ([name, url]) => name !== 'demo' && (scenario.links.includes(name) || isPage(name, url, used)),
  )
  return {
    scenario: scenario.id,
    title: scenario.title,
    seed,
    startsAt,
    ...('step' in clock ? {} : { clock: 'wall' as const }),
    profile: tellProfile(profile),
    target: {
      name: target.name,
      hosts: target.hosts,
      // On the wall time passes at the target by itself.
      clock: target.clock || !('step' in clock),
      ...(scenario.needs.includes('ticket') && target.ticketLifetimeMs !== undefined
        ? { ticketLifetimeMs: target.ticketLifetimeMs }
        : {}),
      ...policiesIn(scenario, target),
      link: target.links.get('demo') ?? '',
      ...(links.length === 0 ? {} : { links }),
      hasCredentials: target.credentials !== undefined,
    },
    expect: {
      ...(scenario.expect.outcome === undefined ? {} : { outcome: scenario.expect.outcome }),
      ...(scenario.expect.report === undefined ? {} : { report: scenario.expect.report }),
      ...(scenario.expect.native === undefined ? {} : { native: scenario.expect.native }),
      ...(scenario.expect.domain === undefined ? {} : { domain: scenario.expect.domain }),
    },
    ...(scenario.needs.length === 0 ? {} : { needs: scenario.needs }),
  }
}

/** A link that the scenario uses by another name, of which the target says that it leads to a page. */
function isPage(name: string, url: string, used: ReadonlySet<string | undefined>): boolean {
  return name === 'page' && used.has(url)
}

/** Those that the scenario can show. */
function policiesIn(
  { links, needs }: Case['scenario'],
  { policies: { otherPlatform, ticketUses } = {} }: Case['target'],
): { readonly policies?: Policies } {
  const isForPlatform = links.some((name) => name.startsWith('client-for-'))
  const policies = {
    ...(isForPlatform && otherPlatform !== undefined ? { otherPlatform } : {}),
    ...(needs.includes('ticket') && ticketUses !== undefined ? { ticketUses } : {}),
  }
  return Object.keys(policies).length === 0 ? {} : { policies }
}
