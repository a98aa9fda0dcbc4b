/** What came of each link of a case, and of each message with one that the phone let go of, by what it had come in. */
import { WireError } from '../errors.ts'
import { wapWall } from '../handset/access-point.ts'
import type { EventOf, TraceEvent } from '../trace/events.ts'
import type { Trace } from '../trace/trace.ts'
import { mediaTypeOf } from '../wire/wsp/content-type.ts'
import { decodePush } from '../wire/wsp/push-pdu.ts'
import type { AttemptReport, LinkWay } from './report-model.ts'

type Draft = { -readonly [Key in keyof AttemptReport]: AttemptReport[Key] }

export function tellAttempts({ events }: Trace): readonly AttemptReport[] {
  const told: AttemptReport[] = []
  let open: Draft | undefined
  for (const event of events) {
    if (event.type === 'link.opened') {
      open = { by: event.by ?? 'link', outcome: 'unfinished', at: event.seq }
      told.push(open)
    } else if (event.type === 'push.discarded') told.push(tellDropped(event, events))
    else if (open !== undefined) noteIn(open, event)
  }
  return told
}

/** Reports of installations come after the end, and belong to the attempt until the next one begins. */
function noteIn(draft: Draft, event: TraceEvent): void {
  if (event.type === 'install.settled') {
    draft.outcome = event.outcome
    draft.at = event.seq
    if (event.outcome !== 'installed') draft.reason ??= event.reason
  } else if (event.type === 'page.shown') {
    // A pushed link stays one, whatever it leads to; what is offered in the end has led to nothing.
    if (draft.by === 'link' && draft.outcome === 'unfinished') draft.by = 'page'
  } else if (event.type === 'http.exchanged') {
    if (event.network?.did === wapWall) draft.reason = wapWall
  } else if (event.type === 'report.queued' && event.kind === 'install') {
    draft.report = event.code
  }
}

function tellDropped(
  event: EventOf<'push.discarded'>,
  events: readonly TraceEvent[],
): AttemptReport {
  const { seq: at, reason, rule } = event
  return { by: wayOf(event, events), outcome: 'dropped', at, reason, rule }
}

/** By what the phone read, or else by the beginning of what it was sent. */
function wayOf(
  { messages, rule }: EventOf<'push.discarded'>,
  events: readonly TraceEvent[],
): LinkWay {
  const isOfIt = (ids: readonly string[]) => ids.some((id) => messages.includes(id))
  const received = events.find((one) => one.type === 'push.received' && isOfIt(one.messages))
  if (received?.type === 'push.received') return wayOfType(received.contentType)
  const sent = events.find((one) => one.type === 'message.accepted' && isOfIt([one.message]))
  if (sent?.type !== 'message.accepted' || rule === 'link-in-text') return 'text'
  return wayOfPush(sent.octets)
}

function wayOfPush(octets: Uint8Array): LinkWay {
  try {
    return wayOfType(mediaTypeOf(decodePush(octets).contentType) ?? '')
  } catch (error) {
    if (error instanceof WireError) return 'si'
    throw error
  }
}

function wayOfType(contentType: string): LinkWay {
  if (contentType.startsWith('text/plain')) return 'text'
  return /wap\.slc?\b/.test(contentType) ? 'sl' : 'si'
}
