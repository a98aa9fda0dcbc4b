/** What the operator's network or the user does to an exchange because the scenario says so: scripted and counted. */
import type { Header, NetworkAct, Purpose, RecordedResponse } from '../trace/events.ts'

export type CutPlace = 'first' | 'middle' | 'last' | number

/** A change of a descriptor or package on its way through the network. */
export interface Alteration {
  readonly did: string
  readonly alter: (body: Uint8Array) => Uint8Array
  readonly alterHeaders?: (headers: readonly Header[]) => readonly Header[]
  /** Is this something else than what the gateway changes? None: it changes whatever comes. */
  readonly leaves?: (headers: readonly Header[]) => boolean
}

export type Act =
  /** A gateway answers and the target never hears of the request. */
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly headers: readonly Header[]
      readonly body: Uint8Array
    }
  | { readonly kind: 'lose request'; readonly because?: string }
  | { readonly kind: 'lose response' }
  | { readonly kind: 'delay'; readonly ms: number }
  /** The phone gets octets no faster than this. */
  | { readonly kind: 'slow'; readonly bytesPerSecond: number }
  /** Coverage ends, or the user stops, when so many body octets have come. */
  | { readonly kind: 'cut'; readonly by: 'coverage' | 'user'; readonly at: CutPlace }
  | { readonly kind: 'alter'; readonly alteration: Alteration }

export interface Interference {
  readonly on: Purpose
  /** Counted in exchanges of that purpose since it was armed: first and last that it strikes, from 1. */
  readonly from: number
  readonly to: number
  readonly act: Act
}

/** The interferences armed in one case, each with its own count. */
export interface Interferences {
  arm(interference: Interference): void
  /** Counts one exchange and says what happens to it. At most one act strikes an exchange: the first armed. */
  strike(purpose: Purpose): Act | undefined
  /** The exchange that was counted last led elsewhere: what is struck is what it leads to. */
  passOn(purpose: Purpose): void
}

export function createInterferences(): Interferences {
  const armed: { readonly interference: Interference; seen: number }[] = []
  return {
    arm: (interference) => void armed.push({ interference, seen: 0 }),
    strike(purpose) {
      let act: Act | undefined
      for (const one of armed) {
        if (one.interference.on !== purpose) continue
        one.seen += 1
        const strikes = one.seen >= one.interference.from && one.seen <= one.interference.to
        if (strikes) act ??= one.interference.act
      }
      return act
    },
    passOn(purpose) {
      for (const one of armed) if (one.interference.on === purpose) one.seen -= 1
    },
  }
}

/** Body octets after which a transfer of a known length is cut. */
export function cutByte(at: CutPlace, expectedBytes: number | undefined): number {
  if (typeof at === 'number') return at
  const bytes = expectedBytes ?? 2
  return { first: 0, middle: Math.floor(bytes / 2), last: Math.max(0, bytes - 1) }[at]
}

export function describeAct(act: Act): string {
  switch (act.kind) {
    case 'answer':
      return `answered ${act.status} in place of the target`
    case 'lose request':
      return act.because ?? 'lost the request'
    case 'lose response':
      return 'lost the response'
    case 'delay':
      return `delayed the response by ${act.ms} ms`
    case 'slow':
      return 'slowed the transfer down'
    case 'cut':
      return act.by === 'user' ? 'was stopped by the user' : 'lost coverage during the transfer'
    case 'alter':
      return act.alteration.did
    default:
      return act satisfies never
  }
}

/** The record of an alteration: what the handset got in place of the target's response. */
export function alterResponse(response: RecordedResponse, alteration: Alteration): NetworkAct {
  const body = alteration.alter(response.body)
  return {
    did: alteration.did,
    reachedTarget: true,
    delivered: {
      status: response.status,
      headers: withLength(alteration.alterHeaders?.(response.headers) ?? response.headers, body),
      body,
    },
  }
}

/** A gateway that changes a body states the new length. */
function withLength(headers: readonly Header[], body: Uint8Array): readonly Header[] {
  return headers.map(([name, value]) =>
    name.toLowerCase() === 'content-length' ? [name, String(body.length)] : [name, value],
  )
}
