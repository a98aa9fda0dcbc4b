/** The one loop that moves time: nothing in flight, then the next timer, again. */
import { HarnessFault } from '../errors.ts'
import type { InFlight } from '../handset/in-flight.ts'
import type { Clock, TimerId } from '../handset/ports.ts'

export interface Drive {
  /** True as soon as the test holds; false when so many milliseconds have passed without. */
  until(test: () => boolean, withinMs: number): Promise<boolean>
  advance(ms: number): Promise<void>
  /** Lets what is under way end; at most so long. */
  rest(withinMs: number): Promise<void>
}

/** A clock that moves when stepped. */
export interface SteppedClock extends Clock {
  readonly pending: number
  step(): boolean
}

/** @param timersMax timers that one case may use up */
export function createVirtualDrive(
  clock: SteppedClock,
  inFlight: InFlight,
  timersMax = 1_000_000,
): Drive {
  let timers = 0
  const step = () => {
    timers += 1
    if (timers > timersMax) {
      throw new HarnessFault('run/timers', `the case used up timersMax = ${timersMax} timers`)
    }
    return clock.step()
  }
  const until = async (test: () => boolean, withinMs: number) => {
    let isOver = false
    const limit = clock.setTimeout(() => (isOver = true), withinMs)
    try {
      for (;;) {
        if (inFlight.count > 0) await inFlight.idle()
        await nextTurn()
        if (inFlight.count > 0) continue
        if (test()) return true
        if (isOver || !step()) return false
      }
    } finally {
      clock.clearTimeout(limit)
    }
  }
  return {
    until,
    advance: async (ms) => void (await until(() => false, ms)),
    // The limit of `until` is itself a timer.
    rest: async (withinMs) => void (await until(() => clock.pending <= 1, withinMs)),
  }
}

/** After everything that is about to happen by itself. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** The same over a clock that moves by itself; `onEvent` calls back whenever something has happened. */
export function createWallDrive(
  clock: Clock & { readonly pending: number },
  inFlight: InFlight,
  onEvent: (listener: () => void) => void,
): Drive {
  let wake: (() => void) | undefined
  onEvent(() => wake?.())
  const until = async (test: () => boolean, withinMs: number) => {
    let isOver = false
    const limit: TimerId = clock.setTimeout(() => {
      isOver = true
      wake?.()
    }, withinMs)
    while (!isOver && !test()) {
      await new Promise<void>((resolve) => (wake = resolve))
      // What the event sets off comes first.
      await nextTurn()
    }
    wake = undefined
    clock.clearTimeout(limit)
    return test()
  }
  return {
    until,
    advance: async (ms) => void (await until(() => false, ms)),
    rest: async (withinMs) =>
      void (await until(() => clock.pending <= 1 && inFlight.count === 0, withinMs)),
  }
}
