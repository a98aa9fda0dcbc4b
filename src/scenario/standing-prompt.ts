import type { EventOf, TraceEvent, TraceEventType } from '../trace/events.ts'

/** A question is over when it is answered, when what asked it ends, and when the battery goes. */
const endings: ReadonlySet<TraceEventType> = new Set([
  'prompt.shown',
  'prompt.answered',
  'install.settled',
  'page.left',
  'power.changed',
])

/** The question that the phone shows now. */
export function standingPrompt(events: readonly TraceEvent[]): EventOf<'prompt.shown'> | undefined {
  const last = events.findLast(({ type }) => endings.has(type))
  return last?.type === 'prompt.shown' ? last : undefined
}
