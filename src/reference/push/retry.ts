/** Tries one message until it is taken, is refused for good, or was tried often enough. */
import { describeSetback } from './conduct.ts'
import type { Conduct, Setback } from './conduct.ts'
import { handedIn, refused } from './order.ts'
import type { Pushed, Timers } from './order.ts'

/** @param attempt tells what kept it from being taken, or nothing when it was */
export async function untilTaken(
  attempt: (count: number) => Promise<Setback | undefined>,
  { conduct, timers }: { readonly conduct: Conduct; readonly timers: Timers },
): Promise<Pushed> {
  const go = async (count: number): Promise<Pushed> => {
    const setback = await attempt(count)
    if (setback === undefined || conduct.forgets(setback)) return handedIn
    if (count >= conduct.attemptsMax || !conduct.mayPass(setback)) {
      return refused(describeSetback(setback))
    }
    timers.setTimeout(() => void go(count + 1), conduct.waitMs(setback, count))
    return handedIn
  }
  return go(1)
}
