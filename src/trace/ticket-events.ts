/** The part of the vocabulary that tells of links that the target makes for one phone and one order. */
export type TicketEventFact =
  /** The target was asked to push a link that is good for this phone and this order alone. */
  | { readonly type: 'ticket.ordered'; readonly app: string; readonly to: string }
  | {
      /** The order that was made last is cancelled: from now on its link is dead. */
      readonly type: 'ticket.cancelled'
      readonly app: string
      readonly to: string
      /** Why the target could not be told; none: it was, and agreed. */
      readonly missed?: string
    }
