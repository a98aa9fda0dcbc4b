/** What is in a phone's flash when a case begins. */
import { applyChange, emptyFlash, occupiedBytes, storesOf } from '../handset/flash.ts'
import type { Storage } from '../handset/flash.ts'
import type { Recorder } from '../handset/recorder.ts'
import { storeFacts } from '../handset/told-storage.ts'
import { restoreState } from '../scenario/stored-state.ts'
import type { Case } from './plan.ts'

/** Puts into an empty flash what the scenario begins with, and tells it. */
export function fillFlash({ scenario, target }: Case, storage: Storage, recorder: Recorder): void {
  if (scenario.from === undefined) return
  for (const change of restoreState(scenario.from, target)) storage.commit(change)
  const flash = storage.read()
  for (const { id, subject, descriptorUrl, packageUrl, signer } of flash.suites) {
    recorder.record('flash', {
      type: 'suite.found',
      suite: subject,
      packageUrl,
      ...(descriptorUrl === undefined ? {} : { descriptorUrl }),
      ...(signer === undefined ? {} : { signer: signer.subject }),
      stores: storesOf(flash, id).map(storeFacts),
    })
  }
}

/** Free flash that a scenario asks for is free beside what it begins with. */
export function flashBytes({ scenario, profile, target }: Case): number {
  const { from, phone } = scenario
  if (phone.freeBytes === undefined) return profile.limits.storageBytes
  const changes = from === undefined ? [] : restoreState(from, target)
  const flash = changes.reduce(applyChange, emptyFlash)
  return flash.suites.reduce((bytes, suite) => bytes + occupiedBytes(flash, suite), phone.freeBytes)
}
