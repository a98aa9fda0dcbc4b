/** What the server showed of an installation, and what had happened until then: fetches of what the link leads to, and clients that connected. */
import type { EventOf, Exchange } from '../trace/events.ts'
import type { ShownState } from '../trace/status-events.ts'
import { headerValue } from '../wire/http-fields.ts'
import { fail, inconclusive, pass } from './check.ts'
import type { CheckContext, Judgement } from './check.ts'

type Shown = EventOf<'status.read'>

export type Situation =
  /** Nothing was asked for. */
  | 'untouched'
  /** It was asked about, or fetched in part. */
  | 'not whole'
  /** It was sent whole, and no client has connected since. */
  | 'sent'
  /** The client from there has connected since it was sent. */
  | 'contacted'
  /** Only clients of another version have connected since. */
  | 'contacted by another'
  /** A client of that version had connected before it was ordered or sent. */
  | 'there before'
  /** Nobody can say which version is which, or whether a contact was heard, or a transfer was whole. */
  | 'unclear'

export function readingsIn(context: CheckContext, situation: Situation): readonly Shown[] {
  return context.evidence
    .all('status.read')
    .filter((shown) => situationAt(context, shown) === situation)
}

/** @param wanted states that are right, the usual one first */
export function* judgeReadings(
  context: CheckContext,
  { situation, wanted }: { readonly situation: Situation; readonly wanted: readonly ShownState[] },
): Iterable<Judgement> {
  const [expected = ''] = wanted
  for (const shown of readingsIn(context, situation)) {
    const { state, said } = shown
    if (state === undefined) yield inconclusive(shown, said)
    else if (wanted.includes(state)) yield pass(shown, `"${said}" for ${shown.app}`)
    else if (isOfThisCase(context, shown)) {
      yield fail(shown, { actual: `"${said}" (${state}) for ${shown.app}`, expected })
    } else yield inconclusive(shown, `"${said}" may be of an earlier case: ${withoutReset}`)
  }
}

const withoutReset = 'add verbs.reset to the target file'

/** Nothing that is shown is left from before: the server was reset, or it has just been ordered, or it was seen to wait. */
function isOfThisCase({ evidence }: CheckContext, shown: Shown): boolean {
  return evidence.events.some((event) => {
    if (event.seq >= shown.seq) return false
    if (event.type === 'ticket.ordered') return event.app === shown.app
    if (event.type === 'status.read') return event.app === shown.app && event.state === 'waiting'
    if (event.type !== 'target.asked' || event.outcome !== 'done') return false
    return event.verb === 'reset' || (event.verb === 'status' && event.by === 'built-in')
  })
}

function situationAt(context: CheckContext, shown: Shown): Situation {
  const { evidence } = context
  const since = evidence.all('ticket.ordered').findLast((one) => isOrderOf(one, shown))?.seq ?? 0
  const fetches = fetchesOf(context, shown).filter(({ seq }) => seq > since)
  const whole = fetches.findLast(isWhole)
  const contacts = evidence.all('client.contacted').filter(({ seq }) => seq < shown.seq)
  const offered = shown.version ?? (whole && versionIn(context, whole))
  return whole === undefined
    ? withoutDownload(fetches, contacts, offered)
    : afterDownload(whole, contacts, offered)
}

type Contact = EventOf<'client.contacted'>

function withoutDownload(
  fetches: readonly Exchange[],
  contacts: readonly Contact[],
  offered: string | undefined,
): Situation {
  const heard = contacts.filter(isHeard)
  if (fetches.some(mayBeWhole)) return 'unclear'
  if (isAnyOf(heard, offered)) return 'there before'
  if (offered === undefined && heard.length > 0) return 'unclear'
  return fetches.length > 0 ? 'not whole' : 'untouched'
}

function afterDownload(
  whole: Exchange,
  contacts: readonly Contact[],
  offered: string | undefined,
): Situation {
  const after = contacts.filter(({ seq }) => seq > whole.seq)
  const heard = after.filter(isHeard)
  if (isAnyOf(heard, offered)) return 'contacted'
  if (after.some(({ outcome }) => outcome === 'failed')) return 'unclear'
  if (heard.length > 0) return offered === undefined ? 'unclear' : 'contacted by another'
  return isAnyOf(contacts.filter(isHeard), offered) ? 'there before' : 'sent'
}

function isHeard({ outcome }: Contact): boolean {
  return outcome === 'accepted'
}

function isOrderOf(order: EventOf<'ticket.ordered'>, shown: Shown): boolean {
  return order.app === shown.app && order.seq < shown.seq
}

function isAnyOf(contacts: readonly Contact[], version: string | undefined): boolean {
  return contacts.some((contact) => contact.version === version)
}

/** Requests for what the link leads to, or a link that was made of it for this phone, until then. */
function fetchesOf({ evidence }: CheckContext, shown: Shown): readonly Exchange[] {
  const offers = evidence.all('link.offered')
  const own = new Set([
    shown.url,
    ...evidence
      .all('ticket.ordered')
      .filter((order) => isOrderOf(order, shown))
      .flatMap((order) => offers.find(({ seq }) => seq > order.seq)?.url ?? []),
  ])
  const opened = evidence.all('link.opened')
  return evidence.all('http.exchanged').filter((exchange) => {
    const { seq, purpose, request, probe } = exchange
    if (seq > shown.seq || (purpose !== 'package' && purpose !== 'descriptor')) return false
    if (!hasReached(exchange)) return false
    if (own.has(request.url)) return true
    const from = opened.findLast((link) => link.seq < seq)
    return probe === undefined && from !== undefined && own.has(from.url)
  })
}

/** Transfers that the phone's side broke off are among them. */
function hasReached({ network, failure }: Exchange): boolean {
  const isUnsent = failure?.cause === 'no-coverage' || failure?.cause === 'foreign-host'
  return network?.reachedTarget ?? !isUnsent
}

/** Sent to its last octet, whatever became of it on its way. */
function isWhole({ request, response, failure }: Exchange): boolean {
  if (request.method !== 'GET' || response === undefined || failure !== undefined) return false
  if (response.status === 200) return true
  const range = headerValue(response.headers, 'Content-Range') ?? ''
  const [, last, total] = /^bytes \d+-(\d+)\/(\d+)$/.exec(range) ?? []
  return response.status === 206 && last !== undefined && Number(last) + 1 === Number(total)
}

/** It broke off on the side of the phone when nothing was missing. */
function mayBeWhole({ failure, response }: Exchange): boolean {
  if (failure === undefined || response === undefined) return false
  const stated = headerValue(response.headers, 'Content-Length')
  return stated === undefined || response.body.length >= Number(stated)
}

/** A cabinet has none. */
function versionIn({ evidence }: CheckContext, fetched: Exchange): string | undefined {
  const view = evidence.nativePackages.find(({ exchange }) => exchange === fetched)?.view
  if (view?.format !== 'sis' && view?.format !== 'sisx') return undefined
  const { major, minor, build } = view.sis.version
  return `${major}.${minor}.${build}`
}
