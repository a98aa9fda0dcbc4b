/** What became of every message of a case: who sent it, by what, what the phone read in it, what it did and why. */
import type { EventOf, TraceEvent } from '../trace/events.ts'
import type { Trace } from '../trace/trace.ts'
import type { MessageReport } from './report-model.ts'

export function tellMessages({ events }: Trace): readonly MessageReport[] {
  return events.flatMap((event) =>
    event.type === 'message.accepted' ? [tellMessage(event, events)] : [],
  )
}

function tellMessage(
  { message, bearer, sender, from, to }: EventOf<'message.accepted'>,
  events: readonly TraceEvent[],
): MessageReport {
  const own = events.filter(
    (event) =>
      ('messages' in event && event.messages.includes(message)) ||
      ('message' in event && event.message === message),
  )
  const received = own.find((event) => event.type === 'push.received')
  const ended = own.find((event) => event.type === 'message.ended')
  return {
    message,
    bearer,
    sender,
    from,
    to,
    state: ended?.type === 'message.ended' ? ended.state : 'waiting',
    ...(received?.type === 'push.received' ? { decoded: received.decoded } : {}),
    fate: fateOf(own),
  }
}

function fateOf(own: readonly TraceEvent[]): readonly string[] {
  const deeds = own.flatMap((event) => {
    if (event.type === 'message.carried' && event.air !== undefined) return [`the air ${event.air}`]
    if (event.type === 'link.offered')
      return [`the phone showed the link ${event.url} (${event.signal})`]
    if (event.type === 'push.discarded')
      return [`the phone let go of it (${event.rule}): ${event.reason}`]
    return []
  })
  if (deeds.length > 0) return deeds
  if (own.some(({ type }) => type === 'push.received')) return ['the phone kept it']
  const came = own.some(({ type }) => type === 'message.carried')
  return [came ? 'the phone waits for the rest' : 'the phone never had it']
}
