/** A lane of the self-test in a thread of its own. */
import { Worker } from 'node:worker_threads'
import { HarnessFault } from '../../errors.ts'
import type { Lane } from '../../run/self-test.ts'
import type { LaneWish } from './lane.ts'
import type { LaneOrder } from './lane-order.ts'

export interface HiredLane extends Lane {
  close(): Promise<void>
}

/** Sources and what is built of them lie alike, and end in the same as this module. */
const [ending = ''] = /\.[jt]s$/.exec(import.meta.url) ?? []

/** What is asked of it rejects with HarnessFault `self-test/lane` once the thread has ended, with the reason. */
export function hireLane(wish: LaneWish): HiredLane {
  const worker = new Worker(new URL(`./lane-thread${ending}`, import.meta.url), {
    workerData: wish,
  })
  const { promise: ended, reject } = Promise.withResolvers<never>()
  worker.once('error', (cause) => reject(endedBy(cause)))
  worker.once('exit', (code) => reject(endedBy(`exit code ${code}`)))
  // Nobody may be asking just now; whoever asks next is told.
  ended.catch(() => {})
  const ask = <T>(order: LaneOrder): Promise<T> => {
    const answered = new Promise<T>((resolve) => worker.once('message', resolve))
    worker.postMessage(order)
    return Promise.race([answered, ended])
  }
  return {
    watch: (cases) => ask({ kind: 'watch', cases }),
    spoil: (fault, cases) => ask({ kind: 'spoil', fault, cases }),
    close: async () => void (await worker.terminate()),
  }
}

function endedBy(cause: unknown): HarnessFault {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new HarnessFault('self-test/lane', `a thread of the self-test ended: ${why}`, { cause })
}
