import { optional, text } from './shape.ts'
import type { Fields } from './shape.ts'
import type { TicketEventFact } from './ticket-events.ts'

export const ticketFields: {
  readonly [T in TicketEventFact['type']]: Fields<
    Omit<Extract<TicketEventFact, { type: T }>, 'type'>
  >
} = {
  'ticket.ordered': { app: text, to: text },
  'ticket.cancelled': { app: text, to: text, missed: optional(text) },
}
