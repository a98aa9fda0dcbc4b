import { VirtualClock } from '../../src/adapters/clock-virtual.ts'
import type { BearerParts, OpenBearer } from '../../src/network/bearer.ts'
import type { NetworkFact } from '../../src/network/network-log.ts'
import { createRouter } from '../../src/network/router.ts'
import type { RouterLimits } from '../../src/network/router-limits.ts'
import { phoneOnTheNetwork } from './phone-on-the-network.ts'

export const number = '358401234567'
export const startsAtMs = Date.UTC(2006, 2, 1, 9)

export interface BearerRig<Place extends OpenBearer> {
  readonly place: Place
  readonly clock: VirtualClock
  readonly facts: NetworkFact[]
  readonly phone: ReturnType<typeof phoneOnTheNetwork>
  readonly line: { reachable(): void }
  /** The clock goes on to an instant; nothing else moves it. */
  until(instant: number): void
  close(): Promise<void>
}

/** A bearer in front of one phone, on a clock that stands still until it is told. */
export async function raiseBearer<Place extends OpenBearer>(
  open: (parts: BearerParts) => Promise<Place>,
  changes: Partial<Pick<BearerParts, 'accounts' | 'datagramsFor'>> = {},
  routerLimits: Partial<RouterLimits> = {},
): Promise<BearerRig<Place>> {
  const clock = new VirtualClock()
  const facts: NetworkFact[] = []
  const log = (fact: NetworkFact) => facts.push(fact)
  const router = createRouter({ clock, startsAtMs, limits: routerLimits, log })
  const phone = phoneOnTheNetwork()
  const line = router.attach(number, phone)
  const accounts = [{ name: 'acme', password: 'secret' }]
  const place = await open({
    router,
    clock,
    startsAtMs,
    log,
    accounts,
    host: '127.0.0.1',
    port: 0,
    ...changes,
  })
  const until = (instant: number) => {
    clock.setTimeout(() => {}, instant - clock.now())
    while (clock.now() < instant || clock.nextDue === instant) clock.step()
  }
  return { place, clock, facts, phone, line, until, close: () => place.close() }
}
