/** What a server does as its operator likes, where no document says what is right: the target file says which it is. */
import type { Fields } from './shape.ts'
import { oneOf, optional, record } from './shape.ts'

/** What a phone gets that opens a link which was made for another platform: the package of it, or a refusal to read. */
export const otherPlatformPolicies = ['serves', 'refuses'] as const

/** How often the package of a link can be had that was made for one phone: until its end, or once. */
export const ticketUsePolicies = ['many', 'single'] as const

export interface Policies {
  readonly otherPlatform?: (typeof otherPlatformPolicies)[number]
  readonly ticketUses?: (typeof ticketUsePolicies)[number]
}

const fields: Fields<Policies> = {
  otherPlatform: optional(oneOf(...otherPlatformPolicies)),
  ticketUses: optional(oneOf(...ticketUsePolicies)),
}

export const policiesShape = record<Policies>(fields)
