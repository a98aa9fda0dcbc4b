/**
 * The checks put to the test: the whole suite is played without a fault, and then with each fault again. A fault is played only
 * in the cases in which it shows; all others are as they were without it.
 */
import { HarnessFault } from '../errors.ts'
import type { Entry } from '../catalogue.ts'
import type { Check } from '../check/check.ts'
import { makeKillMatrix } from './kill-matrix.ts'
import type { KillMatrix, NamedFault, SpoiltCase } from './kill-matrix.ts'
import type { CaseReport } from './report-model.ts'

/** A case played without a fault. */
export interface WatchedCase {
  readonly report: CaseReport
  /** Faults that would have shown in it. */
  readonly shows: ReadonlySet<string>
}

/** Plays cases one after the other; they are named by their place in the plan. */
export interface Lane {
  watch(cases: readonly number[]): Promise<readonly WatchedCase[]>
  spoil(fault: string, cases: readonly number[]): Promise<readonly SpoiltCase[]>
}

export interface SelfTestInput {
  /** Those that are played. */
  readonly faults: readonly NamedFault[]
  readonly checks: readonly Entry<Check>[]
  /** Ids of the checks that are to be proven; none: all. */
  readonly only?: readonly string[] | undefined
  /** Number of cases in the plan. */
  readonly cases: number
  /** All of them play at the same time; at least one. */
  readonly lanes: readonly Lane[]
  /** In which cases a fault is played; none: in all in which it shows. */
  readonly choose?: (fault: NamedFault, watched: readonly WatchedCase[]) => readonly number[]
  /** @param fault none while none is played */
  readonly onProgress?: (done: number, total: number, fault: string | undefined) => void
}

/** After so many cases a lane takes on the next part, so that all lanes end at about the same time. */
const partCasesMax = 40

/** @throws HarnessFault `self-test/unseen` for a fault that changes a case in which nobody saw it */
export async function selfTest(input: SelfTestInput): Promise<KillMatrix> {
  const watched = await watchAll(input)
  const spoilt = await spoilAll(input, watched)
  const reference = watched.map(({ report }) => report)
  const { faults, checks, only } = input
  return makeKillMatrix({ faults, checks, only, reference, spoilt })
}

/** Places in the plan of the cases in which the fault shows. */
export function casesOf(
  { id }: Pick<NamedFault, 'id'>,
  watched: readonly WatchedCase[],
): readonly number[] {
  return watched.flatMap(({ shows }, index) => (shows.has(id) ? [index] : []))
}

async function watchAll({
  cases,
  lanes,
  onProgress,
}: SelfTestInput): Promise<readonly WatchedCase[]> {
  const watched = new Map<number, WatchedCase>()
  const all = Array.from({ length: cases }, (_, index) => index)
  await shareOut(inParts(all), lanes, async (lane, part) => {
    for (const [index, one] of (await lane.watch(part)).entries()) {
      watched.set(part[index] ?? index, one)
    }
    onProgress?.(watched.size, cases, undefined)
  })
  return all.flatMap((index) => watched.get(index) ?? [])
}

async function spoilAll(
  { faults, lanes, choose = casesOf, onProgress }: SelfTestInput,
  watched: readonly WatchedCase[],
): Promise<ReadonlyMap<string, ReadonlyMap<number, SpoiltCase>>> {
  const spoilt = new Map(faults.map(({ id }) => [id, new Map<number, SpoiltCase>()]))
  const plan = faults.map((fault) => ({ id: fault.id, cases: choose(fault, watched) }))
  const total = plan.reduce((sum, { cases }) => sum + cases.length, 0)
  let done = 0
  const parts = plan.flatMap(({ id, cases }) => inParts(cases).map((part) => ({ id, part })))
  await shareOut(parts, lanes, async (lane, { id, part }) => {
    for (const [index, played] of (await lane.spoil(id, part)).entries()) {
      const place = part[index] ?? index
      const without = watched[place]
      if (without !== undefined) complainOfUnseen(id, without, played)
      spoilt.get(id)?.set(place, played)
    }
    done += part.length
    onProgress?.(done, total, id)
  })
  return spoilt
}

/** Only cases that were chosen beside those in which the fault shows can tell. */
function complainOfUnseen(
  fault: string,
  { report: { id, traceHash }, shows }: WatchedCase,
  played: SpoiltCase,
): void {
  if (shows.has(fault) || played.traceHash === traceHash) return
  throw new HarnessFault(
    'self-test/unseen',
    `the fault ${fault} changes ${id} without being seen`,
    {
      hint: 'Whatever the fault is asked has to be watched in src/reference/watch-faults.ts.',
    },
  )
}

/** Each lane takes on the next part when it is done with one. */
async function shareOut<T>(
  parts: readonly T[],
  lanes: readonly Lane[],
  play: (lane: Lane, part: T) => Promise<void>,
): Promise<void> {
  const rest = parts.values()
  await Promise.all(
    lanes.map(async (lane) => {
      for (const part of rest) await play(lane, part)
    }),
  )
}

function inParts(cases: readonly number[]): readonly (readonly number[])[] {
  return Array.from({ length: Math.ceil(cases.length / partCasesMax) }, (_, index) =>
    cases.slice(index * partCasesMax, (index + 1) * partCasesMax),
  )
}
