/**
 * The desk of the operator of this server: which tickets there are, for whom, until when, and what became of them. A POST
 * with `to` and `app` makes one. For those alone who sit at the machine.
 */
import { formatMarkup } from '../wire/markup.ts'
import type { MarkupElement } from '../wire/markup.ts'
import type { Answered, Desk } from './desk.ts'
import type { FaultContext } from './fault.ts'
import { cacheControl, respond, say } from './respond.ts'
import type { Ticket, TicketState } from './tickets.ts'
import { orderTicket, ticketLink } from './answer-ticket.ts'

export const ticketDeskPath = '/admin/tickets'

const loopback: readonly string[] = ['127.0.0.1', 'localhost', '[::1]']

export function isTicketDesk(url: URL): boolean {
  return url.pathname === ticketDeskPath && isAtTheMachine(url)
}

export function isAtTheMachine({ hostname }: URL): boolean {
  return loopback.includes(hostname)
}

export function answerTicketDesk(desk: Desk, context: FaultContext): Answered {
  const response =
    context.request.method === 'POST' ? makeTicket(desk, context) : listTickets(desk, context)
  return { response, context }
}

export const numberPattern = /^\+?\d{3,15}$/

function makeTicket(desk: Desk, { body, origin }: FaultContext): Response {
  const form = new URLSearchParams(new TextDecoder().decode(body))
  const [number = '', app = 'demo'] = [form.get('to') ?? undefined, form.get('app') ?? undefined]
  if (!numberPattern.test(number))
    return say(400, 'to is the number of a phone, e.g. +358401234567.')
  const ticket = orderTicket(desk, { number, app })
  if (ticket === undefined) {
    return say(400, 'app is the name of a link that leads to a descriptor or a client.')
  }
  const link = ticketLink(origin, ticket)
  return say(201, link, [['Location', link]])
}

function listTickets({ tickets }: Desk, { origin, now }: FaultContext): Response {
  const rows = tickets.all
    .toReversed()
    .map((ticket) => rowOf(ticket, { origin, state: tickets.stateOf(ticket, now) }))
  const heads = ['Phone', 'Link', 'Ordered', 'Ends', 'State', 'Opened']
  const page = element('html', [
    element('head', [element('title', ['Tickets'])]),
    element('body', [
      element('h1', ['Tickets']),
      element('p', [`${rows.length} tickets, each good for ${tickets.rules.lifetimeMs / 1000} s.`]),
      element('table', [
        element(
          'tr',
          heads.map((head) => element('th', [head])),
        ),
        ...rows,
      ]),
    ]),
  ])
  const octets = new TextEncoder().encode(formatMarkup(page))
  return respond(200, [['Content-Type', 'application/xhtml+xml'], cacheControl], octets)
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

function element(name: string, content: readonly (MarkupElement | string)[]): MarkupElement {
  return { name, attributes: [], content }
}

const lastInstant = 8_640_000_000_000_000

function instant(ms: number): string {
  return ms > lastInstant ? 'never' : new Date(ms).toISOString()
}

/** XML has no way to write most control characters. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '\u{FFFD}')
}
