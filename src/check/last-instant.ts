/** When the last thing in a trace happened. */
import type { Evidence } from './evidence.ts'

export function lastInstant({ events }: Pick<Evidence, 'events'>): number {
  return events.reduce((latest, { at }) => Math.max(latest, at), 0)
}
