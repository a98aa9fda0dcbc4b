import type { Trace } from '../trace/trace.ts'

const without: ReadonlyMap<string, string> = new Map([
  ['reset', 'the target was not reset'],
  ['clock', 'the clock of the target was not moved'],
])

/** Why a trace shows less than it would have, had the target done what it was asked to. */
export function whyUntended({ events }: Trace): string | undefined {
  for (const event of events) {
    if (event.type !== 'target.asked' || event.outcome === 'done') continue
    const reason = without.get(event.verb)
    if (reason !== undefined) return `${reason}: ${event.detail}`
  }
  return undefined
}
