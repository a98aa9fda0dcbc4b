/**
 * Doors that stay open from case to case of a run: servers bind once and keep to real time, while the network behind the doors
 * is that of the case under way, on its clock. Between cases no number is known.
 */
import type { Clock } from '../handset/ports.ts'
import { concatenationOf } from '../wire/sms/udh.ts'
import { openDoors } from './doors.ts'
import type { Door, DoorWish } from './doors.ts'
import type { Account } from './bearer.ts'
import type { NetworkFact } from './network-log.ts'
import type { Onlooker } from './operator.ts'
import type { Receiver } from './originations.ts'
import { routerLimits } from './router-limits.ts'
import type { Router } from './router.ts'
import { normalMsisdn } from './msisdn.ts'
import type { MessageFacts, StateChange, Submission, SubmitOutcome } from './submission.ts'

/** The network of a case. */
export interface CaseNetwork {
  readonly router: Router
  readonly clock: Clock
}

export interface Relay {
  readonly doors: readonly Door[]
  /** From now on the network of this case is behind the doors. */
  join(network: CaseNetwork): CaseDoors
  close(): Promise<void>
}

/** The doors as a case sees them. */
export interface CaseDoors {
  readonly doors: readonly Door[]
  watch(onlooker: Onlooker): void
  /** Listens for a message to a number; real time passes while somebody waits for it. */
  expect(number: string): Expectation
  leave(): void
}

export interface Expectation {
  /** Once a message has come with all its segments, and nothing more comes for a moment. */
  arrived(withinMs: number): Promise<Arrived>
}

export type Arrived =
  | { readonly kind: 'whole' }
  /** @property refusals what servers wanted meanwhile and did not get, in sentences */
  | { readonly kind: 'nothing' | 'part'; readonly refusals: readonly string[] }

export interface RelayParts {
  /** Moves by itself. */
  readonly clock: Clock
  /** Of its instant 0, in milliseconds since 1970. */
  readonly startsAtMs: number
  readonly accounts: readonly Account[]
  /** Number of the phone that datagrams are for. */
  readonly datagramsFor: string
}

/** @throws UsageError `network/cannot-listen` */
export async function openRelay(parts: RelayParts, wishes: readonly DoorWish[]): Promise<Relay> {
  const exchange = new Exchange(parts.clock)
  const doors = await openDoors(
    {
      ...parts,
      router: exchange,
      hearFact: (fact) => exchange.hearFact(fact),
      hearOctets: (packet) => exchange.onlooker?.hearOctets(packet),
    },
    wishes,
  )
  return {
    doors: doors.open,
    join: (network) => exchange.join(network, doors.open),
    close: () => doors.close(),
  }
}

/** So many messages a network of one case can take: more than it holds. */
const idsOfCase = 1_000_000
/** After the last segment: what a server sends twice is seen. */
const quietMs = 100
const refusalsMax = 3

/** The router that the doors see. Ids are those of the case, made different from case to case: servers keep them. */
class Exchange implements Router {
  readonly limits = routerLimits
  onlooker: Onlooker | undefined
  readonly #clock: Clock
  readonly #receivers: Receiver[] = []
  readonly #ears = new Set<Ear>()
  #network: CaseNetwork | undefined
  #case = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  join(network: CaseNetwork, doors: readonly Door[]): CaseDoors {
    this.#network = network
    this.#case += 1
    for (const receiver of this.#receivers) network.router.receive(receiver)
    return {
      doors,
      watch: (onlooker) => (this.onlooker = onlooker),
      expect: (number) => {
        const ear = new Ear(normalMsisdn(number), this.#clock, () => this.#ears.delete(ear))
        this.#ears.add(ear)
        return ear
      },
      leave: () => {
        this.#network = undefined
        this.onlooker = undefined
        this.#ears.clear()
      },
    }
  }

  hearFact(fact: NetworkFact): void {
    this.onlooker?.hearFact(fact)
    if (!fact.what.endsWith('.refused')) return
    for (const ear of this.#ears) ear.hearRefusal(`${fact.what}: ${fact.detail}`)
  }

  get waiting(): number {
    return this.#network?.router.waiting ?? 0
  }

  attach(...words: Parameters<Router['attach']>): ReturnType<Router['attach']> {
    const nowhere = { reachable: () => {}, detach: () => {} }
    return this.#network?.router.attach(...words) ?? nowhere
  }

  submit(submission: Submission, onState?: (change: StateChange) => void): SubmitOutcome {
    const network = this.#network
    if (network === undefined) return { kind: 'refused', cause: 'unknown-number' }
    const ofCase = this.#case
    const outcome = network.router.submit(
      { ...submission, ...this.#timesOf(submission, network) },
      (change) => onState?.({ ...change, id: outerId(ofCase, change.id), at: this.#clock.now() }),
    )
    if (outcome.kind === 'refused') {
      for (const ear of this.#ears) ear.hearRefusal(`for ${submission.to}: ${outcome.cause}`)
      return outcome
    }
    for (const ear of this.#ears) ear.hear(submission)
    return { kind: 'accepted', id: outerId(ofCase, outcome.id) }
  }

  find(id: string): MessageFacts | undefined {
    const network = this.#network
    const inner = this.#innerId(id)
    const found = inner === undefined ? undefined : network?.router.find(inner)
    if (network === undefined || found === undefined) return undefined
    const ahead = network.clock.now() - this.#clock.now()
    const { acceptedAt, endedAt } = found
    return {
      ...found,
      id,
      acceptedAt: acceptedAt - ahead,
      endedAt: endedAt === undefined ? undefined : endedAt - ahead,
    }
  }

  waitingFor(number: string): readonly MessageFacts[] {
    return this.#network?.router.waitingFor(number) ?? []
  }

  cancel(id: string): boolean {
    const inner = this.#innerId(id)
    return inner !== undefined && this.#network?.router.cancel(inner) === true
  }

  replace(id: string, changes: Parameters<Router['replace']>[1]): boolean {
    const network = this.#network
    const inner = this.#innerId(id)
    if (network === undefined || inner === undefined) return false
    return network.router.replace(inner, { ...changes, ...this.#timesOf(changes, network) })
  }

  receive(receiver: Receiver): () => void {
    this.#receivers.push(receiver)
    return () => {
      const index = this.#receivers.indexOf(receiver)
      if (index !== -1) this.#receivers.splice(index, 1)
    }
  }

  originate(...words: Parameters<Router['originate']>): boolean {
    return this.#network?.router.originate(...words) ?? false
  }

  /** What a server says of times is by the clock of the doors. */
  #timesOf(
    { deliverAt, validUntil }: Pick<Submission, 'deliverAt' | 'validUntil'>,
    { clock }: CaseNetwork,
  ): Pick<Submission, 'deliverAt' | 'validUntil'> {
    const ahead = clock.now() - this.#clock.now()
    return {
      deliverAt: deliverAt === undefined ? undefined : deliverAt + ahead,
      validUntil: validUntil === undefined ? undefined : validUntil + ahead,
    }
  }

  #innerId(id: string): string | undefined {
    const number = Number(id) - this.#case * idsOfCase
    return number > 0 && number < idsOfCase ? String(number) : undefined
  }
}

function outerId(ofCase: number, id: string): string {
  return String(ofCase * idsOfCase + Number(id))
}

/** Listens for the messages of one number. */
class Ear implements Expectation {
  readonly #number: string
  readonly #clock: Clock
  readonly #leave: () => void
  readonly #refusals: string[] = []
  /** Segments that have come, by sender and reference, with how many there are. */
  readonly #parts = new Map<string, { readonly total: number; readonly seen: Set<number> }>()
  #whole = 0
  #heardAt = 0
  #wake: (() => void) | undefined

  constructor(number: string, clock: Clock, leave: () => void) {
    this.#number = number
    this.#clock = clock
    this.#leave = leave
  }

  hear({ to, from, elements }: Submission): void {
    if (normalMsisdn(to) !== this.#number) return
    this.#heardAt = this.#clock.now()
    const cut = concatenationOf(elements)
    if (cut === undefined) this.#whole += 1
    else {
      const key = `${from.value} ${cut.reference}`
      const { total, seen } = this.#parts.get(key) ?? { total: cut.total, seen: new Set() }
      seen.add(cut.sequence)
      if (seen.size < total) this.#parts.set(key, { total, seen })
      else {
        this.#parts.delete(key)
        this.#whole += 1
      }
    }
    this.#wake?.()
  }

  hearRefusal(sentence: string): void {
    if (this.#refusals.length < refusalsMax) this.#refusals.push(sentence)
  }

  async arrived(withinMs: number): Promise<Arrived> {
    const until = this.#clock.now() + withinMs
    for (;;) {
      const now = this.#clock.now()
      const isComplete = this.#whole > 0 && this.#parts.size === 0
      const ends = isComplete ? Math.min(until, this.#heardAt + quietMs) : until
      if (now >= ends) break
      await this.#sleep(ends - now)
    }
    this.#leave()
    if (this.#whole > 0) return { kind: 'whole' }
    return { kind: this.#parts.size > 0 ? 'part' : 'nothing', refusals: this.#refusals }
  }

  #sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = this.#clock.setTimeout(resolve, ms)
      this.#wake = () => {
        this.#clock.clearTimeout(timer)
        this.#wake = undefined
        resolve()
      }
    })
  }
}
