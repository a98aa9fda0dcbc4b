/**
 * The handset's way to the world: coverage, the hosts it may contact, the operator's interference, the time a transfer
 * takes, and the record of every exchange.
 */
import { wapWall } from './access-point.ts'
import type { Profile } from '../profile/profile.ts'
import type { ExchangeFailure } from '../trace/events.ts'
import { answerInPlace, breakArrival, plainArrival, strickenArrival, unsent } from './arrival.ts'
import type { Arrival, CarryOrder } from './arrival.ts'
import type { Received } from './behaviour.ts'
import type { InFlight } from './in-flight.ts'
import { bodyBytesBy, msLeft, msOf } from './radio-time.ts'
import { createInterferences, cutByte } from './interference.ts'
import type { Act, Interference, Interferences } from './interference.ts'
import type { Clock, Http, HttpRequest, Tcp, TcpCall, TcpOutcome } from './ports.ts'
import { createSlowPace, slowArrival } from './slow-pace.ts'
import type { SlowPace, SlowTransfer } from './slow-pace.ts'
import type { Recorder } from './recorder.ts'
import type { TraceFact } from '../trace/events.ts'

export interface Radio {
  readonly covered: boolean
  interfere(interference: Interference): void
  setCoverage(covered: boolean): void
  /**
   * One exchange, recorded; what comes of it is told after the virtual time that it takes.
   *
   * @returns breaks it off; without effect once it is over
   */
  carry(order: CarryOrder, tell: (received: Received) => void): () => void
  /** One connection without HTTP; as `carry`, but for the record, which is whoever called's. */
  talk(call: TcpCall, tell: (heard: TcpOutcome) => void): () => void
  /** One exchange for a page that is being made up. No scripted interference strikes it. */
  carryPart(order: CarryOrder): Promise<CarriedPart>
}

export interface CarriedPart {
  readonly received: Received
  /** Virtual time that is still to pass for it. */
  readonly ms: number
  /** For the trace, where it is not yet. */
  readonly fact: TraceFact
}

export interface RadioParts {
  readonly profile: Pick<Profile, 'radio'>
  readonly http: Http
  /** None: there is nothing to connect to. */
  readonly tcp?: Tcp | undefined
  readonly clock: Clock
  readonly recorder: Recorder
  readonly inFlight: InFlight
  readonly isAllowed: (url: string) => boolean
  /** The WAP access point leads to servers that are not the operator's own. */
  readonly wapLeadsOut?: boolean | undefined
  /** The clock is that of the target too: it feels how fast octets are taken. */
  readonly feelsPace?: boolean | undefined
  /** Told when a transfer begins that is slowed down and that the target feels. */
  readonly onSlow?: ((transfer: SlowTransfer) => void) | undefined
  /** Told when a port rejects: a defect of ours. */
  readonly onFault: (cause: unknown) => void
}

/** @param onCoverageLost told when a scripted cut takes the coverage with it */
export function createRadio(parts: RadioParts, onCoverageLost: () => void): Radio {
  return new PhoneRadio(parts, onCoverageLost)
}

type Breach = 'no-coverage' | 'cancelled'

/** One order on its way. */
interface Transfer {
  /** The phone wants it no longer. */
  cancelled: boolean
  /** Ends the time that it takes, while that passes. */
  breakOff: ((breach: Breach) => void) | undefined
}

class PhoneRadio implements Radio {
  covered = true
  readonly #parts: RadioParts
  readonly #onCoverageLost: () => void
  /** Those whose time passes, to be broken off when coverage goes. */
  #travelling: Set<Transfer> | undefined
  #interferences: Interferences | undefined

  constructor(parts: RadioParts, onCoverageLost: () => void) {
    this.#parts = parts
    this.#onCoverageLost = onCoverageLost
  }

  interfere(interference: Interference): void {
    this.#interferences ??= createInterferences()
    this.#interferences.arm(interference)
  }

  setCoverage(covered: boolean): void {
    this.covered = covered
    if (!covered) for (const transfer of this.#travelling ?? []) transfer.breakOff?.('no-coverage')
  }

  carry(order: CarryOrder, tell: (received: Received) => void): () => void {
    return this.#begin((transfer) => this.#transfer(order, transfer), tell)
  }

  talk(call: TcpCall, tell: (heard: TcpOutcome) => void): () => void {
    return this.#begin((transfer) => this.#talk(call, transfer), tell)
  }

  #begin<Heard>(go: (transfer: Transfer) => Promise<Heard>, tell: (heard: Heard) => void) {
    const transfer: Transfer = { cancelled: false, breakOff: undefined }
    void go(transfer).then(tell, this.#parts.onFault)
    return () => {
      transfer.cancelled = true
      transfer.breakOff?.('cancelled')
    }
  }

  async #talk(call: TcpCall, transfer: Transfer): Promise<TcpOutcome> {
    const parts = this.#parts
    const refused = refuseTalk(call, parts, this.covered)
    if (refused !== undefined) return refused
    if (parts.tcp === undefined) throw new TypeError('nobody brought a way to connect')
    const heard = await parts.inFlight.track(parts.tcp.talk(call))
    const bytes = heard.sent.length + heard.received.length
    const breach = this.#breachOf(transfer) ?? (await this.#travel(transfer, msOf(parts, bytes)))
    return breach === undefined ? heard : { ...heard, kind: 'failure', failure: brokenBy(breach) }
  }

  async carryPart(order: CarryOrder): Promise<CarriedPart> {
    const parts = this.#parts
    const startedAt = parts.clock.now()
    const refused = refuseUnsent(order, parts, this.covered)
    const arrival = refused ?? (await exchange(order, wallFor(order, parts), parts))
    const { received, fact, bytes, extraMs } = arrival
    const ms = refused === undefined ? msOf(parts, bytes) + extraMs : 0
    return { received, ms, fact: { ...fact, startedAt } }
  }

  async #transfer(order: CarryOrder, transfer: Transfer): Promise<Received> {
    const parts = this.#parts
    const startedAt = parts.clock.now()
    const refused = refuseUnsent(order, parts, this.covered)
    if (refused !== undefined) return settle(parts, startedAt, refused)
    const act = wallFor(order, parts) ?? this.#strike(order)
    const pace = act?.kind === 'slow' ? this.#slowDown(act.bytesPerSecond, order) : undefined
    const arrival = await this.#whileOpen(transfer, pace, exchange(order, act, parts, pace))
    if (arrival.leadsOn === true) this.#interferences?.passOn(order.purpose)
    const setOutAt = parts.clock.now()
    const breach =
      this.#breachOf(transfer) ?? (await this.#travel(transfer, msLeft(parts, arrival)))
    if (arrival.losesCoverage) {
      this.covered = false
      this.#onCoverageLost()
    }
    if (breach === undefined) return settle(parts, startedAt, arrival)
    const bytes =
      pace === undefined
        ? bodyBytesBy(parts.clock.now() - setOutAt, arrival, parts)
        : arrival.fact.response?.body.length
    return settle(parts, startedAt, breakArrival(arrival, breach, bytes ?? 0))
  }

  /** None: the target would not feel it. */
  #slowDown(bytesPerSecond: number, { request }: CarryOrder): SlowPace | undefined {
    const { clock, inFlight, feelsPace = false, onSlow } = this.#parts
    if (!feelsPace) return undefined
    const onBegin = (ms: number, bytes: number, rate: number) =>
      onSlow?.({ url: request.url, ms, bytes, bytesPerSecond: rate })
    return createSlowPace(bytesPerSecond, { clock, inFlight, onBegin })
  }

  /** Coverage and the user break a slow transfer off while it comes; all others have come before time passes. */
  async #whileOpen(
    transfer: Transfer,
    pace: SlowPace | undefined,
    arrival: Promise<Arrival>,
  ): Promise<Arrival> {
    if (pace === undefined) return arrival
    const travelling = (this.#travelling ??= new Set())
    travelling.add(transfer)
    transfer.breakOff = () => pace.breakOff()
    const arrived = await arrival
    transfer.breakOff = undefined
    travelling.delete(transfer)
    return arrived
  }

  /** What only asks about something is not counted. */
  #strike({ request, purpose }: CarryOrder): Act | undefined {
    return request.method === 'HEAD' ? undefined : this.#interferences?.strike(purpose)
  }

  /** What happened while the target was still to answer. */
  #breachOf({ cancelled }: Transfer): Breach | undefined {
    if (cancelled) return 'cancelled'
    return this.covered ? undefined : 'no-coverage'
  }

  /** Lets the virtual time of the transfer pass; tells why it was broken off, if it was. */
  #travel(transfer: Transfer, ms: number): Promise<Breach | undefined> {
    const { clock } = this.#parts
    const travelling = (this.#travelling ??= new Set())
    travelling.add(transfer)
    return new Promise((resolve) => {
      const finish = (breach: Breach | undefined) => {
        clock.clearTimeout(timer)
        transfer.breakOff = undefined
        travelling.delete(transfer)
        resolve(breach)
      }
      const timer = clock.setTimeout(() => finish(undefined), ms)
      transfer.breakOff = finish
    })
  }
}

const walled: Act = {
  kind: 'lose request',
  because: wapWall,
}

/** The gateway of the operator behind the WAP access point, which goes to its own places only. */
function wallFor({ accessPoint }: CarryOrder, parts: RadioParts): Act | undefined {
  return accessPoint === 'wap' && parts.wapLeadsOut !== true ? walled : undefined
}

function settle(parts: RadioParts, startedAt: number, arrival: Arrival): Received {
  parts.recorder.record('radio', { ...arrival.fact, startedAt })
  return arrival.received
}

/** Requests that never leave the phone. */
function refuseUnsent(order: CarryOrder, parts: RadioParts, covered: boolean): Arrival | undefined {
  const { url } = order.request
  if (!parts.isAllowed(url)) {
    const detail = `the target does not name ${new URL(url).host}; the phone does not contact it`
    return unsent(order, { cause: 'foreign-host', detail }, 'unreachable')
  }
  if (covered) return undefined
  return unsent(order, { cause: 'no-coverage', detail: 'no coverage' }, 'no-coverage')
}

const noOctets = new Uint8Array(0)

/** The same for a connection without HTTP. */
function refuseTalk(
  { host, port }: TcpCall,
  parts: RadioParts,
  covered: boolean,
): TcpOutcome | undefined {
  const silence = { kind: 'failure', sent: noOctets, received: noOctets } as const
  if (!parts.isAllowed(`http://${host}:${port}/`)) {
    const detail = `the target does not name ${host}:${port}; the phone does not contact it`
    return { ...silence, failure: { cause: 'foreign-host', detail } }
  }
  if (covered) return undefined
  return { ...silence, failure: { cause: 'no-coverage', detail: 'no coverage' } }
}

function brokenBy(cause: Breach): ExchangeFailure {
  const detail = cause === 'cancelled' ? 'the phone broke it off' : 'coverage was lost'
  return { cause, detail }
}

async function exchange(
  order: CarryOrder,
  act: Act | undefined,
  parts: RadioParts,
  pace?: SlowPace,
): Promise<Arrival> {
  if (act?.kind === 'answer' || act?.kind === 'lose request') return answerInPlace(order, act)
  const request = requestOf(order, act, pace)
  const outcome = await parts.inFlight.track(parts.http.exchange(request))
  if (act === undefined) return plainArrival(order, outcome)
  const arrival = strickenArrival(order, outcome, act)
  return act.kind === 'slow' ? slowArrival(arrival, act, { pace, ...outcome }) : arrival
}

function requestOf(
  { request, expectedBytes }: CarryOrder,
  act: Act | undefined,
  pace: SlowPace | undefined,
): HttpRequest {
  if (act?.kind === 'cut') return { ...request, cutAtBodyByte: cutByte(act.at, expectedBytes) }
  return pace === undefined ? request : { ...request, pace }
}
