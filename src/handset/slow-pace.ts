/** A phone that takes an answer slowly: over GPRS, in a bad cell. */
import type { Arrival } from './arrival.ts'
import type { InFlight } from './in-flight.ts'
import type { Act } from './interference.ts'
import type { Clock, Pace } from './ports.ts'

/** No transfer is slow for longer: it is given up. */
export const slowMsMax = 480_000

/** One that would take longer than this is taken faster, up to so much faster. */
const aimedMsMax = 450_000
const fasterMax = 5

/** Of this much time a phone that was not sent anything makes up. */
const catchUpMs = 1000

/** Octets a second at which so many come in time, as near to those wanted as can be. */
export function slowRate(bytesPerSecond: number, bodyBytes: number): number {
  const inTime = Math.ceil((bodyBytes * 1000) / aimedMsMax)
  return Math.min(Math.max(bytesPerSecond, inTime), fasterMax * bytesPerSecond)
}

/** A transfer that takes its time, for whoever waits for it. */
export interface SlowTransfer {
  readonly url: string
  readonly bytes: number
  readonly bytesPerSecond: number
  readonly ms: number
}

export interface SlowPace extends Pace {
  readonly bytesPerSecond: number
  /** Time that has passed for what was taken. */
  readonly passedMs: number
  /** It was given up after `slowMsMax`. */
  readonly isGivenUp: boolean
  /** The phone takes no more. */
  breakOff(): void
}

export function createSlowPace(
  bytesPerSecond: number,
  parts: {
    readonly clock: Clock
    readonly inFlight: InFlight
    /** Told how long it will take, once the length is known. */
    readonly onBegin: (ms: number, bytes: number, bytesPerSecond: number) => void
  },
): SlowPace {
  return new PhonePace(bytesPerSecond, parts)
}

type Parts = Parameters<typeof createSlowPace>[1]

class PhonePace implements SlowPace {
  bytesPerSecond: number
  passedMs = 0
  isGivenUp = false
  readonly #parts: Parts
  #dueMs: number
  #isBrokenOff = false
  #stop: (() => void) | undefined

  constructor(bytesPerSecond: number, parts: Parts) {
    this.bytesPerSecond = bytesPerSecond
    this.#parts = parts
    this.#dueMs = parts.clock.now()
  }

  begin(bodyBytes: number | undefined): void {
    if (bodyBytes === undefined) return
    this.bytesPerSecond = slowRate(this.bytesPerSecond, bodyBytes)
    const ms = (bodyBytes * 1000) / this.bytesPerSecond
    this.#parts.onBegin(Math.min(ms, slowMsMax), bodyBytes, this.bytesPerSecond)
  }

  async take(bytes: number): Promise<boolean> {
    if (this.#isBrokenOff) return false
    const { clock } = this.#parts
    const takesMs = (bytes * 1000) / this.bytesPerSecond
    this.passedMs += takesMs
    this.isGivenUp = this.passedMs > slowMsMax
    if (this.isGivenUp) return false
    this.#dueMs = Math.max(this.#dueMs, clock.now() - catchUpMs) + takesMs
    const waitMs = this.#dueMs - clock.now()
    // Clocks on the wall count whole milliseconds: what is less is made up for with the next.
    if (waitMs >= 1) await this.#wait(Math.floor(waitMs))
    return !this.#isBrokenOff
  }

  breakOff(): void {
    this.#isBrokenOff = true
    this.#stop?.()
  }

  #wait(ms: number): Promise<void> {
    const { clock, inFlight } = this.#parts
    const goOn = inFlight.pause()
    return new Promise((resolve) => {
      const finish = (): void => {
        clock.clearTimeout(timer)
        this.#stop = undefined
        goOn()
        resolve()
      }
      const timer = clock.setTimeout(finish, ms)
      this.#stop = finish
    })
  }
}

/** @param felt what the target felt of it; no pace: nothing */
export function slowArrival(
  arrival: Arrival,
  act: Extract<Act, { kind: 'slow' }>,
  felt: { readonly pace: SlowPace | undefined; readonly aheadBytesMax?: number },
): Arrival {
  const { response } = arrival.fact
  if (response === undefined) return arrival
  const { pace, aheadBytesMax } = felt
  const {
    bytesPerSecond = slowRate(act.bytesPerSecond, response.body.length),
    passedMs = 0,
    isGivenUp = false,
  } = pace ?? {}
  const slowed: Arrival = {
    ...arrival,
    fact: {
      ...arrival.fact,
      pace: { bytesPerSecond, ...(aheadBytesMax === undefined ? {} : { aheadBytesMax }) },
    },
    slowed: { bytesPerSecond, passedMs },
  }
  return isGivenUp ? givenUp(slowed) : slowed
}

function givenUp(arrival: Arrival): Arrival {
  const detail = `not over after slowMsMax, ${slowMsMax} ms`
  const { received } = arrival
  return {
    ...arrival,
    fact: { ...arrival.fact, failure: { cause: 'limit', detail } },
    received: { kind: 'failure', url: received.url, cause: 'unreachable', detail },
  }
}
