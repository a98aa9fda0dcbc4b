/**
 * The desk of the operator of this server: which tickets there are, for whom, until when, and what became of them. A POST
 * with `to` and `app` makes one. For those alone who sit at the machine.
 */
import type { MarkupElement } from '../wire/markup.ts'
import { orderTicket, ticketLink } from './answer-ticket.ts'
import { isNumber, readForm, wrongFields } from './desk-form.ts'
import { element, showPage } from './desk-page.ts'
import type { Answered, Desk } from './desk.ts'
import type { FaultContext } from './fault.ts'
import { say } from './respond.ts'
import type { TicketRules } from './ticket-rules.ts'
import type { Ticket, TicketState } from './tickets.ts'

export const ticketDeskPath = '/admin/tickets'

export function answerTicketDesk(desk: Desk, context: FaultContext): Answered {
  const response =
    context.request.method === 'POST' ? makeTicket(desk, context) : listTickets(desk, context)
  return { response, context }
}

function makeTicket(desk: Desk, context: FaultContext): Response {
  const field = readForm(context)
  const [number, app = 'demo'] = [field('to'), field('app')]
  if (!isNumber(number)) return say(400, wrongFields.to)
  const ticket = orderTicket(desk, { number, app })
  if (ticket === undefined) return say(400, wrongFields.offer)
  const link = ticketLink(context.origin, ticket)
  return say(201, link, [['Location', link]])
}

function listTickets({ tickets }: Desk, { origin, now }: FaultContext): Response {
  const rows = tickets.all
    .toReversed()
    .map((ticket) => rowOf(ticket, { origin, state: tickets.stateOf(ticket, now) }))
  const heads = ['Phone', 'Link', 'Ordered', 'Ends', 'State', 'Opened']
  return showPage('Tickets', [
    element('p', [`${rows.length} tickets, each good for ${promiseOf(tickets.rules)}.`]),
    element('table', [
      element(
        'tr',
        heads.map((head) => element('th', [head])),
      ),
      ...rows,
    ]),
  ])
}

function promiseOf({ lifetimeMs, usesMax }: TicketRules): string {
  const seconds = `${lifetimeMs / 1000} s`
  return usesMax === 1 ? `${seconds} and one delivery` : seconds
}

function rowOf(
  ticket: Ticket,
  { origin, state }: { readonly origin: string; readonly state: TicketState },
): MarkupElement {
  const { number, orderedAt, endsAt, openings } = ticket
  const opened = openings.map(
    ({ at, method, file, status, userAgent }) =>
      `${instant(at)} ${method} ${file} ${status} ${printable(userAgent ?? 'no User-Agent')}`,
  )
  const cells = [number, ticketLink(origin, ticket), instant(orderedAt), instant(endsAt)]
  return element('tr', [
    ...[...cells, state].map((cell) => element('td', [cell])),
    element(
      'td',
      opened.map((line) => element('p', [line])),
    ),
  ])
}

const lastInstant = 8_640_000_000_000_000

function instant(ms: number): string {
  return ms > lastInstant ? 'never' : new Date(ms).toISOString()
}

/** XML has no way to write most control characters. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '\u{FFFD}')
}
