/** The facts of a profile one by one, each with its source. */
import type { Profile } from './profile.ts'

export interface ProfileFact {
  /** `userAgent`, or `limits.jarBytesMax` for a part of one. */
  readonly name: string
  readonly text: string
  readonly confidence: 'documented' | 'observed' | 'assumed'
  readonly from: string
}

const notFacts: ReadonlySet<string> = new Set([
  'id',
  'name',
  'platform',
  'personality',
  'quirks',
  'sources',
])

/** In the order of the profile schema. */
export function listFacts(profile: Profile): readonly ProfileFact[] {
  return Object.entries(profile)
    .filter(([name, value]) => !notFacts.has(name) && value !== undefined && !isEmpty(value))
    .flatMap(([name, value]) => partsOf(name, value).map((part) => sourced(part, name, profile)))
}

/** Where nothing was said. */
function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

interface Part {
  readonly name: string
  readonly text: string
}

/** Parts that have a unit of their own stand alone: limits, and the Accept fields. */
function partsOf(name: string, value: unknown): readonly Part[] {
  if (Array.isArray(value)) return [{ name, text: value.map(String).join(', ') }]
  if (typeof value !== 'object' || value === null) return [{ name, text: String(value) }]
  return Object.entries(value).map(([part, one]: [string, unknown]) => ({
    name: `${name}.${part}`,
    text: Array.isArray(one) ? one.map(String).join(', ') : String(one),
  }))
}

function sourced({ name, text }: Part, fact: string, { sources }: Profile): ProfileFact {
  const source = sources[name] ?? sources[fact]
  if (source === undefined) throw new TypeError(`${name} passed the schema without a source`)
  return { name, text, confidence: source.confidence, from: source.from }
}
