/** What an installation attempt owes to the suite that it replaces. */
import type { PromptFact } from '../../trace/events.ts'
import type { Subject } from '../../trace/suite-events.ts'
import type { Comparison, Neighbours, RetentionAnswer } from '../behaviour.ts'
import { findListener, findSuite, occupiedBytes, storesOf } from '../flash.ts'
import type { FlashChange, InstalledSuite, QueuedReport, RecordsFate } from '../flash.ts'
import type { Phone } from '../phone.ts'

export interface Replacement {
  readonly installed: InstalledSuite
  readonly comparison: Comparison
  readonly silently?: true | undefined
}

export function neighboursOf({ behaviour, storage }: Phone): Neighbours {
  return {
    count: storage.read().suites.length,
    find: (suite) => findSuite(storage.read(), suite),
    compare: (offered) =>
      behaviour.decideUpdate({ installed: findSuite(storage.read(), offered.subject), offered }),
    reusableBytes(suite) {
      const flash = storage.read()
      const installed = findSuite(flash, suite)
      return installed === undefined || !behaviour.countsReplacedAsFree
        ? 0
        : occupiedBytes(flash, installed)
    },
    listenerOn: (connection, suite) => findListener(storage.read(), connection, suite),
  }
}

/** None where nothing is replaced; an examination has objected to what must not be replaced. */
export function findReplacement(
  phone: Phone,
  offered: { readonly subject: Subject; readonly signed: boolean },
): Replacement | undefined {
  const installed = findSuite(phone.storage.read(), offered.subject)
  if (installed === undefined) return undefined
  const answer = phone.behaviour.decideUpdate({ installed, offered })
  if (answer.kind !== 'update') return undefined
  const { comparison, silently } = answer
  return { installed, comparison, silently }
}

export function updateQuestion(
  { installed, comparison }: Replacement,
  offered: Subject,
): PromptFact {
  const { name, vendor, version } = installed.subject
  const text = `${name} ${version} of ${vendor} is installed. Replace it by the ${comparison} version ${offered.version}?`
  return { type: 'prompt.shown', prompt: 'update', text }
}

/** What the rules say of the records; none where there is no suite whose records it could be. */
export function considerRecords(
  { behaviour, storage }: Phone,
  offered: InstalledSuite,
): RetentionAnswer | undefined {
  const flash = storage.read()
  const installed = findSuite(flash, offered.subject)
  if (installed === undefined) return undefined
  const hasRecords = storesOf(flash, installed.id).length > 0
  return behaviour.retainRecords({ installed, offered, hasRecords })
}

export function recordsQuestion({ storage }: Phone, { subject }: InstalledSuite): PromptFact {
  const flash = storage.read()
  const installed = findSuite(flash, subject)
  const stores = storesOf(flash, installed?.id ?? '').map(({ name }) => name)
  const text = `${subject.name} ${subject.version} comes from elsewhere. May it have the records of version ${installed?.subject.version}: ${stores.join(', ')}?`
  return { type: 'prompt.shown', prompt: 'retain-records', text }
}

/** What phones destroy that do not keep the old version until they have the new one. */
export function clearReplaced({ behaviour, storage }: Phone, { installed }: Replacement): void {
  const change = behaviour.clearBeforeUpdate(installed)
  if (change !== undefined) storage.commit(change)
}

/** Suite, records and pending report go to flash in one change. */
export function placeSuite(
  { storage }: Phone,
  placed: {
    readonly suite: InstalledSuite
    readonly records: RecordsFate
    readonly report: QueuedReport | undefined
  },
): FlashChange {
  const { suite, records, report } = placed
  const installed = findSuite(storage.read(), suite.subject)
  return installed === undefined
    ? { kind: 'suite stored', suite, report }
    : { kind: 'suite updated', replacedId: installed.id, suite, records, report }
}
