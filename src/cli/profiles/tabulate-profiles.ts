import { listFacts } from '../../profile/facts.ts'
import type { Profile } from '../../profile/profile.ts'
import { columnsOf } from '../../report/views/layout.ts'

const heads = [
  'ID',
  'PLATFORM',
  'MIDP',
  'CLDC',
  'JAR',
  'PERSONALITY',
  'QUIRKS',
  'DOC',
  'OBS',
  'ASM',
  'NAME',
]

const legend =
  'JAR: largest package in octets. DOC, OBS, ASM: facts documented, observed, assumed; see `ota profiles show ID`.'

/** All phones, a line each; text with a final line end. */
export function tabulateProfiles(profiles: readonly Profile[]): string {
  const lines = columnsOf([heads, ...profiles.map(rowOf)], { rightAligned: [4, 6, 7, 8, 9] })
  return `${[...lines, '', legend].join('\n')}\n`
}

function rowOf(profile: Profile): readonly string[] {
  const { id, name, platform, midpProfiles, configurations, limits, personality, quirks } = profile
  const confidences = listFacts(profile).map(({ confidence }) => confidence)
  const countOf = (wanted: string) => String(confidences.filter((one) => one === wanted).length)
  return [
    id,
    platform,
    newest(midpProfiles),
    newest(configurations),
    limits.jarBytesMax === undefined ? '·' : String(limits.jarBytesMax),
    personality,
    quirks.length === 0 ? '·' : String(quirks.length),
    countOf('documented'),
    countOf('observed'),
    countOf('assumed'),
    name,
  ]
}

/** `2.1` of MIDP-1.0, MIDP-2.0 and MIDP-2.1; what is no version of these stays as it is. */
function newest(names: readonly string[]): string {
  const last = names.toSorted().at(-1) ?? '·'
  return last.replace(/^(?:MIDP|CLDC)-/, '')
}
