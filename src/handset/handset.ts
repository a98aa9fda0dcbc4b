/** A simulated handset: ports and a behaviour in, a trace out. */
import { createActor } from 'xstate'
import type { Actor } from 'xstate'
import type { Profile } from '../profile/profile.ts'
import type { TraceFact } from '../trace/events.ts'
import { carriedFact, createAir } from './air.ts'
import type { Air, Disturbance } from './air.ts'
import type { Behaviour } from './behaviour.ts'
import { noClients } from './contact.ts'
import type { Clients } from './contact.ts'
import { deviceAborted } from './download-habits.ts'
import { isUnderWay } from './download-store.ts'
import type { Storage } from './flash.ts'
import type { SlowTransfer } from './slow-pace.ts'
import type { InFlight } from './in-flight.ts'
import type { Interference } from './interference.ts'
import { handsetMachine } from './machines/handset.machine.ts'
import type { HandsetEvent } from './machines/handset-events.ts'
import type { Phone } from './phone.ts'
import type { Browser, Clock, DeliveredMessage, Http, Inbox, Tcp } from './ports.ts'
import { createRadio } from './radio.ts'
import { createRenderer } from './rendering.ts'
import { trustsNobody } from './trust.ts'
import type { Trust } from './trust.ts'
import type { Recorder } from './recorder.ts'
import { tellChanges } from './told-storage.ts'

/** A download that the battery has ended. */
const brokenOff: TraceFact = {
  type: 'install.settled',
  outcome: 'refused',
  code: deviceAborted,
  reason: 'the battery ended the download',
}

export interface HandsetParts {
  readonly profile: Profile
  readonly behaviour: Behaviour
  readonly http: Http
  /** None: no client connects without HTTP. */
  readonly tcp?: Tcp | undefined
  readonly clock: Clock
  /** The clock is that of the target too: it feels how fast octets are taken. */
  readonly feelsPace?: boolean | undefined
  /** Told when a transfer begins that the target feels to be slow. */
  readonly onSlow?: ((transfer: SlowTransfer) => void) | undefined
  readonly storage: Storage
  /** None: a phone that believes no signature. */
  readonly trust?: Trust | undefined
  /** None: no client has a server. */
  readonly clients?: Clients | undefined
  /** Runs the scripts of pages; none: pages are shown without. */
  readonly browser?: Browser | undefined
  readonly recorder: Recorder
  readonly inFlight: InFlight
  /** Says whether the handset may contact the host of a URL. */
  readonly isAllowed: (url: string) => boolean
  /** The WAP access point leads to servers that are not the operator's own; none: it does not. */
  readonly wapLeadsOut?: boolean | undefined
  /** Told once when a machine throws: a defect of ours. */
  readonly onFault: (cause: unknown) => void
}

export interface Handset extends Inbox {
  readonly phone: Phone
  isOn(): boolean
  /** Something is being discovered, fetched, installed or managed: the user has to wait. */
  isBusy(): boolean
  /** A client that was started talks to its server. */
  isConnecting(): boolean
  /** A report is on its way. One that waits for the time of its next attempt is not. */
  isReporting(): boolean
  send(event: HandsetEvent): void
  powerOn(): void
  /** Battery out: what is not in flash is lost. */
  powerOff(): void
  setCoverage(covered: boolean): void
  setBehaviour(behaviour: Behaviour): void
  interfere(interference: Interference): void
  /** What the air does to segments of messages from now on. */
  disturb(disturbance: Disturbance): void
}

export function createHandset(parts: HandsetParts): Handset {
  return new RunningHandset(parts)
}

/** Holds the root actor while there is power. */
class RunningHandset implements Handset {
  readonly phone: { -readonly [part in keyof Phone]: Phone[part] }
  readonly #parts: HandsetParts
  #root: Actor<typeof handsetMachine> | undefined
  /** What the trace says of the coverage; it says nothing where there is some when power comes. */
  #toldCovered = true
  #air: Air | undefined

  constructor(parts: HandsetParts) {
    const { profile, behaviour, storage, recorder, browser } = parts
    const { trust = trustsNobody, clients = noClients } = parts
    this.#parts = parts
    const radio = createRadio(parts, () => this.#noteCoverage())
    this.phone = {
      profile,
      behaviour,
      storage: tellChanges(storage, recorder),
      trust,
      clients,
      radio,
      ...(browser === undefined
        ? {}
        : {
            renderer: createRenderer({
              ...parts,
              browser,
              radio,
              trust,
              behaviour: () => this.phone.behaviour,
            }),
          }),
      tell: (actor, fact) => recorder.record(actor, fact),
    }
  }

  isOn(): boolean {
    return this.#root !== undefined
  }

  isBusy(): boolean {
    return this.#root !== undefined && this.#root.getSnapshot().value.work !== 'idle'
  }

  isConnecting(): boolean {
    return this.#root?.getSnapshot().matches({ clients: 'connecting' }) === true
  }

  isReporting(): boolean {
    return this.#root?.getSnapshot().matches({ reports: { draining: 'posting' } }) === true
  }

  send(event: HandsetEvent): void {
    this.#root?.send(event)
  }

  powerOn(): void {
    if (this.#root !== undefined) return
    const { clock, onFault } = this.#parts
    const { storage } = this.phone
    const isBrokenOff = storage.read().reports.some(isUnderWay)
    this.#root = createActor(handsetMachine, {
      id: 'handset',
      clock,
      input: { phone: this.phone },
    })
    this.#root.subscribe({ error: onFault })
    this.#tell({ type: 'power.changed', on: true })
    this.#root.start()
    this.#toldCovered = true
    this.#noteCoverage()
    if (!isBrokenOff) return
    storage.commit({ kind: 'downloads broken off' })
    this.#tell(brokenOff)
    this.send({ type: 'reports.wanted', trigger: { kind: 'report queued' } })
  }

  powerOff(): void {
    if (this.#root === undefined) return
    this.#tell({ type: 'power.changed', on: false })
    this.#root.stop()
    this.#root = undefined
  }

  setCoverage(covered: boolean): void {
    this.phone.radio.setCoverage(covered)
    this.#noteCoverage()
    if (covered) this.send({ type: 'coverage.regained' })
  }

  setBehaviour(behaviour: Behaviour): void {
    this.phone.behaviour = behaviour
  }

  interfere(interference: Interference): void {
    this.phone.radio.interfere(interference)
  }

  disturb(disturbance: Disturbance): void {
    this.#air ??= createAir(this.#parts, (message) => this.#receive(message))
    this.#air.disturb(disturbance)
  }

  /** The network hears at once that a phone has a message, or that it is not there. */
  take(message: DeliveredMessage): ReturnType<Inbox['take']> {
    if (this.#root === undefined || !this.phone.radio.covered) return 'absent'
    const did = this.#air?.strike(message)
    this.#tell(carriedFact(message, did))
    if (did === undefined) this.#receive(message)
    else did.act()
    return 'taken'
  }

  #receive(message: DeliveredMessage): void {
    this.send({ type: 'message.arrived', message })
  }

  #noteCoverage(): void {
    const { covered } = this.phone.radio
    if (this.#root === undefined || covered === this.#toldCovered) return
    this.#toldCovered = covered
    this.#tell({ type: 'coverage.changed', covered })
  }

  #tell(fact: TraceFact): void {
    this.phone.tell('handset', fact)
  }
}
