/** The facts of a profile one by one, each with its source. */
import { factsIn, partsIn } from './fact-names.ts'
import type { Profile } from './profile.ts'

export interface ProfileFact {
  /** `userAgent`, or `limits.jarBytesMax` for a part of one. */
  readonly name: string
  readonly text: string
  readonly confidence: 'documented' | 'observed' | 'assumed'
  readonly from: string
}

/** In the order of the profile schema. */
export function listFacts(profile: Profile): readonly ProfileFact[] {
  return factsIn(profile).flatMap(([name, value]) =>
    partsOf(name, value).map((part) => sourced(part, name, profile)),
  )
}

interface Part {
  readonly name: string
  readonly text: string
}

/** Parts that have a unit of their own stand alone. */
function partsOf(name: string, value: unknown): readonly Part[] {
  const parts = partsIn(value)
  if (parts.length === 0) return [{ name, text: textOf(value) }]
  return parts.map(([part, one]) => ({ name: `${name}.${part}`, text: textOf(one) }))
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.map(String).join(', ') : String(value)
}

function sourced({ name, text }: Part, fact: string, { sources }: Profile): ProfileFact {
  const source = sources[name] ?? sources[fact]
  if (source === undefined) throw new TypeError(`${name} passed the schema without a source`)
  return { name, text, confidence: source.confidence, from: source.from }
}
