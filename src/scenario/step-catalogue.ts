import { loadCatalogue } from '../catalogue.ts'
import type { Step } from './step.ts'

/** All verbs of the scenario language by name. */
export async function loadSteps(): Promise<ReadonlyMap<string, Step>> {
  const entries = await loadCatalogue(new URL('./steps/', import.meta.url), isStep)
  return new Map(entries.map(({ id, value }) => [id, value]))
}

function isStep(value: unknown): value is Step {
  return (
    typeof value === 'object' &&
    value !== null &&
    'schema' in value &&
    'play' in value &&
    typeof value.play === 'function'
  )
}
