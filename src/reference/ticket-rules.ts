/** How tickets are made and when they end; a fault may put one of these rules in the place of another. */
import { createHmac } from 'node:crypto'

/** What an order is made of, for whoever makes a token of it. */
export interface TokenOrder {
  /** Nobody outside knows it: without it the next token cannot be told from those before. */
  readonly secret: string
  /** Of all orders, from 1. */
  readonly serial: number
  readonly number: string
}

export interface TicketRules {
  /** So long after the order the link is good. */
  readonly lifetimeMs: number
  /** So long after its end a package whose descriptor came in time can still be fetched, or fetched on. */
  readonly graceMs: number
  readonly tokenOf: (order: TokenOrder) => string
  /** What of a token is looked at. */
  readonly keyOf: (token: string) => string
  readonly isEnded: (endsAt: number, now: number) => boolean
  /** When the indication expires that a ticket is pushed with. */
  readonly indicationEnd: (endsAt: number) => number
  /** So often its package is given out whole. */
  readonly usesMax: number
  /** Is the ticket used up by this request, whatever it is answered? */
  readonly isUsedUpBy: (request: Request) => boolean
  /** Is a ticket whose order was cancelled closed to this request? */
  readonly isClosedTo: (request: Request) => boolean
}

const tokenBits = 128

export const ticketRules: Omit<TicketRules, 'lifetimeMs'> = {
  graceMs: 3_600_000,
  tokenOf: ({ secret, serial }) =>
    createHmac('sha256', secret)
      .update(String(serial))
      .digest('hex')
      .slice(0, tokenBits / 4),
  keyOf: (token) => token,
  isEnded: (endsAt, now) => now > endsAt,
  indicationEnd: (endsAt) => endsAt,
  usesMax: Infinity,
  isUsedUpBy: () => false,
  isClosedTo: () => true,
}
