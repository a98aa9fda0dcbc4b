/**
 * Doors that stay open from case to case of a run: servers bind once and keep to real time, while the network behind the doors
 * is that of the case under way, on its clock. Between cases no number is known.
 */
import type { Clock } from '../handset/ports.ts'
import { openDoors } from './doors.ts'
import type { Door, Doors, DoorWish } from './doors.ts'
import { Ear } from './ear.ts'
import type { Expectation } from './ear.ts'
import type { Account } from './bearer.ts'
import type { NetworkFact } from './network-log.ts'
import type { Onlooker } from './operator.ts'
import type { Receiver } from './originations.ts'
import { routerLimits } from './router-limits.ts'
import type { Router } from './router.ts'
import { normalMsisdn } from './msisdn.ts'
import { createScript } from './script.ts'
import type { CentreAct, NetworkScript } from './script.ts'
import type { MessageFacts, StateChange, Submission, SubmitOutcome } from './submission.ts'

/** The network of a case. */
export interface CaseNetwork {
  readonly router: Router
  readonly clock: Clock
  /** What it does to servers; none: nothing. */
  readonly script?: NetworkScript
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
  /**
   * The SMSC does something by itself on each of its sessions. Real time passes until the servers have answered, or long
   * enough.
   */
  haveCentre(act: CentreAct): Promise<void>
  /** Real time passes until servers have answered what the SMSC asked them, or long enough. */
  settled(): Promise<void>
  leave(): void
}

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
      script: exchange.script,
      hearFact: (fact) => exchange.hearFact(fact),
      hearOctets: (packet) => exchange.hearOctets(packet),
    },
    wishes,
  )
  return {
    doors: doors.open,
    join: (network) => exchange.join(network, doors),
    close: () => doors.close(),
  }
}

/** So many messages a network of one case can take: more than it holds. */
const idsOfCase = 1_000_000
/** A server that is there answers its SMSC at once. */
const centreAnswerMs = 1000
/** Of the head of a PDU: the first octet of command_id, whose first bit says that it is an answer, and sequence_number. */
const commandOffset = 4
const responseOctet = 0x80
const sequenceOffset = 12
const headOctets = 16

/** The router that the doors see. Ids are those of the case, made different from case to case: servers keep them. */
class Exchange implements Router {
  readonly limits = routerLimits
  readonly script: NetworkScript = {
    arm: (disturbance) => this.#script.arm(disturbance),
    strike: (deed) => this.#script.strike(deed),
  }
  readonly #clock: Clock
  #onlooker: Onlooker | undefined
  #script = createScript()
  #joinedAt = 0
  readonly #receivers: Receiver[] = []
  readonly #ears = new Set<Ear>()
  #network: CaseNetwork | undefined
  #case = 0
  /** Requests of the SMSC, by session and sequence number, that are not answered. */
  readonly #asked = new Set<string>()
  /** Somebody waits for the answers. */
  #answered: (() => void) | undefined

  constructor(clock: Clock) {
    this.#clock = clock
  }

  join(network: CaseNetwork, doors: Doors): CaseDoors {
    this.#network = network
    this.#script = network.script ?? createScript()
    this.#joinedAt = this.#clock.now()
    this.#asked.clear()
    this.#case += 1
    for (const receiver of this.#receivers) network.router.receive(receiver)
    const settled = () => this.#settled()
    return {
      doors: doors.open,
      watch: (onlooker) => (this.#onlooker = onlooker),
      expect: (number) => {
        const ear = new Ear(normalMsisdn(number), this.#clock, () => this.#ears.delete(ear))
        this.#ears.add(ear)
        return ear
      },
      async haveCentre(act) {
        doors.haveCentre(act)
        await settled()
      },
      settled,
      leave: () => {
        this.#network = undefined
        this.#onlooker = undefined
        this.#script = createScript()
        this.#ears.clear()
      },
    }
  }

  hearOctets(packet: Parameters<Onlooker['hearOctets']>[0]): void {
    const ms = Math.round(this.#clock.now() - this.#joinedAt)
    this.#onlooker?.hearOctets({ ...packet, measured: { ms } })
    if (packet.bearer !== 'smsc') return
    const isAnswer = packet.octets[commandOffset] === responseOctet
    const request = `${packet.session} ${packet.octets.subarray(sequenceOffset, headOctets).join(' ')}`
    if (packet.direction === 'from-network' && !isAnswer) this.#asked.add(request)
    if (packet.direction === 'to-network' && isAnswer) this.#asked.delete(request)
    this.#answered?.()
  }

  hearFact(fact: NetworkFact): void {
    this.#onlooker?.hearFact(fact)
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

  /** Resolves once servers have answered what the SMSC asked them, or after long enough. */
  async #settled(): Promise<void> {
    if (this.#asked.size === 0) return
    await new Promise<void>((resolve) => {
      const done = () => {
        this.#clock.clearTimeout(timer)
        this.#answered = undefined
        this.#asked.clear()
        resolve()
      }
      const timer = this.#clock.setTimeout(done, centreAnswerMs)
      this.#answered = () => {
        if (this.#asked.size === 0) done()
      }
    })
  }

  #innerId(id: string): string | undefined {
    const number = Number(id) - this.#case * idsOfCase
    return number > 0 && number < idsOfCase ? String(number) : undefined
  }
}

function outerId(ofCase: number, id: string): string {
  return String(ofCase * idsOfCase + Number(id))
}
