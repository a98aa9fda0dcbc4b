/** What the network saw, in the order it happened: for the trace, and for whoever wonders why a message did not come. */
export interface NetworkFact {
  /** Virtual instant. */
  readonly at: number
  /** Catalogue id of the bearer, or `router`. */
  readonly teller: string
  /** `noun.happened`: `bind.refused`, `message.accepted`, `peer.cut`. */
  readonly what: string
  /** System id, user or address of the other side, where there is one. */
  readonly peer: string | undefined
  readonly messageId: string | undefined
  /** One sentence for a person; what a peer sent is escaped. */
  readonly detail: string
}

export type NetworkLog = (fact: NetworkFact) => void
