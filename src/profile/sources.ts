/** Each fact of a profile says where it is from: as a whole, or part by part. */
import { factsIn, partsIn } from './fact-names.ts'

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
  const facts = factsIn(profile).map(([name, value]): Fact => ({ name, value }))
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

interface Fact {
  readonly name: string
  readonly value: unknown
}

/** Where a fact has parts, `name.part` of each. */
function partsOf({ name, value }: Fact): readonly string[] {
  return partsIn(value).map(([part]) => `${name}.${part}`)
}

/** A fact has one source for all of it, or one for each of its parts. */
function unsourced(fact: Fact, sources: Readonly<Record<string, unknown>>): readonly string[] {
  if (sources[fact.name] !== undefined) return []
  const parts = partsOf(fact)
  const silent = parts.filter((part) => sources[part] === undefined)
  return parts.length === silent.length ? [fact.name] : silent
}
