import type { Trace } from '../trace/trace.ts'
import type { TraceEvent, TraceFact } from '../trace/events.ts'

/** Gives facts their number, time and teller, in the order they happen. */
export interface Recorder {
  readonly trace: Trace
  record(actor: string, fact: TraceFact): TraceEvent
  /** Called with every event, after it is in the trace. */
  onEvent(listener: (event: TraceEvent) => void): void
}

export function createRecorder(now: () => number): Recorder {
  const events: TraceEvent[] = []
  let listeners: ((event: TraceEvent) => void)[] | undefined
  return {
    trace: { events },
    record(actor, fact) {
      const event: TraceEvent = { seq: events.length, at: now(), actor, ...fact }
      events.push(event)
      if (listeners !== undefined) for (const listener of listeners) listener(event)
      return event
    },
    onEvent(listener) {
      listeners = [...(listeners ?? []), listener]
    },
  }
}
