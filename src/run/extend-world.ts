/** What the cases of a run share, put into the world of one. */
import type { Browser } from '../handset/ports.ts'
import type { Relay } from '../network/relay.ts'
import type { Verbs } from '../target/verbs/verbs.ts'
import type { World } from './case.ts'
import type { TargetUaprofs } from './target-uaprof.ts'

export function joinUaprofs(world: World, uaprofs: TargetUaprofs | undefined): World {
  if (uaprofs === undefined) return world
  const { place, leave } = uaprofs.enter()
  return {
    ...world,
    uaprof: place,
    async close() {
      leave()
      await world.close()
    },
  }
}

export function withBrowser(world: World, browser: Browser | undefined): World {
  return browser === undefined ? world : { ...world, browser }
}

export function joinDoors(world: World, relay: Relay | undefined): World {
  if (relay === undefined) return world
  const doors = relay.join({
    router: world.network.router,
    script: world.network.script,
    clock: world.clock,
  })
  return {
    ...world,
    doors,
    async close() {
      doors.leave()
      await world.close()
    },
  }
}

export function withVerbs(world: World, verbs: Verbs | undefined): World {
  return verbs === undefined ? world : { ...world, verbs }
}
