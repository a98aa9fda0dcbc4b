import { VirtualClock } from '../../src/adapters/clock-virtual.ts'
import type { PduTap } from '../../src/network/bearer.ts'
import type { NetworkFact } from '../../src/network/network-log.ts'
import { createRouter } from '../../src/network/router.ts'
import type { RouterLimits } from '../../src/network/router-limits.ts'
import { openSmsc } from '../../src/network/smsc.ts'
import type { SmscSettings } from '../../src/network/smsc.ts'
import { phoneOnTheNetwork } from './phone-on-the-network.ts'

export const number = '358401234567'
export const startsAtMs = Date.UTC(2006, 2, 1, 9)

export interface RigOptions {
  readonly settings?: SmscSettings
  readonly routerLimits?: Partial<RouterLimits>
  readonly tap?: PduTap
}

/** An SMSC on loopback in front of one phone, on a clock that stands still until it is told. */
export async function raiseSmsc({ settings, routerLimits = {}, tap }: RigOptions = {}) {
  const clock = new VirtualClock()
  const facts: NetworkFact[] = []
  const log = (fact: NetworkFact) => facts.push(fact)
  const router = createRouter({ clock, startsAtMs, limits: routerLimits, log })
  const phone = phoneOnTheNetwork()
  const line = router.attach(number, phone)
  const accounts = [
    { name: 'acme', password: 'secret' },
    { name: 'other', password: 'secret2' },
  ]
  const host = '127.0.0.1'
  const parts = { router, clock, startsAtMs, log, accounts, host, port: 0 } as const
  const smsc = await openSmsc(tap === undefined ? parts : { ...parts, tap }, settings)
  const until = (instant: number) => {
    clock.setTimeout(() => {}, instant - clock.now())
    while (clock.now() < instant || clock.nextDue === instant) clock.step()
  }
  return { clock, facts, router, phone, line, smsc, port: smsc.port, until }
}

export type Rig = Awaited<ReturnType<typeof raiseSmsc>>
