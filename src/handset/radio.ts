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
import type { Act, Interferences } from './interference.ts'
import type { Clock, Http } from './ports.ts'
import type { Recorder } from './recorder.ts'

export interface Radio {
  readonly covered: boolean
  readonly interferences: Interferences
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
  readonly onCoverageLost: () => void
}

export function createRadio(parts: RadioParts): Radio {
  let covered = true
  let interferences: Interferences | undefined
  const breakOff = new Set<(cause: 'no-coverage') => void>()

  return {
    get covered() {
      return covered
    },
    get interferences() {
      return (interferences ??= createInterferences())
    },
    setCoverage(next) {
      covered = next
      if (!next) for (const stop of breakOff) stop('no-coverage')
    },
    async carry(order, signal) {
      const startedAt = parts.clock.now()
      const refused = refuseUnsent(order, parts, covered)
      if (refused !== undefined) return settle(parts, startedAt, refused)
      const act = interferences?.strike(order.purpose)
      const arrival = await exchange(order, act, parts)
      const cause = await travel(arrival, { parts, signal, breakOff })
      if (arrival.losesCoverage) {
        covered = false
        parts.onCoverageLost()
      }
      return settle(parts, startedAt, cause === undefined ? arrival : breakArrival(arrival, cause))
    },
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
    readonly breakOff: Set<(cause: 'no-coverage') => void>
  },
): Promise<'no-coverage' | 'cancelled' | undefined> {
  const { parts, signal, breakOff } = way
  const { latencyMs, bytesPerSecond } = parts.profile.radio
  const ms = Math.ceil(latencyMs + (arrival.bytes * 1000) / bytesPerSecond) + arrival.extraMs
  return new Promise((resolve) => {
    const finish = (cause: 'no-coverage' | 'cancelled' | undefined) => {
      parts.clock.clearTimeout(timer)
      breakOff.delete(finish)
      signal.removeEventListener('abort', cancel)
      resolve(cause)
    }
    const cancel = () => finish('cancelled')
    const timer = parts.clock.setTimeout(() => finish(undefined), ms)
    breakOff.add(finish)
    signal.addEventListener('abort', cancel)
  })
}
