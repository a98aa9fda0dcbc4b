/** The thread of a hired lane: does one order after the other, and ends with whatever goes wrong. */
import { parentPort, workerData } from 'node:worker_threads'
import { openLane } from './lane.ts'
import type { LaneWish } from './lane.ts'
import type { LaneOrder } from './lane-order.ts'

const wish: LaneWish = workerData
const lane = await openLane(wish)

parentPort?.on('message', (order: LaneOrder) => void obey(order))

async function obey(order: LaneOrder): Promise<void> {
  parentPort?.postMessage(
    order.kind === 'watch'
      ? await lane.watch(order.cases)
      : await lane.spoil(order.fault, order.cases),
  )
}
