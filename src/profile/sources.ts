/** Each fact of a profile says where it is from: as a whole, or part by part. */

export interface ProfileComplaint {
  readonly path: readonly string[]
  readonly message: string
  readonly hint: string | undefined
}

interface Sourced {
  readonly uaprof?: string | undefined
  readonly uaprofHeader?: string | undefined
  readonly sources: Readonly<Record<string, unknown>>
}

export function complainOfSources(profile: Sourced): readonly ProfileComplaint[] {
  const facts = factsOf(profile)
  const { sources, uaprof, uaprofHeader } = profile
  const places = new Set(facts.flatMap((fact) => [fact.name, ...partsOf(fact)]))
  return [
    ...facts.flatMap((fact) => unsourced(fact, sources)).map(missingSource),
    ...Object.keys(sources)
      .filter((name) => !places.has(name))
      .map(sourceOfNothing),
    ...(uaprofHeader !== undefined && uaprof === undefined ? [announcesNothing] : []),
  ]
}

function missingSource(place: string): ProfileComplaint {
  const hint = `Add ${place} under sources: its confidence, and where it is from.`
  return { path: place.split('.'), message: `no source for ${place}`, hint }
}

function sourceOfNothing(name: string): ProfileComplaint {
  return { path: ['sources', name], message: 'a source without a fact', hint: undefined }
}

const announcesNothing: ProfileComplaint = {
  path: ['uaprofHeader'],
  message: 'announces a UAProf document that has no URL',
  hint: 'Add uaprof.',
}

const notFacts: ReadonlySet<string> = new Set([
  'name',
  'platform',
  'personality',
  'quirks',
  'sources',
])

interface Fact {
  readonly name: string
  readonly value: unknown
}

function factsOf(profile: object): readonly Fact[] {
  return Object.entries(profile)
    .filter(([name, value]) => !notFacts.has(name) && !isEmpty(value))
    .map(([name, value]): Fact => ({ name, value }))
}

/** A list of nothing, where nothing was said, is no fact. */
function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

/** Where a fact has parts, `name.part` of each. */
function partsOf({ name, value }: Fact): readonly string[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.keys(value).map((part) => `${name}.${part}`)
    : []
}

/** A fact has one source for all of it, or one for each of its parts. */
function unsourced(fact: Fact, sources: Readonly<Record<string, unknown>>): readonly string[] {
  if (sources[fact.name] !== undefined) return []
  const parts = partsOf(fact)
  const silent = parts.filter((part) => sources[part] === undefined)
  return parts.length === silent.length ? [fact.name] : silent
}
