import type { Profile } from '../profile/profile.ts'
import type { Scenario } from './scenario.ts'

/** Can the phone play the scenario, and is it of use there? */
export function isPlayable({ phone, unless }: Scenario, profile: Profile): boolean {
  const own = [profile.personality, ...profile.quirks]
  return (
    (phone.has ?? []).every((name) => profile.midpProfiles.includes(name)) &&
    !unless.some((name) => own.includes(name))
  )
}

/** The scenario with the end that it has on this phone: the first that is due to something the phone has. */
export function fitScenario(scenario: Scenario, profile: Profile): Scenario {
  const own = new Set([profile.personality, ...profile.quirks, ...scenario.wears])
  const other = scenario.differs.find(({ by }) => own.has(by))
  return other === undefined ? scenario : { ...scenario, expect: other.expect }
}
