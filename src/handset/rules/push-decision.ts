/** What a phone does with a push that it could decode, before it does it. */
import type { Profile } from '../../profile/profile.ts'
import type { DiscardRule } from '../../trace/message-events.ts'
import type { ServiceIndication } from '../../wire/push/service-indication.ts'
import type { ServiceLoading } from '../../wire/push/service-loading.ts'
import { parseDate } from '../../wire/wbxml/date.ts'
import type { InboxMessage } from '../inbox.ts'
import type { DatedMessage, PushHabits } from '../push-habits.ts'
import { show } from './received-push.ts'
import type { ReceivedPush } from './received-push.ts'

export type Signal = 'none' | 'low' | 'medium' | 'high' | 'loads'

/** As it will be kept, without what the phone adds to every message. */
export type Draft = Pick<InboxMessage, 'kind' | 'text' | 'url' | 'siId' | 'createdAt' | 'expiresAt'>

export type Decision =
  | {
      readonly kind: 'keep'
      readonly draft: Draft
      readonly replaces: readonly string[]
      readonly signal: Signal
    }
  | { readonly kind: 'remove'; readonly ids: readonly string[] }
  | { readonly kind: 'discard'; readonly rule: DiscardRule; readonly reason: string }

export interface PushQuestion {
  readonly push: ReceivedPush
  readonly inbox: readonly InboxMessage[]
  readonly habits: PushHabits
  readonly profile: Profile
  /** By the phone's calendar. */
  readonly now: number
}

export function decidePush(question: PushQuestion): Decision {
  const { push, habits } = question
  if (!habits.knowsApplication(push.application)) {
    const { uri, id } = push.application
    return discard(
      'unknown-application',
      `no application ${show(uri ?? String(id))} is on the phone`,
    )
  }
  if (push.problem !== undefined) return discard('malformed', push.problem)
  const { content } = push
  if (content?.kind !== 'si' && content?.kind !== 'sl') {
    return discard('unknown-content-type', `nothing shows ${show(push.contentType)}`)
  }
  if (habits.needsCharset && push.charset === undefined) {
    return discard('no-charset', `${show(push.contentType)} names no charset`)
  }
  return content.kind === 'si'
    ? decideIndication(content.indication, question)
    : decideLoading(content.loading, question)
}

const signals: ReadonlyMap<string, Signal> = new Map([
  ['signal-none', 'none'],
  ['signal-low', 'low'],
  ['signal-medium', 'medium'],
  ['signal-high', 'high'],
])

/**
 * In the order in which the push clients of Symbian and AU-System take their decisions: expiry, delete, order, presentation.
 * Without an id of its own an SI is known by its link.
 */
function decideIndication(indication: ServiceIndication, question: PushQuestion): Decision {
  const { inbox, now } = question
  const { href = '', siId, action, text } = indication
  const createdAt = readDate(indication.created)
  const expiresAt = readDate(indication.expires)
  if (createdAt === 'invalid' || expiresAt === 'invalid') {
    return discard('invalid-date', 'a date of the SI is in no calendar')
  }
  if (expiresAt !== undefined && expiresAt <= now) {
    return discard('expired', `expired at ${indication.expires}, the phone says ${iso(now)}`)
  }
  const id = siId ?? (href === '' ? undefined : href)
  const same = id === undefined ? [] : inbox.filter((stored) => stored.siId === id)
  if (action === 'delete') return decideDeletion(siId, same)
  const url = URL.canParse(href) ? href : undefined
  const draft: Draft = { kind: 'si', text, url, siId: id, createdAt, expiresAt }
  return presentIndication(draft, signals.get(action ?? '') ?? 'medium', { ...question, same })
}

function presentIndication(
  draft: Draft,
  signal: Signal,
  { habits, same }: PushQuestion & { readonly same: readonly InboxMessage[] },
): Decision {
  const orders = same.map((stored) => ({ stored, order: habits.orderOf(stored, draft) }))
  if (orders.some(({ order }) => order === 'discarded')) {
    const there = `the SI ${show(draft.siId ?? '')} that is there is as new or newer`
    return discard('not-newer', there)
  }
  const replaces = orders.filter(({ order }) => order === 'replaces').map(({ stored }) => stored.id)
  if (signal === 'none' && replaces.length === 0) {
    return discard('not-shown', 'signal-none, and there is nothing that it could replace')
  }
  if (draft.text.trim() === '') {
    if (!habits.showsWithoutText) return discard('no-text', 'the SI has no text')
    if (draft.url === undefined) return discard('no-link', 'the SI has neither text nor link')
  }
  return { kind: 'keep', draft, replaces, signal }
}

function decideDeletion(siId: string | undefined, same: readonly InboxMessage[]): Decision {
  if (siId === undefined) return discard('no-id', 'a deletion without si-id deletes nothing')
  if (same.length === 0) return discard('nothing-to-delete', `there is no SI ${show(siId)}`)
  return { kind: 'remove', ids: same.map(({ id }) => id) }
}

/** One that is there with the same link gives way: an SL has neither id nor date. */
function decideLoading({ href = '', action }: ServiceLoading, question: PushQuestion): Decision {
  const { habits, profile, inbox } = question
  const habit = habits.serviceLoading(profile)
  if (habit === 'ignores') return discard('no-service-loading', 'the phone ignores SL')
  if (!URL.canParse(href)) return discard('no-link', `an SL without a usable link: ${show(href)}`)
  const replaces = inbox
    .filter(({ kind, url }) => kind === 'sl' && url === href)
    .map(({ id }) => id)
  const draft: Draft = {
    kind: 'sl',
    text: '',
    url: href,
    siId: undefined,
    createdAt: undefined,
    expiresAt: undefined,
  }
  const isCached = action === 'cache'
  const shown: Signal = action === 'execute-high' ? 'high' : 'medium'
  return { kind: 'keep', draft, replaces, signal: loadingSignal(habit, shown, isCached) }
}

/** What is only for the cache is not shown; MIDP phones have none for it (assumed). */
function loadingSignal(habit: 'asks' | 'loads', shown: Signal, isCached: boolean): Signal {
  if (isCached) return 'low'
  return habit === 'loads' ? 'loads' : shown
}

/**
 * A later one replaces, the same or an earlier one came out of order. Where one of them has no date Symbian leaves both;
 * AU-System and Windows Mobile do otherwise.
 */
export function orderByDates(
  stored: DatedMessage,
  arriving: DatedMessage,
): 'replaces' | 'beside' | 'discarded' {
  if (stored.createdAt === undefined || arriving.createdAt === undefined) return 'beside'
  return arriving.createdAt > stored.createdAt ? 'replaces' : 'discarded'
}

function readDate(text: string | undefined): number | 'invalid' | undefined {
  return text === undefined ? undefined : (parseDate(text) ?? 'invalid')
}

function iso(ms: number): string {
  return new Date(ms).toISOString()
}

function discard(rule: DiscardRule, reason: string): Decision {
  return { kind: 'discard', rule, reason }
}
