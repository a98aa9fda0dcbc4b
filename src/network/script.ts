/** What the network does to servers because a scenario says so: scripted and counted. */

/** What a server does at a bearer: it binds to the SMSC, submits there, or posts to a gateway. */
export type Deed = 'bind' | 'submit' | 'post'

export type NetworkAct =
  /** Says that it is too much at once: RTHROTTLED, PAP 4001, HTTP 503. */
  | 'throttle'
  /** RMSGQFUL, or PAP 4001 in an answer that HTTP calls taken. */
  | 'queue-full'
  /** RBINDFAIL, or RSUBMITFAIL. */
  | 'refuse'
  /** The connection ends, and nothing was taken. */
  | 'lose-request'
  /** The connection ends; what was asked for is done. */
  | 'lose-response'

/** What an SMSC does by itself. */
export type CentreAct = 'enquire-link' | 'unbind' | 'cut' | 'odd-receipts'

export interface Disturbance {
  readonly on: Deed
  /** Counted in deeds of that kind since it was armed: first and last that it strikes, from 1. */
  readonly from: number
  readonly to: number
  readonly act: NetworkAct
}

export interface NetworkScript {
  arm(disturbance: Disturbance): void
  /** Counts one deed and says what happens to it: the first armed act that strikes it. */
  strike(deed: Deed): NetworkAct | undefined
}

export function createScript(): NetworkScript {
  const armed: { readonly disturbance: Disturbance; seen: number }[] = []
  return {
    arm: (disturbance) => void armed.push({ disturbance, seen: 0 }),
    strike(deed) {
      let act: NetworkAct | undefined
      for (const one of armed) {
        const { on, from, to } = one.disturbance
        if (on !== deed) continue
        one.seen += 1
        if (one.seen >= from && one.seen <= to) act ??= one.disturbance.act
      }
      return act
    },
  }
}
