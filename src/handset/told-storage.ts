/** Flash whose changes go into the trace as they happen, in the order in which they do. */
import type { TraceFact } from '../trace/events.ts'
import type { StoreFacts } from '../trace/suite-events.ts'
import { deviceAborted } from './download-habits.ts'
import { isUnderWay } from './download-store.ts'
import { recordBytes, storesOf } from './flash.ts'
import type { Flash, FlashChange, QueuedReport, RecordStore, Storage } from './flash.ts'
import type { InboxChange, InboxMessage } from './inbox.ts'
import type { Recorder } from './recorder.ts'

export function tellChanges(storage: Storage, recorder: Recorder): Storage {
  return {
    capacityBytes: storage.capacityBytes,
    read: () => storage.read(),
    commit(change) {
      const facts = factsOf(storage.read(), change)
      storage.commit(change)
      for (const fact of facts) recorder.record('flash', fact)
    },
  }
}

/** @param before flash as it is before the change */
function factsOf(before: Flash, change: FlashChange): readonly TraceFact[] {
  switch (change.kind) {
    case 'suite stored':
    case 'report queued':
      return reportFacts(change)
    case 'suite updated':
      return [...updateFacts(before, change), ...reportFacts(change)]
    case 'suite removed':
      return [...removalFacts(before, change), ...reportFacts(change)]
    case 'records written':
      return before.suites
        .filter(({ id }) => id === change.suiteId)
        .map(({ subject }): TraceFact => ({
          type: 'records.written',
          suite: subject,
          ...storeFacts({ ...change, name: change.store }),
        }))
    case 'inbox changed':
      return inboxFacts(before, change)
    case 'download ended':
      return reportFacts(change)
    case 'downloads broken off':
      return before.reports
        .filter(isUnderWay)
        .flatMap((report) => reportFacts({ report: { ...report, code: deviceAborted } }))
    case 'content stored': {
      const { name, mediaType, bytes } = change.content
      return [{ type: 'content.stored', name, mediaType, bytes }]
    }
    case 'broken download kept': {
      const { url, octets } = change.download
      return [{ type: 'download.kept', url, octets: octets.length }]
    }
    case 'broken download ended':
    case 'download begun':
    case 'report attempted':
    case 'report settled':
      return []
    default:
      return change satisfies never
  }
}

function reportFacts({
  report,
}: {
  readonly report: QueuedReport | undefined
}): readonly TraceFact[] {
  if (report === undefined) return []
  const { id, kind, url, code } = report
  return [{ type: 'report.queued', id, kind, url, code }]
}

function updateFacts(
  before: Flash,
  {
    replacedId,
    suite: { subject: suite },
    records,
  }: Extract<FlashChange, { kind: 'suite updated' }>,
): readonly TraceFact[] {
  const replaced = before.suites.find(({ id }) => id === replacedId)
  if (replaced === undefined) return []
  const stores = storesOf(before, replacedId).map(storeFacts)
  return [
    { type: 'suite.updated', suite, replaced: replaced.subject },
    { type: `records.${records.kind}`, suite, why: records.why, stores },
  ]
}

function removalFacts(
  before: Flash,
  { suiteId }: Extract<FlashChange, { kind: 'suite removed' }>,
): readonly TraceFact[] {
  const removed = before.suites.find(({ id }) => id === suiteId)
  if (removed === undefined) return []
  const { subject: suite } = removed
  const stores = storesOf(before, suiteId).map(storeFacts)
  const gone: TraceFact = { type: 'suite.removed', suite }
  return stores.length === 0
    ? [gone]
    : [{ type: 'records.dropped', suite, why: 'the suite was removed', stores }, gone]
}

function inboxFacts(before: Flash, change: InboxChange): readonly TraceFact[] {
  const { added } = change
  const removed = before.inbox.filter(({ id }) => change.removed.includes(id))
  const held = before.inbox.length - removed.length + (added === undefined ? 0 : 1)
  const tell = (word: 'stored' | 'replaced' | 'removed', message: InboxMessage): TraceFact => {
    const { kind, text, url } = message
    const shown = { kind, text, ...(url === undefined ? {} : { url }) }
    return { type: 'inbox.changed', change: word, held, ...shown }
  }
  if (added === undefined) return removed.map((message) => tell('removed', message))
  return [tell(removed.length === 0 ? 'stored' : 'replaced', added)]
}

export function storeFacts({ name, records }: Pick<RecordStore, 'name' | 'records'>): StoreFacts {
  const bytes = recordBytes([{ suiteId: '', name, records }])
  return { store: name, records: records.length, bytes }
}
