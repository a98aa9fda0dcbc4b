/** The removal of a suite: what the user is told before it, and what is left of it (OTA2 Suite removal, Status reports). */
import type { TraceFact } from '../../trace/events.ts'
import { storesOf } from '../flash.ts'
import type { InstalledSuite } from '../flash.ts'
import type { Phone } from '../phone.ts'
import { makeReport } from './attempt.ts'

/** All that goes is named; the suite's own question comes last. */
export function removalQuestion({ storage }: Phone, suite: InstalledSuite): TraceFact {
  const { subject, midlets, deleteConfirm } = suite
  const stores = storesOf(storage.read(), suite.id)
  const parts = [
    `Remove ${subject.name} ${subject.version} of ${subject.vendor}?`,
    `${list('MIDlet', midlets)} and ${list('record store', stores)} go.`,
    ...(deleteConfirm === undefined ? [] : [deleteConfirm]),
  ]
  return { type: 'prompt.shown', prompt: 'delete', text: parts.join(' ') }
}

function list(noun: string, things: readonly { readonly name: string }[]): string {
  const names = things.map(({ name }) => name).join(', ')
  return `${things.length} ${noun}${things.length === 1 ? '' : 's'}${names === '' ? '' : ` (${names})`}`
}

/** The suite goes whether or not its deletion is ever reported (OTA2 Status reports). */
export function removeSuite(phone: Phone, suite: InstalledSuite): void {
  const report = makeReport(phone, { url: suite.deleteNotify, code: 912, suiteId: undefined })
  phone.storage.commit({ kind: 'suite removed', suiteId: suite.id, report })
}
