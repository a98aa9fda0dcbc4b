import { storesOf } from '../../handset/flash.ts'
import { storeFacts } from '../../handset/told-storage.ts'
import { defineStep, done, stepFailed } from '../step.ts'
import { recordStores } from '../words.ts'

export default defineStep({
  title: 'The suite installed last reads its record stores, and finds exactly these.',
  schema: recordStores,
  async play(stage, expected) {
    if (!(await stage.rest())) return stepFailed('the phone does not finish what it does')
    const flash = stage.flash()
    const suite = flash.suites.at(-1)
    if (suite === undefined) return stepFailed('no suite is installed')
    const stores = storesOf(flash, suite.id)
    const found = Object.fromEntries(
      stores.map(({ name, records }) => [
        name,
        records.map((octets) => new TextDecoder().decode(octets)),
      ]),
    )
    const [actual, wanted] = [tell(found), tell(expected)]
    if (actual !== wanted) return stepFailed(`Unexpected records ${actual}, expected ${wanted}`)
    stage.note({ type: 'records.read', suite: suite.subject, stores: stores.map(storeFacts) })
    return done
  },
})

type Stores = Readonly<Record<string, readonly string[]>>

function tell(stores: Stores): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(stores).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  )
}
