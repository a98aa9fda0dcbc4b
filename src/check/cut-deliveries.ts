/** Transfers that the phone broke off when the target may have sent all of them: what is on the way, nobody can call back. */
import type { Exchange } from '../trace/events.ts'
import { headerValue } from '../wire/http-fields.ts'
import type { CheckContext } from './check.ts'
import type { TicketOpening } from './ticket-openings.ts'

/** What TCP lets be on the way unacknowledged, but for scaled windows (RFC 9293 section 3.1). */
const bytesOnTheWayMax = 65_535

/** A link for one use may be used up by it, as far as the target can know. */
export function mayHaveLeftWhole({ facts }: CheckContext, cut: Exchange): boolean {
  const { response } = cut
  if (facts.target.policies?.ticketUses !== 'single' || response === undefined) return false
  const stated = headerValue(response.headers, 'Content-Length') ?? ''
  return /^\d{1,15}$/.test(stated) && Number(stated) - response.body.length <= bytesOnTheWayMax
}

/** Since the link was sent, a package was broken off that may have left whole. */
export function mayBeUsedUp(context: CheckContext, { ticket, exchange }: TicketOpening): boolean {
  return context.evidence
    .all('http.exchanged')
    .some(
      (one) =>
        one.purpose === 'package' &&
        one.network?.reachedTarget === true &&
        one.seq > ticket.message.seq &&
        one.seq < exchange.seq &&
        isBrokenOff(one) &&
        mayHaveLeftWhole(context, one),
    )
}

export function isBrokenOff({ failure }: Exchange): boolean {
  return failure?.cause === 'no-coverage' || failure?.cause === 'cancelled'
}

export const mayHaveLeft =
  'the link is for one use, and all of its package may have been sent when the phone broke off'
