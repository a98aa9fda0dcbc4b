/** What the operator's network does to a server that pushes, because the scenario says so. */

/** What of the server is struck: that it binds to the SMSC, submits there, or posts to a gateway. */
export const deeds = ['bind', 'submit', 'post'] as const

export const networkActs = [
  'throttle',
  'queue-full',
  'refuse',
  'lose-request',
  'lose-response',
] as const

/** What a server gets that asks for the UAProf document which the phone announces. */
export const profileHostActs = ['serve', 'hang', 'cut', 'missing', 'garble', 'flood'] as const

export type ProfileHostAct = (typeof profileHostActs)[number]

/** What an SMSC does by itself. */
export const centreActs = ['enquire-link', 'unbind', 'cut', 'odd-receipts'] as const

export type CentreAct = (typeof centreActs)[number]

export interface NetworkDisturbance {
  readonly on: (typeof deeds)[number]
  /** Counted from when it is armed: first and last that are struck, from 1. */
  readonly from: number
  readonly to: number
  readonly act: (typeof networkActs)[number]
}
