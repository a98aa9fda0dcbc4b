import type { TraceEventType } from '../trace/events.ts'

/**
 * Areas whose checks are about one kind of event: where a trace has none, none of them applies, and none is asked. Most traces are of
 * one installation without a message, and half of all checks are about messages.
 */
export const areaEvents: Readonly<Record<string, TraceEventType>> = {
  pap: 'bearer.exchanged',
  push: 'message.accepted',
  smpp: 'bearer.exchanged',
  sms: 'message.accepted',
  status: 'status.read',
  ticket: 'ticket.ordered',
  tls: 'tls.shaken',
}
