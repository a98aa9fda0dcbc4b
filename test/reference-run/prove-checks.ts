/**
 * The self-test in little: a fault that shows in many cases is played in some of them, and in all only if its checks did not see it
 * there; `ota self-test` plays each in all.
 */
import { openLane } from '../../src/cli/self-test/lane.ts'
import { provingPhones } from '../../src/cli/self-test/proving-phones.ts'
import type { KillMatrix, NamedFault } from '../../src/run/kill-matrix.ts'
import { casesOf, selfTest } from '../../src/run/self-test.ts'
import type { Lane, WatchedCase } from '../../src/run/self-test.ts'

/** In which a fault is played; two in five show in fewer. */
const casesMax = 40
/** Of them, those that exercise what the fault breaks. */
const tellingMax = 20

export async function proveChecks(): Promise<KillMatrix> {
  const lane = await openLane({ profile: provingPhones, seed: 1 })
  const { faults, checks, cases } = lane
  const input = { faults, checks, cases: cases.length, lanes: [remembering(lane)] }
  const { rows } = await selfTest({ ...input, choose: chooseSome })
  const missed = new Set(rows.filter((row) => row.missed.length > 0).map(({ fault }) => fault))
  return selfTest({
    ...input,
    choose: (fault, watched) => (missed.has(fault.id) ? casesOf : chooseSome)(fault, watched),
  })
}

/** What was asked before is not played again. */
function remembering(lane: Lane): Lane {
  const watched = new Map<string, ReturnType<Lane['watch']>>()
  const spoilt = new Map<string, ReturnType<Lane['spoil']>>()
  return {
    watch(cases) {
      const key = String(cases)
      const played = watched.get(key) ?? lane.watch(cases)
      watched.set(key, played)
      return played
    },
    spoil(fault, cases) {
      const key = `${fault} ${String(cases)}`
      const played = spoilt.get(key) ?? lane.spoil(fault, cases)
      spoilt.set(key, played)
      return played
    },
  }
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
  const chosen = [...new Set(telling)]
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
