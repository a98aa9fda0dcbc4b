import type { TraceEvent } from './events.ts'

/** The record of one case: what the handset did and what the target answered. */
export interface Trace {
  readonly events: readonly TraceEvent[]
}
