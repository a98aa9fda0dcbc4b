import type { ClientEventFact } from './client-events.ts'
import { octets, oneOf, optional, text } from './shape.ts'
import type { Check, Fields } from './shape.ts'

type ClientFields = {
  readonly [T in ClientEventFact['type']]: Fields<
    Omit<Extract<ClientEventFact, { type: T }>, 'type'>
  >
}

/** @param suite its shape */
export function clientFields(suite: Check): ClientFields {
  return {
    'client.contacted': {
      suite,
      version: text,
      purpose: oneOf('first', 'update', 'again'),
      server: text,
      outcome: oneOf('accepted', 'refused', 'failed', 'no-coverage'),
      detail: text,
      sent: optional(octets),
      received: optional(octets),
    },
  }
}
