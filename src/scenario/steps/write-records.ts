import { applyChange, freeBytes, occupiedBytes } from '../../handset/flash.ts'
import type { Flash } from '../../handset/flash.ts'
import { defineStep, done, stepFailed } from '../step.ts'
import { recordStores, toOctets } from '../words.ts'

export default defineStep({
  title:
    'The suite installed last writes record stores; each then holds these records and no others.',
  schema: recordStores,
  async play(stage, stores) {
    if (!(await stage.rest())) return stepFailed('the phone does not finish what it does')
    const { storage } = stage.handset.phone
    const suite = storage.read().suites.at(-1)
    if (suite === undefined) return stepFailed('no suite is installed')
    for (const [store, texts] of Object.entries(stores)) {
      const change = {
        kind: 'records written',
        suiteId: suite.id,
        store,
        records: toOctets(texts),
      } as const
      const occupied = (flash: Flash) => occupiedBytes(flash, suite)
      const flash = storage.read()
      const more = occupied(applyChange(flash, change)) - occupied(flash)
      if (more > freeBytes(storage)) {
        return stepFailed(
          `${store}: ${more} octets more are needed, ${freeBytes(storage)} are free`,
        )
      }
      storage.commit(change)
    }
    return done
  },
})
