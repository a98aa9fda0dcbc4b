import type { Quirk } from '../../handset/behaviour.ts'
import { listFacts } from '../../profile/facts.ts'
import type { Profile } from '../../profile/profile.ts'
import type { Page } from '../../report/reporter.ts'
import { labelled } from '../../report/views/layout.ts'

/** One phone: its facts with where they are from, and its quirks; text with a final line end. */
export function formatProfile(
  profile: Profile,
  quirks: ReadonlyMap<string, Quirk>,
  page: Pick<Page, 'columns' | 'paint'>,
): string {
  const facts = listFacts(profile)
  const labelWidth = Math.max(...facts.map(({ name }) => name.length)) + 2
  const margin = { indent: 2, labelWidth, columns: page.columns }
  const lines = [
    `${page.paint('bold', profile.id)}: ${profile.name}`,
    ...labelled('platform', profile.platform, margin),
    ...labelled('personality', profile.personality, margin),
    '',
    ...facts.flatMap(({ name, text, confidence, from }) => [
      ...labelled(name, text, margin),
      ...labelled('', `${confidence}: ${from}`, margin).map((line) => page.paint('dim', line)),
    ]),
    ...(profile.quirks.length === 0 ? [] : ['', 'Quirks']),
    ...profile.quirks.flatMap((id) => describeQuirk(id, quirks.get(id), page)),
  ]
  return `${lines.join('\n')}\n`
}

function describeQuirk(
  id: string,
  quirk: Quirk | undefined,
  { columns, paint }: Pick<Page, 'columns' | 'paint'>,
): readonly string[] {
  const margin = { indent: 4, labelWidth: 0, columns }
  return [
    `  ${id}`,
    ...labelled('', quirk?.title ?? '', margin),
    ...labelled('', quirk?.source ?? '', margin).map((line) => paint('dim', line)),
  ]
}
