/** The self-test in little: a fault that shows in many cases is played in some of them; `ota self-test` plays it in all. */
import { openLane } from '../../src/cli/self-test/lane.ts'
import { provingPhones } from '../../src/cli/self-test/proving-phones.ts'
import type { KillMatrix, NamedFault } from '../../src/run/kill-matrix.ts'
import { casesOf, selfTest } from '../../src/run/self-test.ts'
import type { WatchedCase } from '../../src/run/self-test.ts'

/** In which a fault is played; two in five show in fewer. */
const casesMax = 40
/** Of them, those that exercise what the fault breaks. */
const tellingMax = 20
/** Between them these go through most of what a server does. */
const always: readonly string[] = [
  'install/fresh',
  'install/named-package',
  'access/wrong-then-right',
  'report/removal-first',
  'signed/by-third-party',
  'native/any-processor',
  'native/java-for-a-native-phone',
  'native/published-meanwhile',
]

export async function proveChecks(): Promise<KillMatrix> {
  const lane = await openLane({ profile: provingPhones, seed: 1 })
  const { faults, checks, cases } = lane
  return selfTest({ faults, checks, cases: cases.length, lanes: [lane], choose: chooseSome })
}

function chooseSome(fault: NamedFault, watched: readonly WatchedCase[]): readonly number[] {
  const { breaks } = fault.value
  const all = casesOf(fault, watched)
  if (all.length <= casesMax) return all
  const telling = breaks.flatMap((check) =>
    spread(
      all.filter((place) => isExercised(check, watched[place])),
      Math.ceil(tellingMax / breaks.length),
    ),
  )
  const usual = all.filter((place) => always.includes(watched[place]?.report.scenario ?? ''))
  const chosen = [...new Set([...telling, ...usual])]
  const others = all.filter((place) => !chosen.includes(place))
  return [...chosen, ...spread(others, Math.max(0, casesMax - chosen.length))]
}

function isExercised(check: string, watched: WatchedCase | undefined): boolean {
  return (
    watched?.report.findings.some((one) => one.check === check && one.verdict === 'pass') === true
  )
}

/** So many of them, as far from each other as they can be. */
function spread<T>(things: readonly T[], max: number): readonly T[] {
  const step = Math.max(1, things.length / max)
  return Array.from({ length: Math.min(max, things.length) }, (_, index) =>
    things.slice(Math.floor(index * step)),
  ).flatMap(([first]) => (first === undefined ? [] : [first]))
}
