import type { Flash } from '../handset/flash.ts'
import type { Handset } from '../handset/handset.ts'
import type { CentreAct, NetworkDisturbance, ProfileHostAct } from './network-acts.ts'
import type { LastOrder } from './last.ts'
import type { PushOrder, PushOutcome } from './push-order.ts'
import type { PromptKind, TraceEvent, TraceFact } from '../trace/events.ts'

export type PublishOutcome =
  | { readonly kind: 'published' }
  | { readonly kind: 'not published'; readonly reason: string }

export type CancelOutcome =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'not cancelled'; readonly reason: string }

export interface UserAnswer {
  readonly answer: 'accept' | 'refuse'
  /** URL of the link that was selected on a page. */
  readonly chosen?: string
  readonly typed?: {
    readonly kind: 'right' | 'wrong'
    readonly user: string
    readonly password: string
  }
}

/** What steps act upon: one handset, the target's links, time, and the trace so far. */
export interface Stage {
  readonly handset: Handset
  /** What the phone keeps: suites, records, reports, messages. */
  readonly flash: () => Flash
  /** Entry links by name, from the target. */
  readonly links: ReadonlyMap<string, string>
  readonly credentials: { readonly user: string; readonly password: string } | undefined
  /** So long a ticket of the target is good; none: it is not said. */
  readonly ticketLifetimeMs: number | undefined
  /** Of the phone. */
  readonly number: string
  readonly events: readonly TraceEvent[]
  /** `seq` from which `await` looks: just behind what the last `await` found. */
  cursor: number
  /** Something of which no part of the phone tells. */
  note(fact: TraceFact): void
  /** Milliseconds since 1970, by everybody's calendar but perhaps the phone's. */
  today(): number
  /** Resolves once the network has the message, or does not want it. */
  push(order: PushOrder): Promise<PushOutcome>
  /** The target offers a newer version under the link; else why not. */
  publish(app: string): Promise<PublishOutcome>
  /** The target does not want the phone to have it any more; else why it could not be told. */
  cancelOrder(order: LastOrder): Promise<CancelOutcome>
  /** What the target shows of the installation that the link leads to is noted, as far as it can be told. */
  readStatus(app: string): Promise<void>
  /** With the servers that links lead to over https; what came of it is noted. */
  shakeHands(): Promise<void>
  /** From now on the network does this to servers. */
  disturbNetwork(disturbance: NetworkDisturbance): void
  /** The SMSC does it to each server that is bound; what is then said goes to and fro without any time. */
  haveCentre(act: CentreAct): Promise<void>
  /** The host of UAProf documents does it to whoever asks from now on. */
  haveProfileHost(act: ProfileHostAct): void
  wear(quirks: readonly string[]): void
  answer(prompt: PromptKind, answer: UserAnswer): void
  /** Lets time pass until the test is true of the trace; false when the duration is over first. */
  until(test: () => boolean, withinMs: number): Promise<boolean>
  /** Lets time pass until the phone has finished what it does; false when it never does. */
  rest(): Promise<boolean>
  /** Lets exactly so much time pass. */
  advance(ms: number): Promise<void>
}
