import { oneOf, optional, text } from './shape.ts'
import type { Fields } from './shape.ts'
import { shownStates } from './status-events.ts'
import type { StatusEventFact } from './status-events.ts'

export const statusFields: {
  readonly [T in StatusEventFact['type']]: Fields<Omit<StatusEventFact, 'type'>>
} = {
  'status.read': {
    app: text,
    url: text,
    version: optional(text),
    state: optional(oneOf(...shownStates)),
    said: text,
  },
}
