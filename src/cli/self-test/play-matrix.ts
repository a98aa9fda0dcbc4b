/** The self-test on all cores: one lane in this thread, the others in threads of their own. */
import { availableParallelism } from 'node:os'
import type { KillMatrix } from '../../run/kill-matrix.ts'
import { selfTest } from '../../run/self-test.ts'
import type { SelfTestInput } from '../../run/self-test.ts'
import { chooseProof } from './choose-proof.ts'
import type { ProofWish } from './choose-proof.ts'
import { hireLane } from './hire-lane.ts'
import { openLane } from './lane.ts'
import type { LaneWish } from './lane.ts'

export interface MatrixWish extends LaneWish, ProofWish {
  /** Plays faults also in cases in which they do not show. */
  readonly everyCase?: boolean
  /** Ends it: there is no matrix then. */
  readonly signal?: AbortSignal
  readonly onProgress?: SelfTestInput['onProgress']
}

/** Each holds all scenarios and checks: about 200 MB. */
const lanesMax = 8

/** @throws UsageError for an id or a phone that there is not, HarnessFault when a lane fails */
export async function playMatrix(wish: MatrixWish): Promise<KillMatrix | undefined> {
  const { profile, seed, everyCase, signal, onProgress } = wish
  const own = await openLane({ profile, seed })
  const { faults, only } = chooseProof(
    wish,
    own.faults,
    own.checks.map(({ id }) => id),
  )
  const hired = Array.from({ length: Math.min(availableParallelism(), lanesMax) - 1 }, () =>
    hireLane({ profile, seed }),
  )
  try {
    const matrix = selfTest({
      faults,
      checks: own.checks,
      only,
      cases: own.cases.length,
      lanes: [own, ...hired],
      ...(everyCase === true ? { choose: () => own.cases.map((_, place) => place) } : {}),
      ...(onProgress === undefined ? {} : { onProgress }),
    })
    return await Promise.race([matrix, ...(signal === undefined ? [] : [abortOf(signal)])])
  } finally {
    await Promise.all(hired.map((lane) => lane.close()))
  }
}

function abortOf(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined)
    signal.addEventListener('abort', () => resolve(undefined), { once: true })
  })
}
