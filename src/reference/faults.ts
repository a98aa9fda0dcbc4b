/** All faults, one file each; a fault's id is its path below `faults/`. */
import { loadCatalogue } from '../catalogue.ts'
import type { Entry } from '../catalogue.ts'
import type { Fault } from './fault.ts'

export function loadFaults(): Promise<readonly Entry<Fault>[]> {
  return loadCatalogue(new URL('./faults/', import.meta.url), isFault)
}

function isFault(value: unknown): value is Fault {
  return (
    typeof value === 'object' &&
    value !== null &&
    'breaks' in value &&
    Array.isArray(value.breaks) &&
    value.breaks.length > 0 &&
    'title' in value &&
    typeof value.title === 'string'
  )
}
