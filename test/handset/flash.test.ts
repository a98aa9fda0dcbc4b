import { describe, expect, it } from 'vitest'
import { createMemoryStorage } from '../../src/adapters/storage-memory.ts'
import {
  applyChange,
  emptyFlash,
  findListener,
  findSuite,
  freeBytes,
  storesOf,
} from '../../src/handset/flash.ts'
import type {
  Flash,
  FlashChange,
  InstalledSuite,
  QueuedReport,
  RecordStore,
} from '../../src/handset/flash.ts'
import { plainSuite } from './plain-suite.ts'

const demo = plainSuite

const newer: InstalledSuite = {
  ...demo,
  id: 'suite.2',
  subject: { ...demo.subject, version: '1.1.0' },
  bytes: 6000,
}

const elses: InstalledSuite = {
  ...demo,
  id: 'suite.3',
  subject: { ...demo.subject, vendor: 'Other' },
}

const success: QueuedReport = {
  id: 'report.2',
  kind: 'install',
  url: 'http://ota.test/n/1',
  code: 900,
  attempts: 0,
  suiteId: 'suite.1',
}

const failure: QueuedReport = { ...success, id: 'report.3', code: 904, suiteId: undefined }
const deletion: QueuedReport = { ...failure, id: 'report.4', kind: 'delete', code: 912 }

function after(...changes: readonly FlashChange[]): Flash {
  return changes.reduce(applyChange, emptyFlash)
}

const storeDemo: FlashChange = { kind: 'suite stored', suite: demo, report: success }

function octets(length: number): Uint8Array {
  return new Uint8Array(length)
}

const scores: RecordStore = { suiteId: demo.id, name: 'scores', records: [octets(5), octets(9)] }

const writeScores = {
  kind: 'records written',
  suiteId: demo.id,
  store: 'scores',
  records: scores.records,
} as const

const again: QueuedReport = { ...success, id: 'report.5', suiteId: newer.id }

const kept = { records: { kind: 'kept', why: 'same signer' } } as const
const dropped = { records: { kind: 'dropped', why: 'the user dropped them' } } as const

describe('flash', () => {
  it('gets a suite and its report in one change', () => {
    expect(after(storeDemo)).toEqual({
      ...emptyFlash,
      suites: [demo],
      reports: [success],
      lastId: 1,
    })
  })

  it('gets a suite without a report where nobody wants one', () => {
    const stored = after({ kind: 'suite stored', suite: demo, report: undefined })
    expect(stored).toEqual({ ...emptyFlash, suites: [demo], lastId: 1 })
  })

  it('knows a suite by vendor and name', () => {
    const stored = after(storeDemo, { kind: 'suite stored', suite: elses, report: undefined })
    expect(stored.suites).toEqual([demo, elses])
    expect(findSuite(stored, newer.subject)).toEqual(demo)
    expect(findSuite(stored, { vendor: 'Acme', name: 'Demo II' })).toBe(undefined)
  })

  it('knows who else listens on a connection', () => {
    const entry = { connection: 'sms://:1', className: 'acme.Demo', allowedSender: '*' }
    const listening = { ...demo, push: [entry] }
    const stored = after({ kind: 'suite stored', suite: listening, report: undefined })
    expect(findListener(stored, 'sms://:1', elses.subject)).toBe(demo.subject.name)
    expect(findListener(stored, 'sms://:1', newer.subject)).toBe(undefined)
    expect(findListener(stored, 'sms://:2', elses.subject)).toBe(undefined)
  })

  it('gets a new version, keeps the records and the unsent report under its name, in one change', () => {
    const stored = after(
      storeDemo,
      { kind: 'suite stored', suite: elses, report: undefined },
      writeScores,
      { kind: 'suite updated', replacedId: demo.id, suite: newer, ...kept, report: again },
    )
    expect(stored).toEqual({
      ...emptyFlash,
      suites: [elses, newer],
      stores: [{ ...scores, suiteId: newer.id }],
      reports: [{ ...success, suiteId: newer.id }, again],
      lastId: 3,
    })
  })

  it('drops the records of the version that goes, and no others', () => {
    const stored = after(
      storeDemo,
      { kind: 'suite stored', suite: elses, report: undefined },
      writeScores,
      { ...writeScores, suiteId: elses.id },
      { kind: 'suite updated', replacedId: demo.id, suite: newer, ...dropped, report: undefined },
    )
    expect(stored.stores).toEqual([{ ...scores, suiteId: elses.id }])
  })

  it('holds in a store what was written last, store by store', () => {
    const written = after(
      storeDemo,
      writeScores,
      { ...writeScores, store: 'names', records: [octets(3)] },
      { ...writeScores, records: [octets(7), octets(0)] },
    )
    expect(storesOf(written, demo.id)).toEqual([
      { ...scores, records: [octets(7), octets(0)] },
      { ...scores, name: 'names', records: [octets(3)] },
    ])
    expect(storesOf(written, newer.id)).toEqual([])
  })

  it('loses the records of a suite with the suite', () => {
    const removed = after(storeDemo, writeScores, {
      kind: 'suite removed',
      suiteId: demo.id,
      report: undefined,
    })
    expect(removed.stores).toEqual([])
  })

  it('loses a suite with its unsent install report, and gains the report of the deletion', () => {
    const removed = after(
      storeDemo,
      { kind: 'report queued', report: failure },
      { kind: 'suite removed', suiteId: 'suite.1', report: deletion },
    )
    expect(removed).toEqual({ ...emptyFlash, reports: [failure, deletion], lastId: 3 })
  })

  it('keeps everything when a suite that is not there is removed', () => {
    const removed = after(storeDemo, {
      kind: 'suite removed',
      suiteId: 'suite.9',
      report: undefined,
    })
    expect(removed).toEqual({ ...emptyFlash, suites: [demo], reports: [success], lastId: 2 })
  })

  it('counts the attempts of one report', () => {
    const tried = after(
      storeDemo,
      { kind: 'report queued', report: failure },
      { kind: 'report attempted', reportId: 'report.2' },
      { kind: 'report attempted', reportId: 'report.2' },
    )
    expect(tried.reports).toEqual([{ ...success, attempts: 2 }, failure])
  })

  it('loses a report that is settled', () => {
    const settled = after(
      storeDemo,
      { kind: 'report queued', report: failure },
      { kind: 'report settled', reportId: 'report.2' },
    )
    expect(settled).toEqual({ ...emptyFlash, suites: [demo], reports: [failure], lastId: 2 })
  })

  it('never gives a number twice', () => {
    const numbers = [
      storeDemo,
      { kind: 'report attempted', reportId: 'report.2' },
      { kind: 'report settled', reportId: 'report.2' },
      { kind: 'report queued', report: failure },
      { kind: 'suite removed', suiteId: 'suite.1', report: deletion },
    ] as const
    const used = numbers.map((_, index) => after(...numbers.slice(0, index + 1)).lastId)
    expect(used).toEqual([1, 1, 1, 2, 3])
  })

  it('leaves what was read before a change as it was', () => {
    const before = after(storeDemo)
    applyChange(before, { kind: 'report settled', reportId: 'report.2' })
    expect(before).toEqual({ ...emptyFlash, suites: [demo], reports: [success], lastId: 1 })
  })
})

describe('storage in memory', () => {
  it('has room for what suites leave', () => {
    const storage = createMemoryStorage(10_000)
    expect(freeBytes(storage)).toBe(10_000)
    storage.commit(storeDemo)
    expect(freeBytes(storage)).toBe(6000)
    storage.commit({
      kind: 'suite updated',
      replacedId: demo.id,
      suite: newer,
      ...kept,
      report: undefined,
    })
    expect(freeBytes(storage)).toBe(4000)
  })

  it('keeps the room that a suite was promised for records, and counts what goes beyond it', () => {
    const storage = createMemoryStorage(10_000)
    storage.commit({ kind: 'suite stored', suite: { ...demo, dataBytes: 1000 }, report: undefined })
    expect(freeBytes(storage)).toBe(5000)
    storage.commit(writeScores)
    expect(freeBytes(storage)).toBe(5000)
    storage.commit({ ...writeScores, store: 'more', records: [octets(1500)] })
    expect(freeBytes(storage)).toBe(4486)
  })

  it('begins with what a phone had before', () => {
    const before = after(storeDemo)
    expect(createMemoryStorage(10_000, before).read()).toEqual(before)
  })
})
