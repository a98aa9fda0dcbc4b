/**
 * The handset's way to the world: coverage, the hosts it may contact, the operator's interference, the time a transfer
 * takes, and the record of every exchange.
 */
import type { Profile } from '../profile/profile.ts'
import { answerInPlace, breakArrival, plainArrival, strickenArrival, unsent } from './arrival.ts'
import type { Arrival, CarryOrder } from './arrival.ts'
import type { Received } from './behaviour.ts'
import type { InFlight } from './in-flight.ts'
import { createInterferences, cutByte } from './interference.ts'
import type { Act, Interference, Interferences } from './interference.ts'
import type { Clock, Http } from './ports.ts'
import type { Recorder } from './recorder.ts'

export interface Radio {
  readonly covered: boolean
  interfere(interference: Interference): void
  setCoverage(covered: boolean): void
  /** One exchange, recorded; resolves after the virtual time that it takes. Never rejects. */
  carry(order: CarryOrder, signal: AbortSignal): Promise<Received>
}

export interface RadioParts {
  readonly profile: Pick<Profile, 'radio'>
  readonly http: Http
  readonly clock: Clock
  readonly recorder: Recorder
  readonly inFlight: InFlight
  readonly isAllowed: (url: string) => boolean
}

/** @param onCoverageLost told when a scripted cut takes the coverage with it */
export function createRadio(parts: RadioParts, onCoverageLost: () => void): Radio {
  return new PhoneRadio(parts, onCoverageLost)
}

/** Transfers that are travelling, to be broken off when coverage goes. */
type BreakOffs = Set<(cause: 'no-coverage') => void>

class PhoneRadio implements Radio {
  covered = true
  readonly #parts: RadioParts
  readonly #onCoverageLost: () => void
  #breakOffs: BreakOffs | undefined
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
    if (!covered) for (const breakOff of this.#breakOffs ?? []) breakOff('no-coverage')
  }

  async carry(order: CarryOrder, signal: AbortSignal): Promise<Received> {
    const parts = this.#parts
    const startedAt = parts.clock.now()
    const refused = refuseUnsent(order, parts, this.covered)
    if (refused !== undefined) return settle(parts, startedAt, refused)
    const act = this.#interferences?.strike(order.purpose)
    const arrival = await exchange(order, act, parts)
    this.#breakOffs ??= new Set()
    const cause =
      this.#brokenOff(signal) ??
      (await travel(arrival, { parts, signal, breakOffs: this.#breakOffs }))
    if (arrival.losesCoverage) {
      this.covered = false
      this.#onCoverageLost()
    }
    return settle(parts, startedAt, cause === undefined ? arrival : breakArrival(arrival, cause))
  }

  /** What happened while the target was still to answer. */
  #brokenOff(signal: AbortSignal): 'no-coverage' | 'cancelled' | undefined {
    if (signal.aborted) return 'cancelled'
    return this.covered ? undefined : 'no-coverage'
  }
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

async function exchange(
  order: CarryOrder,
  act: Act | undefined,
  parts: RadioParts,
): Promise<Arrival> {
  if (act?.kind === 'answer' || act?.kind === 'lose request') return answerInPlace(order, act)
  const request =
    act?.kind === 'cut'
      ? { ...order.request, cutAtBodyByte: cutByte(act.at, order.expectedBytes) }
      : order.request
  const outcome = await parts.inFlight.track(parts.http.exchange(request))
  return act === undefined ? plainArrival(order, outcome) : strickenArrival(order, outcome, act)
}

/** Lets the virtual time of the transfer pass; tells why it was broken off, if it was. */
function travel(
  arrival: Arrival,
  way: {
    readonly parts: RadioParts
    readonly signal: AbortSignal
    readonly breakOffs: BreakOffs
  },
): Promise<'no-coverage' | 'cancelled' | undefined> {
  const { parts, signal, breakOffs } = way
  const { latencyMs, bytesPerSecond } = parts.profile.radio
  const ms = Math.ceil(latencyMs + (arrival.bytes * 1000) / bytesPerSecond) + arrival.extraMs
  return new Promise((resolve) => {
    const finish = (cause: 'no-coverage' | 'cancelled' | undefined) => {
      parts.clock.clearTimeout(timer)
      breakOffs.delete(finish)
      signal.removeEventListener('abort', cancel)
      resolve(cause)
    }
    const cancel = () => finish('cancelled')
    const timer = parts.clock.setTimeout(() => finish(undefined), ms)
    breakOffs.add(finish)
    signal.addEventListener('abort', cancel)
  })
}
