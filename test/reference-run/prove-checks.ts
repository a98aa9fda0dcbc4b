/** The self-test in little: a fault is played in the scenarios that show it; `ota self-test` plays each in all of them. */
import { prepare, run } from '../../src/index.ts'
import type { RunReport } from '../../src/index.ts'
import type { Entry } from '../../src/catalogue.ts'
import type { Fault } from '../../src/reference/fault.ts'
import { selfTest } from '../../src/run/self-test.ts'
import type { KillMatrix } from '../../src/run/self-test.ts'

/** One of each platform and kind that the checks tell apart. */
const phones = '{midp2-plain,nokia-6600,nokia-n95,htc-wizard,hp-ipaq-510,plain-pocket-pc-2003}'

/** Between them these go through most of what a server does. */
const always = [
  'install/fresh',
  'install/named-package',
  'access/wrong-then-right',
  'report/removal-first',
  'signed/by-third-party',
  'native/any-processor',
  'native/java-for-a-native-phone',
  'native/published-meanwhile',
]

/** Of those that exercise a check, so many from either end, and so many between: what is about something special is in few folders. */
const [fewAtEnds, fewBetween] = [4, 6]

export async function proveChecks(faults: readonly Entry<Fault>[]): Promise<KillMatrix> {
  const faultsById = new Map(faults.map(({ id, value }) => [id, value]))
  const options = {
    profile: phones,
    prepared: await prepare(),
    discovery: 'without-scripts',
  } as const
  const { report: reference } = await run(options)
  return selfTest({
    faults,
    play: async (id) => {
      const fault = id === undefined ? undefined : faultsById.get(id)
      if (fault === undefined) return reference
      const scenarios = scenariosThatShow(fault, reference)
      return (await run({ ...options, fault, scenarios })).report
    },
  })
}

function scenariosThatShow({ breaks }: Fault, reference: RunReport): readonly string[] {
  const telling = breaks.flatMap((check) => {
    const exercising = reference.cases
      .filter(({ findings }) =>
        findings.some((finding) => finding.check === check && finding.verdict === 'pass'),
      )
      .map(({ scenario }) => scenario)
    return spread([...new Set(exercising)])
  })
  return [...new Set([...always, ...telling])]
}

function spread(scenarios: readonly string[]): readonly string[] {
  const step = Math.max(1, Math.ceil(scenarios.length / fewBetween))
  const between = scenarios.filter((_, index) => index % step === 0)
  return [...scenarios.slice(0, fewAtEnds), ...between, ...scenarios.slice(-fewAtEnds)]
}
