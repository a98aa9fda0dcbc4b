import { listFacts } from '../../profile/facts.ts'
import type { Profile } from '../../profile/profile.ts'
import type { Page } from '../../report/reporter.ts'
import { labelled } from '../../report/views/layout.ts'

const absent = 'not stated'

/** What two phones do not have in common; text with a final line end. */
export function compareProfiles(
  one: Profile,
  other: Profile,
  { columns }: Pick<Page, 'columns'>,
): string {
  const [left, right] = [tell(one), tell(other)]
  const names = [...new Set([...left.keys(), ...right.keys()])]
  const differing = names.filter((name) => left.get(name) !== right.get(name))
  if (differing.length === 0)
    return `${one.id} and ${other.id} differ in nothing but their names.\n`
  const labelWidth = Math.max(one.id.length, other.id.length) + 2
  const margin = { indent: 2, labelWidth, columns }
  const lines = differing.flatMap((name) => [
    name,
    ...labelled(one.id, left.get(name) ?? absent, margin),
    ...labelled(other.id, right.get(name) ?? absent, margin),
  ])
  return `${lines.join('\n')}\n`
}

/** Everything that makes the phone, by name; sources do not make a difference. */
function tell(profile: Profile): ReadonlyMap<string, string> {
  const { platform, personality, quirks } = profile
  return new Map([
    ['platform', platform],
    ['personality', personality],
    ['quirks', quirks.length === 0 ? 'none' : quirks.join(', ')],
    ...listFacts(profile).map(({ name, text }) => [name, text] as const),
  ])
}
