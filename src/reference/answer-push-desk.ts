/**
 * The desk at which this server is asked to push: a POST with the number `to`, and as far as it matters with `app`, `bearer`,
 * `what`, `kind` and `ticket`. For those alone who sit at the machine.
 */
import { ownDraft, pushPurposes } from '../wire/push/own-draft.ts'
import type { PushPurpose } from '../wire/push/own-draft.ts'
import type { PushDraft } from '../wire/push/compose-push.ts'
import { orderTicket, ticketLink } from './answer-ticket.ts'
import { isNumber, readForm, wrongFields } from './desk-form.ts'
import type { Answered, Desk } from './desk.ts'
import type { FaultContext } from './fault.ts'
import { clientOffers } from './native/clients.ts'
import { linksAt } from './offers.ts'
import { ticketedDraft } from './push/ticketed-draft.ts'
import { say } from './respond.ts'

export const pushDeskPath = '/admin/push'
/** Number or name that it sends from. */
const ownSender = '16400'

/** How an offer is said: as a service indication, a service loading, or a plain text. */
export const pushKinds = ['si', 'sl', 'text'] as const
type PushKind = (typeof pushKinds)[number]

export async function answerPushDesk(desk: Desk, context: FaultContext): Promise<Answered> {
  return { response: await push(desk, context), context }
}

/** What the form says, or what is wrong with it. */
function readWish(context: FaultContext) {
  const field = readForm(context)
  const [to, ticket = 'false', app = 'demo'] = [field('to'), field('ticket'), field('app')]
  const what = oneOf(pushPurposes, field('what') ?? 'offer')
  const kind = oneOf(pushKinds, field('kind') ?? usualKind(app))
  if (!isNumber(to)) return wrongFields.to
  if (what === undefined) return `what is one of ${pushPurposes.join(', ')}.`
  if (kind === undefined) return `kind is one of ${pushKinds.join(', ')}.`
  if (ticket !== 'true' && ticket !== 'false') return 'ticket is true or false.'
  if (what !== 'offer' && what !== 'again' && field('kind') !== undefined) {
    return 'kind is said of an offer: leave what away, or let it be offer or again.'
  }
  if (what !== 'offer' && ticket === 'true') {
    return 'ticket is made for an offer: leave what away, or let it be offer.'
  }
  return { to, what, app, kind, bearer: field('bearer'), isTicket: ticket === 'true' }
}

function oneOf<T extends string>(known: readonly T[], given: string): T | undefined {
  return known.find((one) => one === given)
}

/** Phones that install clients take plain texts, not all of them WAP pushes. */
function usualKind(app: string): PushKind {
  return clientOffers.some(({ name }) => name === app) ? 'text' : 'si'
}

type Wish = Exclude<ReturnType<typeof readWish>, string>

async function push(desk: Desk, context: FaultContext): Promise<Response> {
  const wish = readWish(context)
  if (typeof wish === 'string') return say(400, wish)
  const link = new Map(Object.entries(linksAt(context.origin))).get(wish.app)
  if (link === undefined) return say(400, wrongFields.app)
  if (desk.push === undefined) return say(503, 'This server knows no network to push to.')
  const draft = draftOf(desk, context, { ...wish, link })
  if (draft === undefined) return say(400, wrongFields.offer)
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

/** None: a ticket is wanted for what none is made for. */
function draftOf(
  desk: Desk,
  { origin, now }: FaultContext,
  { app, to, what, kind, isTicket, link }: Wish & { readonly link: string },
): PushDraft | undefined {
  const plain = draftFor(what, { app, link, at: now }, kind)
  if (!isTicket) return plain
  const ticket = orderTicket(desk, { number: to, app })
  if (ticket === undefined) return undefined
  const { token, orderedAt, endsAt } = ticket
  return ticketedDraft(nameless(plain), link, {
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
  kind: PushKind,
): PushDraft {
  const draft = ownDraft(what, offer)
  if (draft.kind !== 'si' || kind === 'si' || what === 'take-back') return draft
  const { link } = offer
  return kind === 'text'
    ? { kind, text: `Install: ${link}` }
    : { kind, loading: { href: link, action: 'execute-low' } }
}

/** The ticket names and dates it. */
function nameless(draft: PushDraft): PushDraft {
  if (draft.kind !== 'si') return draft
  const { siId: _siId, created: _created, ...indication } = draft.indication
  return { ...draft, indication }
}
