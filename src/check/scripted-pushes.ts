/** Of messages of the target: what a scenario dictated, which says nothing of the target. */
import type { EventOf } from '../trace/events.ts'
import type { CheckContext } from './check.ts'
import { pushedMessages } from './pushed-messages.ts'
import type { PushedMessage, PushReading } from './pushed-messages.ts'

export type Aspect =
  | 'link'
  | 'si'
  | 'sl'
  | 'text'
  | 'application'
  | 'contentType'
  | 'charset'
  | 'port'

export type PushOfTarget = PushedMessage & {
  readonly reading: Extract<PushReading, { kind: 'datagram' }>
}

export type TextOfTarget = PushedMessage & {
  readonly reading: Extract<PushReading, { kind: 'text' }>
}

/** Messages in which the target itself chose these aspects. */
export function ownOfAnyKind(
  { evidence }: CheckContext,
  ...aspects: readonly Aspect[]
): readonly PushedMessage[] {
  const steps = evidence.all('step.started').filter(({ verb }) => verb === 'push')
  const dictations = evidence.all('push.scripted')
  return pushedMessages(evidence).filter(({ seq }) => {
    const since = steps.findLast((step) => step.seq < seq)?.seq ?? -1
    const dictated = dictations.find((one) => one.seq > since && one.seq < seq)?.what ?? []
    return !aspects.some((aspect) => dictated.includes(aspect))
  })
}

/** Pushes for a port, of which the target itself chose these aspects. */
export function ownPushes(
  context: CheckContext,
  ...aspects: readonly Aspect[]
): readonly PushOfTarget[] {
  return ownOfAnyKind(context, ...aspects).filter(isPush)
}

function isPush(message: PushedMessage): message is PushOfTarget {
  return message.reading.kind === 'datagram'
}

/** Pushes whose WSP was written by the target, and not by the gateway that it handed a document to. */
export function ownWsp(
  context: CheckContext,
  ...aspects: readonly Aspect[]
): readonly PushOfTarget[] {
  return ownPushes(context, ...aspects).filter(({ bearer }) => bearer !== 'ppg')
}

export function ownTexts(
  context: CheckContext,
  ...aspects: readonly Aspect[]
): readonly TextOfTarget[] {
  return ownOfAnyKind(context, ...aspects).filter(isText)
}

function isText(message: PushedMessage): message is TextOfTarget {
  return message.reading.kind === 'text'
}

export type OrderedPush = EventOf<'push.ordered'>

/** What the target was asked for when it pushed this. */
export function orderOf(
  { evidence }: CheckContext,
  { seq }: PushedMessage,
): OrderedPush | undefined {
  return evidence.all('push.ordered').findLast((order) => order.seq < seq)
}

/** Orders that are to lead to an installation, or to take that back. */
const ofOffers: readonly string[] = ['offer', 'again', 'take-back']

/** Those that offer something to the user; others speak to the phone. */
export function amongOffers<T extends PushedMessage>(
  context: CheckContext,
  messages: readonly T[],
): readonly T[] {
  return messages.filter((message) => ofOffers.includes(orderOf(context, message)?.what ?? 'offer'))
}
