import { VirtualClock } from '../../src/adapters/clock-virtual.ts'
import type { NetworkFact } from '../../src/network/network-log.ts'
import { createRouter } from '../../src/network/router.ts'
import type { RouterLimits } from '../../src/network/router-limits.ts'
import type { Submission } from '../../src/network/submission.ts'
import { phoneOnTheNetwork } from './phone-on-the-network.ts'
import { textTo } from './submit.ts'

export const number = '+358 40 1234567'
const startsAtMs = Date.UTC(2006, 2, 1, 9)

/** A network of one phone, on a clock that stands still. */
export function networkOfOne(limits: Partial<RouterLimits> = {}) {
  const clock = new VirtualClock()
  const facts: NetworkFact[] = []
  const router = createRouter({ clock, startsAtMs, limits, log: (fact) => facts.push(fact) })
  const phone = phoneOnTheNetwork()
  const line = router.attach(number, phone)
  const states: string[] = []
  const submit = (submission: Submission) =>
    router.submit(submission, ({ state, at, id }) => states.push(`${id} ${state} ${at}`))
  const text = (words: string, changes: Partial<Submission> = {}) =>
    submit(textTo(number, words, changes))
  const until = (instant: number) => {
    clock.setTimeout(() => {}, instant - clock.now())
    while (clock.now() < instant || clock.nextDue === instant) clock.step()
  }
  return { clock, facts, router, phone, line, states, submit, text, until }
}
