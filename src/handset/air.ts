/** What the air does to segments and datagrams on their last stretch because the scenario says so: scripted and counted. */
import type { TraceFact } from '../trace/events.ts'
import type { Clock, DeliveredMessage } from './ports.ts'

export type AirAct =
  /** The network believes that the phone has it. */
  | { readonly kind: 'lose' }
  | { readonly kind: 'double' }
  /** It comes after so much time, behind what was sent later. */
  | { readonly kind: 'delay'; readonly ms: number }

export interface Disturbance {
  /** Counted in segments since it was armed: first and last that it strikes, from 1. */
  readonly from: number
  readonly to: number
  readonly act: AirAct
}

/** What happens to one segment. */
export interface Struck {
  readonly did: string
  readonly act: () => void
}

export interface Air {
  disturb(disturbance: Disturbance): void
  /** Counts one segment and says what happens to it; at most one act strikes a segment: the first armed. */
  strike(message: DeliveredMessage): Struck | undefined
}

export function createAir(
  { clock }: { readonly clock: Clock },
  receive: (message: DeliveredMessage) => void,
): Air {
  const armed: { readonly disturbance: Disturbance; seen: number }[] = []
  return {
    disturb: (disturbance) => void armed.push({ disturbance, seen: 0 }),
    strike(message) {
      let act: AirAct | undefined
      for (const one of armed) {
        one.seen += 1
        const { from, to, act: own } = one.disturbance
        if (one.seen >= from && one.seen <= to) act ??= own
      }
      return act && struckBy(act, message)
    },
  }

  function struckBy(act: AirAct, message: DeliveredMessage): Struck {
    switch (act.kind) {
      case 'lose':
        return { did: 'lost it', act: () => undefined }
      case 'double':
        return {
          did: 'brought it twice',
          act: () => {
            receive(message)
            receive(message)
          },
        }
      case 'delay':
        return {
          did: `delayed it by ${act.ms} ms`,
          act: () => void clock.setTimeout(() => receive(message), act.ms),
        }
      default:
        return act satisfies never
    }
  }
}

export function carriedFact(message: DeliveredMessage, struck: Struck | undefined): TraceFact {
  const { payload, bearer, from, to } = message
  return {
    type: 'message.carried',
    message: message.id,
    bearer,
    from,
    to,
    ...(payload.kind === 'sms'
      ? { carrier: 'sms', octets: payload.tpdu }
      : { carrier: 'datagram', octets: payload.octets, port: payload.destination }),
    ...(struck === undefined ? {} : { air: struck.did }),
  }
}
