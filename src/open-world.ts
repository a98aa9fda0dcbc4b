/** What a run and its cases have open. One of the composition roots: it picks the adapters. */
import { createBrowser } from './adapters/browser-playwright.ts'
import type { RunningBrowser } from './adapters/browser-playwright.ts'
import { VirtualClock } from './adapters/clock-virtual.ts'
import { WallClock } from './adapters/clock-wall.ts'
import { findChromium, usualSearch } from './adapters/find-chromium.ts'
import { createHttpUndici } from './adapters/http-undici.ts'
import { createProgram } from './adapters/program.ts'
import { createMemoryStorage } from './adapters/storage-memory.ts'
import { createTcpTalk } from './adapters/tcp-talk.ts'
import { createVerbHttp } from './adapters/verb-http.ts'
import { openEmbeddedWorld } from './embedded.ts'
import type { SlowTransfer } from './handset/slow-pace.ts'
import { wishDoors } from './network/doors.ts'
import { createOperator } from './network/operator.ts'
import { openRelay } from './network/relay.ts'
import type { Relay } from './network/relay.ts'
import type { Fault } from './reference/fault.ts'
import type { World } from './run/case.ts'
import { phoneNumber } from './run/case-network.ts'
import { withVerbs } from './run/extend-world.ts'
import { flashBytes } from './run/initial-flash.ts'
import { isForBrowser, withoutBrowser } from './run/plan.ts'
import type { Case } from './run/plan.ts'
import type { Target } from './target/target.ts'
import type { Person } from './target/verbs/ports.ts'
import { createVerbs } from './target/verbs/verbs.ts'
import type { Verbs } from './target/verbs/verbs.ts'

/** How the worlds of cases are to be; see `RunOptions`. */
export interface WorldWish {
  readonly fault?: Fault | undefined
  readonly clock?: 'virtual' | 'wall' | undefined
  readonly replyTimeoutMs?: number | undefined
  readonly onSlow?: ((caseId: string, transfer: SlowTransfer) => void) | undefined
}

/** One for all cases of a run, started while the first of them are played. Looked for only where some case needs it. */
export async function openBrowser(
  planned: readonly Case[],
  named: string | undefined,
): Promise<{ readonly browser: RunningBrowser; readonly cases: readonly Case[] }> {
  const search = usualSearch()
  const browser = createBrowser({
    find: () => findChromium(named === undefined ? search : { ...search, named }),
  })
  const isWanted = planned.some((one) => one.notApplicable === undefined && isForBrowser(one))
  const whyNone = isWanted ? await browser.whyNone() : undefined
  if (isWanted && whyNone === undefined) browser.start()
  return { browser, cases: whyNone === undefined ? planned : withoutBrowser(planned, whyNone) }
}

/** Open for all cases of a run: a server that is bound to it stays so. */
export async function openTargetNetwork({ network }: Target): Promise<Relay | undefined> {
  if (network === undefined) return undefined
  const { ports, account } = network
  const clock = new WallClock()
  const relay = await openRelay(
    { clock, startsAtMs: Date.now(), accounts: [account], datagramsFor: phoneNumber },
    await wishDoors(ports),
  )
  return {
    ...relay,
    async close() {
      await relay.close()
      clock.close()
    },
  }
}

const nobody: Person = { ask: async () => 'nobody' }

/** One for all cases of a run: what failed again and again is not asked any more. */
export function openVerbs(
  { verbs, credentials }: Target,
  person: Person = nobody,
): { readonly verbs: Verbs; close(): Promise<void> } | undefined {
  if (verbs === undefined) return undefined
  const http = createVerbHttp()
  const ports = { http, program: createProgram(), person }
  return { verbs: createVerbs(verbs, ports, credentials), close: () => http.close() }
}

export function openHttp(replyTimeoutMs: number | undefined): ReturnType<typeof createHttpUndici> {
  return createHttpUndici(
    replyTimeoutMs === undefined ? {} : { limits: { idleMsMax: replyTimeoutMs } },
  )
}

export async function openWorld(
  theCase: Case,
  wish: WorldWish,
  verbs: Verbs | undefined,
): Promise<World> {
  if (wish.clock !== 'wall') {
    return withVerbs(await openOn(new VirtualClock(), theCase, wish), verbs)
  }
  const clock = new WallClock()
  const world = await openOn(clock, theCase, wish)
  return {
    ...withVerbs(world, verbs),
    feelsPace: true,
    onSlow: (transfer) => wish.onSlow?.(theCase.id, transfer),
    async close() {
      clock.close()
      await world.close()
    },
  }
}

/** Of targets that are not in this process; certificates do not go by the calendar of a run. */
const elsewhere = { tcp: createTcpTalk(), today: () => Date.now() } as const

async function openOn(
  clock: World['clock'],
  theCase: Case,
  { fault, replyTimeoutMs }: WorldWish,
): Promise<World> {
  const { target, startsAt } = theCase
  const storage = createMemoryStorage(flashBytes(theCase))
  if (target.embedded) {
    const { policies } = target
    return openEmbeddedWorld({ clock, storage, startsAt, fault, policies, replyTimeoutMs })
  }
  const http = openHttp(replyTimeoutMs)
  const network = createOperator({ clock, startsAtMs: Date.parse(startsAt), accounts: [] })
  return { clock, http, ...elsewhere, storage, network, close: () => http.close() }
}
