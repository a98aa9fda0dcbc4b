import type { Profile } from '../profile/profile.ts'
import type { Scenario } from './scenario.ts'

/** Can the phone play the scenario? */
export function isPlayable({ phone }: Scenario, { midpProfiles }: Profile): boolean {
  return (phone.has ?? []).every((name) => midpProfiles.includes(name))
}

/** The scenario with the end that it has on this phone: the first that is due to something the phone has. */
export function fitScenario(scenario: Scenario, profile: Profile): Scenario {
  const own = new Set([profile.personality, ...profile.quirks, ...scenario.wears])
  const other = scenario.differs.find(({ by }) => own.has(by))
  return other === undefined ? scenario : { ...scenario, expect: other.expect }
}
