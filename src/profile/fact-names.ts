/** Which keys of a profile are facts about a model, each of which says where it is from. */

const notFacts: ReadonlySet<string> = new Set([
  'id',
  'name',
  'platform',
  'personality',
  'quirks',
  'sources',
])

/** In the order of the profile schema; what is not known of a model, a list of nothing too, is none. */
export function factsIn(profile: object): readonly (readonly [name: string, value: unknown])[] {
  return Object.entries(profile).filter(
    ([name, value]) => !notFacts.has(name) && value !== undefined && !isEmpty(value),
  )
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

/** Parts that may have a source of their own, such as limits and the Accept fields; none where a fact is one value. */
export function partsIn(value: unknown): readonly (readonly [name: string, value: unknown])[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value)
    : []
}
