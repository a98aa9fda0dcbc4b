/**
 * A ticket is a link that is made for one phone and one order, and ends. Its token is all that it says: whom it was made
 * for is written down here.
 */
import type { ContentRange } from '../wire/http-fields.ts'
import type { TicketOffer } from './offers.ts'
import type { TicketRules } from './ticket-rules.ts'

export interface Opening {
  /** Milliseconds by the reference's clock. */
  readonly at: number
  readonly method: string
  /** File that was asked for, such as `demo.jad`. */
  readonly file: string
  readonly userAgent: string | undefined
  readonly status: number
  /** What was given out of the file, where it was not all of it. */
  readonly part?: ContentRange
}

export interface Ticket {
  readonly token: string
  /** The phone it was made for. */
  readonly number: string
  readonly offer: TicketOffer
  readonly orderedAt: number
  readonly endsAt: number
  readonly isUsedUp: boolean
  /** Whoever ordered it does not want it any more. */
  readonly isCancelled: boolean
  /** Packages given out to their last octet. */
  readonly deliveries: number
  /** The last of them. */
  readonly openings: readonly Opening[]
}

/** What a token is good for at an instant. */
export type TicketState = 'good' | 'over' | 'cancelled' | 'unknown'

export interface Tickets {
  readonly rules: TicketRules
  readonly all: readonly Ticket[]
  order(order: { readonly number: string; readonly offer: TicketOffer }, at: number): Ticket
  find(token: string): Ticket | undefined
  /** Another was ordered for the same phone since. */
  isOlder(ticket: Ticket): boolean
  stateOf(ticket: Ticket | undefined, now: number): TicketState
  cancel(ticket: Ticket): void
  /** @param request after which the ticket may be used up */
  note(ticket: Ticket, opening: Opening, request: Request): void
  /** Its package was given out to the last octet. */
  delivered(token: string): void
}

/** The oldest ticket is forgotten when one more is made. */
const ticketsMax = 10_000
/** Of one ticket; the first is forgotten when one more comes. */
const openingsMax = 100

export function openTickets(rules: TicketRules, secret: string): Tickets {
  const tickets = new Map<string, Ticket>()
  /** The last of each phone. */
  const latest = new Map<string, string>()
  let serial = 0
  return {
    rules,
    get all() {
      return [...tickets.values()]
    },
    order: ({ number, offer }, at) => {
      serial += 1
      const token = rules.tokenOf({ secret, serial, number })
      const endsAt = at + rules.lifetimeMs
      const unused = { isUsedUp: false, isCancelled: false, deliveries: 0, openings: [] }
      const ticket = { token, number, offer, orderedAt: at, endsAt, ...unused }
      tickets.set(rules.keyOf(token), ticket)
      latest.set(number, token)
      const [first] = latest.keys()
      if (latest.size > ticketsMax && first !== undefined) latest.delete(first)
      const [oldest] = tickets.keys()
      if (tickets.size > ticketsMax && oldest !== undefined) tickets.delete(oldest)
      return ticket
    },
    isOlder: ({ number, token }) => latest.get(number) !== token,
    find: (token) => tickets.get(rules.keyOf(token)),
    stateOf: (ticket, now) => {
      if (ticket === undefined) return 'unknown'
      if (ticket.isCancelled) return 'cancelled'
      return ticket.isUsedUp || rules.isEnded(ticket.endsAt, now) ? 'over' : 'good'
    },
    cancel: ({ token }) => {
      const ticket = tickets.get(rules.keyOf(token))
      if (ticket !== undefined) tickets.set(rules.keyOf(token), { ...ticket, isCancelled: true })
    },
    delivered: (token) => {
      const ticket = tickets.get(rules.keyOf(token))
      if (ticket === undefined) return
      const deliveries = ticket.deliveries + 1
      const isUsedUp = ticket.isUsedUp || deliveries >= rules.usesMax
      tickets.set(rules.keyOf(token), { ...ticket, deliveries, isUsedUp })
    },
    note: ({ token }, opening, request) => {
      // As it is by now: it may have been cancelled, or another package of it gone out, while this one was made.
      const ticket = tickets.get(rules.keyOf(token))
      if (ticket === undefined) return
      tickets.set(rules.keyOf(token), {
        ...ticket,
        isUsedUp: ticket.isUsedUp || rules.isUsedUpBy(request),
        openings: [...ticket.openings, opening].slice(-openingsMax),
      })
    },
  }
}
