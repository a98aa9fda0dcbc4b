/** What this server does as its operator likes; a fault may put another policy in the place of one. */
export interface ServerPolicies {
  /** A phone of another platform opens a link that is for one: it gets what the link is for, or a page that says no. */
  readonly otherPlatform: 'serves' | 'refuses'
  /** How often a ticket's package is given out whole: until its end, or once. */
  readonly ticketUses: 'many' | 'single'
}

export const usualPolicies: ServerPolicies = { otherPlatform: 'serves', ticketUses: 'many' }
