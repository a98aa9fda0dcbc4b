/** What every run needs and no run changes: read once, used for as many runs as are wanted. */
import type { Entry } from '../catalogue.ts'
import type { Check } from '../check/check.ts'
import { loadChecks } from '../check/judge.ts'
import type { Quirk } from '../handset/behaviour.ts'
import { loadPhones } from '../handset/phone-catalogue.ts'
import type { Profile } from '../profile/profile.ts'
import { loadScenarios } from '../scenario/scenario.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { loadSteps } from '../scenario/step-catalogue.ts'

export interface Prepared {
  readonly checks: readonly Entry<Check>[]
  readonly profiles: readonly Profile[]
  readonly quirks: ReadonlyMap<string, Quirk>
  readonly scenarios: readonly Scenario[]
}

/** Reads all checks, phones, habits and scenarios. @throws DataError for an unreadable data file */
export async function prepare(): Promise<Prepared> {
  const [checks, { profiles, quirks }, scenarios] = await Promise.all([
    loadChecks(),
    loadPhones(),
    loadSteps().then((steps) => loadScenarios(new URL('../../scenarios/', import.meta.url), steps)),
  ])
  return { checks, profiles, quirks, scenarios }
}
