import { traitsOf } from '../profile/traits.ts'
import type { Profile } from '../profile/profile.ts'
import type { Scenario } from './scenario.ts'

/** Can the phone play the scenario, and is it of use there? */
export function isPlayable({ phone, unless }: Scenario, profile: Profile): boolean {
  const traits = traitsOf(profile)
  const own = new Set([profile.personality, ...profile.quirks, ...traits])
  return (
    (phone.has ?? []).every((name) => traits.has(name)) && !unless.some((name) => own.has(name))
  )
}

/** The phone as its user or its operator has set it for the scenario. */
export function fitPhone({ phone }: Scenario, profile: Profile): Profile {
  const { symbian, windowsMobile } = profile
  if (symbian !== undefined) {
    const { untrusted = symbian.untrusted } = phone
    return { ...profile, symbian: { ...symbian, untrusted } }
  }
  if (windowsMobile === undefined) return profile
  const { untrusted = windowsMobile.untrusted, processor = windowsMobile.processor } = phone
  return { ...profile, windowsMobile: { ...windowsMobile, untrusted, processor } }
}

/** The scenario with the end that it has on this phone: the first that is due to something the phone has. */
export function fitScenario(scenario: Scenario, profile: Profile): Scenario {
  const own = new Set([
    profile.personality,
    ...profile.quirks,
    ...traitsOf(profile),
    ...scenario.wears,
  ])
  const other = scenario.differs.find(({ by }) => own.has(by))
  return other === undefined ? scenario : { ...scenario, expect: other.expect }
}
