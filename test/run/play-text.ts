/** Plays a scenario written in the test, on the plain phone, against a literal target. */
import { VirtualClock } from '../../src/adapters/clock-virtual.ts'
import { createMemoryStorage } from '../../src/adapters/storage-memory.ts'
import { loadQuirks } from '../../src/handset/quirk-catalogue.ts'
import type { HttpRequest } from '../../src/handset/ports.ts'
import { playCase } from '../../src/run/case.ts'
import type { PlayedCase } from '../../src/run/case.ts'
import type { Case } from '../../src/run/plan.ts'
import { parseScenario } from '../../src/scenario/scenario.ts'
import { loadSteps } from '../../src/scenario/step-catalogue.ts'
import { tellTrace } from '../traces/tell-trace.ts'
import { link, serve } from '../handset/handset-world.ts'
import { createLiteralHttp } from '../handset/literal-http.ts'
import type { LiteralAnswer } from '../handset/literal-http.ts'
import { plainProfile } from '../handset/plain-profile.ts'
import { createOperator } from '../../src/network/operator.ts'

const steps = await loadSteps()
const quirks = await loadQuirks()

export interface Told extends PlayedCase {
  /** The trace without times and without what every case has, a line an event. */
  readonly lines: readonly string[]
}

/** @param text the steps, and other keys of a scenario but its title and its end */
export async function playText(
  text: string,
  answer: (request: HttpRequest) => LiteralAnswer = serve,
  change: Partial<Case['target']> = {},
): Promise<Told> {
  const clock = new VirtualClock()
  const played = await playCase(
    makeCase(text, change),
    {
      clock,
      http: createLiteralHttp(answer),
      storage: createMemoryStorage(plainProfile.limits.storageBytes),
      network: createOperator({
        clock,
        startsAtMs: Date.parse('2006-03-01T09:00:00.000Z'),
        accounts: [],
      }),
      close: async () => undefined,
    },
    quirks,
  )
  const lines = tellTrace(played.trace)
    .trimEnd()
    .split('\n')
    .slice(2, -2)
    .map((line) => line.slice(14).replaceAll(/ {2,}/g, '  '))
  return { ...played, lines }
}

function makeCase(text: string, change: Partial<Case['target']>): Case {
  const whole = `title: A test plays\n${text}\nexpect: {}\n`
  return {
    id: 'test @ plain',
    scenario: parseScenario(whole, 'test.yaml', { id: 'test', steps }),
    profile: plainProfile,
    target: {
      name: 'literal',
      links: new Map([['demo', link]]),
      hosts: ['ota.test'],
      roots: [],
      credentials: undefined,
      clock: false,
      embedded: false,
      ...change,
    },
    seed: 1,
    startsAt: '2006-03-01T09:00:00.000Z',
    notApplicable: undefined,
  }
}
