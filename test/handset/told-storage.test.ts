import { expect, it } from 'vitest'
import { createMemoryStorage } from '../../src/adapters/storage-memory.ts'
import { emptyFlash } from '../../src/handset/flash.ts'
import type { FlashChange, RecordStore } from '../../src/handset/flash.ts'
import { createRecorder } from '../../src/handset/recorder.ts'
import { tellChanges } from '../../src/handset/told-storage.ts'
import { plainSuite } from './plain-suite.ts'

const newer = { ...plainSuite, id: 'suite.2', subject: { ...plainSuite.subject, version: '1.1.0' } }
const scores: RecordStore = {
  suiteId: plainSuite.id,
  name: 'scores',
  records: [new Uint8Array(3), new Uint8Array(4)],
}
const report = {
  id: 'report.3',
  kind: 'install',
  url: 'http://ota.test/n/1',
  code: 900,
  attempts: 0,
  suiteId: newer.id,
} as const

/** What is told of one change, on a phone with one suite and its scores. */
function tell(change: FlashChange): readonly object[] {
  const recorder = createRecorder(() => 0)
  const begin = { ...emptyFlash, suites: [plainSuite], stores: [scores], lastId: 1 }
  tellChanges(createMemoryStorage(100_000, begin), recorder).commit(change)
  return recorder.trace.events
}

const suite = plainSuite.subject
const stores = [{ store: 'scores', records: 2, bytes: 7 }]
const queued = {
  type: 'report.queued',
  id: 'report.3',
  kind: 'install',
  url: 'http://ota.test/n/1',
  code: 900,
}

const told: Readonly<
  Record<string, { readonly change: FlashChange; readonly facts: readonly object[] }>
> = {
  'a suite with its report': {
    change: { kind: 'suite stored', suite: newer, report },
    facts: [queued],
  },
  'a suite without a report': {
    change: { kind: 'suite stored', suite: newer, report: undefined },
    facts: [],
  },
  'an update that keeps records': {
    change: {
      kind: 'suite updated',
      replacedId: plainSuite.id,
      suite: newer,
      records: { kind: 'kept', why: 'same signer' },
      report,
    },
    facts: [
      { type: 'suite.updated', suite: newer.subject, replaced: suite },
      { type: 'records.kept', suite: newer.subject, why: 'same signer', stores },
      queued,
    ],
  },
  'an update that drops records': {
    change: {
      kind: 'suite updated',
      replacedId: plainSuite.id,
      suite: newer,
      records: { kind: 'dropped', why: 'the user dropped them' },
      report: undefined,
    },
    facts: [
      { type: 'suite.updated', suite: newer.subject, replaced: suite },
      { type: 'records.dropped', suite: newer.subject, why: 'the user dropped them', stores },
    ],
  },
  'a removal': {
    change: { kind: 'suite removed', suiteId: plainSuite.id, report: undefined },
    facts: [
      { type: 'records.dropped', suite, why: 'the suite was removed', stores },
      { type: 'suite.removed', suite },
    ],
  },
  'the removal of what is not there': {
    change: { kind: 'suite removed', suiteId: 'suite.9', report: undefined },
    facts: [],
  },
  'records that are written': {
    change: {
      kind: 'records written',
      suiteId: plainSuite.id,
      store: 'names',
      records: [new Uint8Array(5)],
    },
    facts: [{ type: 'records.written', suite, store: 'names', records: 1, bytes: 5 }],
  },
  'a report that waits': { change: { kind: 'report queued', report }, facts: [queued] },
  'an attempt': { change: { kind: 'report attempted', reportId: 'report.3' }, facts: [] },
  'the end of a report': { change: { kind: 'report settled', reportId: 'report.3' }, facts: [] },
}

it.each(Object.entries(told))('flash tells %s', (_, { change, facts }) => {
  expect(tell(change)).toEqual(facts.map((fact, seq) => ({ seq, at: 0, actor: 'flash', ...fact })))
})
