import { loadCatalogue } from '../catalogue.ts'
import type { Quirk } from './behaviour.ts'

/** All quirks by id. */
export async function loadQuirks(): Promise<ReadonlyMap<string, Quirk>> {
  const entries = await loadCatalogue(new URL('./quirks/', import.meta.url), isQuirk)
  return new Map(entries.map(({ id, value }) => [id, value]))
}

function isQuirk(value: unknown): value is Quirk {
  return (
    typeof value === 'object' &&
    value !== null &&
    'title' in value &&
    'source' in value &&
    'apply' in value &&
    typeof value.apply === 'function'
  )
}
