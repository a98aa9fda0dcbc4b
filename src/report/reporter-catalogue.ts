import { loadCatalogue, type Entry } from '../catalogue.ts'
import type { Reporter } from './reporter.ts'

/** All reporters, keyed by name. */
export function loadReporters(): Promise<readonly Entry<Reporter>[]> {
  return loadCatalogue(new URL('./reporters/', import.meta.url), isReporter)
}

function isReporter(value: unknown): value is Reporter {
  return (
    typeof value === 'object' &&
    value !== null &&
    'render' in value &&
    typeof value.render === 'function' &&
    'extension' in value &&
    typeof value.extension === 'string'
  )
}
