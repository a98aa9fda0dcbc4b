/** The way of a message from the air into the inbox: joined, decoded, decided on, kept. */
import type { TraceFact } from '../../trace/events.ts'
import type { DiscardRule, PushFact } from '../../trace/message-events.ts'
import type { LinkOrigin } from '../access-point.ts'
import { inboxMessagesMax } from '../inbox.ts'
import type { HeldSegment, InboxChange } from '../inbox.ts'
import type { Phone } from '../phone.ts'
import type { DeliveredMessage } from '../ports.ts'
import { decidePush } from './push-decision.ts'
import type { Decision, Draft, Signal } from './push-decision.ts'
import { idsOf, joinSegment } from './reassembly.ts'
import type { Joined } from './reassembly.ts'
import { describeContent, readPieces, readPushSafely, show } from './received-push.ts'
import type { Arrived, ReceivedPush } from './received-push.ts'

export type LinkOffer = Extract<TraceFact, { type: 'link.offered' }>

/** What comes of a segment or message. */
export interface Taken {
  /** The whole message, where it became one. */
  readonly received: PushFact | undefined
  readonly change: InboxChange | undefined
  /** To be told once that is changed. */
  readonly facts: readonly TraceFact[]
  /** What the user is to be shown. */
  readonly offer: LinkOffer | undefined
}

/** Of one whole message. */
interface Whole {
  readonly messages: readonly string[]
  readonly from: string
  readonly arrived: Arrived
  readonly segments: readonly HeldSegment[]
}

export function takeMessage(phone: Phone, message: DeliveredMessage): Taken {
  const { payload, id, from } = message
  const { segments } = phone.storage.read()
  if (payload.kind === 'datagram') {
    const arrived = { kind: 'datagram', port: payload.destination, octets: payload.octets } as const
    return takeWhole(phone, { messages: [id], from, arrived, segments })
  }
  const arriving = { message: id, tpdu: payload.tpdu, receivedAt: phone.trust.now() }
  const joined = joinSegment(segments, arriving)
  const lost = joined.forgotten.map(giveUp)
  const taken = takeJoined(phone, message, joined)
  return { ...taken, facts: [...lost, ...taken.facts] }
}

function giveUp(message: string): TraceFact {
  return discarded([message], 'segments-missing', 'given up before all its segments had come')
}

function takeJoined(phone: Phone, message: DeliveredMessage, joined: Joined): Taken {
  const { outcome, segments } = joined
  switch (outcome.kind) {
    case 'whole': {
      const { pieces } = outcome
      const messages = idsOf(pieces.map(({ held }) => held))
      const from = pieces[0]?.from.value ?? message.from
      return takeWhole(phone, { messages, from, arrived: readPieces(pieces), segments })
    }
    case 'waiting':
      return { ...nothing, change: holding(segments) }
    case 'duplicate':
      return lettingGo(
        segments,
        discarded([message.id], 'duplicate-segment', 'the segment was there already'),
      )
    case 'unreadable':
      return { ...nothing, facts: [discarded([message.id], 'malformed', outcome.problem)] }
    default:
      return outcome satisfies never
  }
}

const nothing: Taken = { received: undefined, change: undefined, facts: [], offer: undefined }

/** Only the segments change. */
function holding(segments: readonly HeldSegment[]): InboxChange {
  return { kind: 'inbox changed', removed: [], added: undefined, segments }
}

function lettingGo(segments: readonly HeldSegment[], fact: TraceFact, received?: PushFact): Taken {
  return { ...nothing, received, change: holding(segments), facts: [fact] }
}

function takeWhole(phone: Phone, whole: Whole): Taken {
  const { arrived } = whole
  return arrived.kind === 'text'
    ? takeText(phone, whole, arrived.text)
    : takeDatagram(phone, whole, arrived)
}

function takeText(phone: Phone, whole: Whole, text: string): Taken {
  const { push } = phone.behaviour
  const [url] = push.linksIn(text)
  const received: PushFact = {
    type: 'push.received',
    messages: whole.messages,
    from: whole.from,
    contentType: 'text/plain',
    decoded: `text ${show(text)}`,
  }
  const draft = { ...undated, kind: 'text', text, url } as const
  const decision = { kind: 'keep', draft, replaces: [], signal: 'medium' } as const
  const taken = settle(phone, { ...whole, received }, decision)
  if (taken.offer === undefined || push.opensTextLinks(phone.profile)) return taken
  const refused = discarded(whole.messages, 'link-in-text', textLink)
  return { ...taken, facts: [...taken.facts, refused], offer: undefined }
}

const undated = { siId: undefined, createdAt: undefined, expiresAt: undefined }

function takeDatagram(
  phone: Phone,
  whole: Whole,
  { port, octets }: Extract<Arrived, { kind: 'datagram' }>,
): Taken {
  const { push: habits } = phone.behaviour
  const refuse = (rule: DiscardRule, reason: string) =>
    lettingGo(whole.segments, discarded(whole.messages, rule, reason))
  if (!habits.listensAt(port)) return refuse('nobody-on-port', `nobody listens at port ${port}`)
  if (!habits.takesWapPush(phone.profile)) {
    return refuse('no-wap-push', 'the phone takes no WAP push')
  }
  const reading = readPushSafely(octets)
  if (reading.kind === 'discarded') return refuse(reading.rule, reading.reason)
  const { push } = reading
  const { inbox } = phone.storage.read()
  const now = phone.trust.now()
  const decision = decidePush({ push, inbox, habits, profile: phone.profile, now })
  return settle(phone, { ...whole, received: receivedFact(whole, port, push) }, decision)
}

function receivedFact(
  { messages, from }: Whole,
  port: number,
  { contentType, application, content, problem }: ReceivedPush,
): PushFact {
  const name = application.uri ?? String(application.id)
  return {
    type: 'push.received',
    messages,
    from,
    port,
    contentType,
    ...(application.form === 'absent' ? {} : { application: name }),
    decoded:
      content === undefined
        ? (problem ?? `a push of ${show(contentType)}`)
        : describeContent(content),
  }
}

type Told = Whole & { readonly received: PushFact }

function settle(phone: Phone, whole: Told, decision: Decision): Taken {
  const { messages, segments, received } = whole
  switch (decision.kind) {
    case 'discard':
      return lettingGo(segments, discarded(messages, decision.rule, decision.reason), received)
    case 'remove':
      return { ...nothing, received, change: { ...holding(segments), removed: decision.ids } }
    case 'keep':
      return file(phone, whole, decision)
    default:
      return decision satisfies never
  }
}

function file(
  phone: Phone,
  { messages, from, segments, received }: Told,
  { draft, replaces: removed, signal }: Extract<Decision, { kind: 'keep' }>,
): Taken {
  const { inbox, lastId } = phone.storage.read()
  if (inbox.length - removed.length >= inboxMessagesMax) {
    const reason = `the inbox holds ${inboxMessagesMax} messages (inboxMessagesMax)`
    return lettingGo(segments, discarded(messages, 'inbox-full', reason), received)
  }
  const id = `message.${lastId + 1}`
  const added = { ...draft, id, from, messages, receivedAt: phone.trust.now() }
  const change = { ...holding(segments), removed, added }
  return { ...nothing, received, change, offer: offerOf(draft, messages, signal) }
}

function offerOf(
  { kind: from, url, text }: Draft,
  messages: readonly string[],
  signal: Signal,
): LinkOffer | undefined {
  if (url === undefined || signal === 'none') return undefined
  return { type: 'link.offered', messages, url, from, text, signal }
}

export function settleTaken(phone: Phone, teller: string, taken: Omit<Taken, 'offer'>): void {
  const { received, change, facts } = taken
  if (received !== undefined) phone.tell(teller, received)
  if (change !== undefined) phone.storage.commit(change)
  for (const fact of facts) phone.tell(teller, fact)
}

/** What the user's choice of a message in the inbox comes to. */
export interface OpenedMessage extends Omit<Taken, 'offer'> {
  readonly url: string | undefined
  readonly origin: LinkOrigin
}

export function openMessage(phone: Phone, id: string): OpenedMessage {
  const { inbox, segments } = phone.storage.read()
  const message = inbox.find((one) => one.id === id)
  const origin = message?.kind ?? 'text'
  const unopened = {
    url: undefined,
    origin,
    received: undefined,
    change: undefined,
    facts: [],
  } as const
  if (message?.url === undefined) return unopened
  const { messages, expiresAt, kind, url } = message
  if (expiresAt !== undefined && expiresAt <= phone.trust.now()) {
    const change = { ...holding(segments), removed: [id] }
    return { ...unopened, change, facts: [discarded(messages, 'expired', expiredHere)] }
  }
  if (kind !== 'text' || phone.behaviour.push.opensTextLinks(phone.profile)) {
    return { ...unopened, url }
  }
  return { ...unopened, facts: [discarded(messages, 'link-in-text', textLink)] }
}

const expiredHere = 'it expired while it was in the inbox'
const textLink = 'an installation does not begin with a link in a text on this phone'

function discarded(messages: readonly string[], rule: DiscardRule, reason: string): TraceFact {
  return { type: 'push.discarded', messages, rule, reason }
}

/** Behind those that are to be shown; a link that is among them is shown once. */
export function addOffer(offers: readonly LinkOffer[], offer: LinkOffer): readonly LinkOffer[] {
  return [...offers.filter(({ url }) => url !== offer.url), offer]
}
