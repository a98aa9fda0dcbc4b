/**
 * The desk at which this server is asked to push: a POST with the number `to`, and as far as it matters with `app`, `bearer`,
 * `what`, `kind` and `ticket`. For those alone who sit at the machine.
 */
import { ownDraft, pushPurposes } from '../wire/push/own-draft.ts'
import type { PushPurpose } from '../wire/push/own-draft.ts'
import type { PushDraft } from '../wire/push/compose-push.ts'
import { isAtTheMachine, numberPattern } from './answer-ticket-desk.ts'
import { ticketLink } from './answer-ticket.ts'
import type { Answered, Desk } from './desk.ts'
import type { FaultContext } from './fault.ts'
import { linksAt, offerNamed } from './offers.ts'
import { ticketedDraft } from './push/ticketed-draft.ts'
import { say } from './respond.ts'

const pushDeskPath = '/admin/push'
/** Number or name that it sends from. */
const ownSender = '16400'

export function isPushDesk(url: URL): boolean {
  return url.pathname === pushDeskPath && isAtTheMachine(url)
}

export async function answerPushDesk(desk: Desk, context: FaultContext): Promise<Answered> {
  return { response: await push(desk, context), context }
}

/** What the form says, or what is wrong with it. */
function readForm({ body }: FaultContext) {
  const form = new URLSearchParams(new TextDecoder().decode(body))
  const to = form.get('to') ?? ''
  const what = pushPurposes.find((purpose) => purpose === (form.get('what') || 'offer'))
  if (!numberPattern.test(to)) return 'to is the number of a phone, e.g. +358401234567.'
  if (what === undefined) return `what is one of ${pushPurposes.join(', ')}.`
  return {
    to,
    what,
    app: form.get('app') || 'demo',
    bearer: form.get('bearer') || undefined,
    isText: form.get('kind') === 'text',
    isTicket: form.get('ticket') === 'true',
  }
}

type Wish = Exclude<ReturnType<typeof readForm>, string>

async function push(desk: Desk, context: FaultContext): Promise<Response> {
  const wish = readForm(context)
  if (typeof wish === 'string') return say(400, wish)
  const draft = draftOf(desk, context, wish)
  if (draft === undefined) return say(400, 'app is the name of a link.')
  if (desk.push === undefined) return say(503, 'This server knows no network to push to.')
  const { to, bearer } = wish
  const outcome = await desk.push({
    from: ownSender,
    to,
    bearer,
    validForMs: undefined,
    draft: desk.fault?.draft?.(draft) ?? draft,
  })
  return outcome.kind === 'handed in'
    ? say(202, 'It is on its way.')
    : say(502, `It was refused: ${outcome.reason}.`)
}

function draftOf(
  desk: Desk,
  { origin, now }: FaultContext,
  { app, to, what, isText, isTicket }: Wish,
): PushDraft | undefined {
  const link = new Map(Object.entries(linksAt(origin))).get(app)
  if (link === undefined) return undefined
  const plain = draftFor(what, { app, link, at: now }, isText)
  const offer = isTicket && what === 'offer' ? offerNamed(app) : undefined
  if (offer === undefined) return plain
  const ticket = desk.tickets.order({ number: to, offer }, now)
  const { token, orderedAt, endsAt } = ticket
  return ticketedDraft(isText ? plain : nameless(plain), link, {
    link: ticketLink(origin, ticket),
    token,
    orderedAt,
    endsAt,
    indicationEndsAt: desk.tickets.rules.indicationEnd(endsAt),
  })
}

function draftFor(
  what: PushPurpose,
  offer: Parameters<typeof ownDraft>[1],
  isText: boolean,
): PushDraft {
  return isText ? { kind: 'text', text: `Install: ${offer.link}` } : ownDraft(what, offer)
}

/** The ticket names and dates it. */
function nameless(draft: PushDraft): PushDraft {
  if (draft.kind !== 'si') return draft
  const { siId: _siId, created: _created, ...indication } = draft.indication
  return { ...draft, indication }
}
