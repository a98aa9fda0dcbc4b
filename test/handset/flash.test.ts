import { describe, expect, it } from 'vitest'
import { createMemoryStorage } from '../../src/adapters/storage-memory.ts'
import { applyChange, emptyFlash, findSuite, freeBytes } from '../../src/handset/flash.ts'
import type { Flash, FlashChange, InstalledSuite, QueuedReport } from '../../src/handset/flash.ts'

const demo: InstalledSuite = {
  id: 'suite.1',
  subject: { vendor: 'Acme', name: 'Demo', version: '1.0.0' },
  bytes: 4000,
  descriptorUrl: 'http://ota.test/demo.jad',
  packageUrl: 'http://ota.test/demo.jar',
  deleteNotify: undefined,
  deleteConfirm: undefined,
}

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

describe('flash', () => {
  it('gets a suite and its report in one change', () => {
    expect(after(storeDemo)).toEqual({ suites: [demo], reports: [success], lastId: 1 })
  })

  it('gets a suite without a report where nobody wants one', () => {
    const stored = after({ kind: 'suite stored', suite: demo, report: undefined })
    expect(stored).toEqual({ suites: [demo], reports: [], lastId: 1 })
  })

  it('replaces a suite by another version of itself, known by vendor and name', () => {
    const stored = after(
      storeDemo,
      { kind: 'suite stored', suite: elses, report: undefined },
      { kind: 'suite stored', suite: newer, report: undefined },
    )
    expect(stored.suites).toEqual([elses, newer])
    expect(findSuite(stored, demo.subject)).toEqual(newer)
    expect(findSuite(stored, { vendor: 'Acme', name: 'Demo II' })).toBe(undefined)
  })

  it('loses a suite with its unsent install report, and gains the report of the deletion', () => {
    const removed = after(
      storeDemo,
      { kind: 'report queued', report: failure },
      { kind: 'suite removed', suiteId: 'suite.1', report: deletion },
    )
    expect(removed).toEqual({ suites: [], reports: [failure, deletion], lastId: 3 })
  })

  it('keeps everything when a suite that is not there is removed', () => {
    const removed = after(storeDemo, {
      kind: 'suite removed',
      suiteId: 'suite.9',
      report: undefined,
    })
    expect(removed).toEqual({ suites: [demo], reports: [success], lastId: 2 })
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
    expect(settled).toEqual({ suites: [demo], reports: [failure], lastId: 2 })
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
    expect(before).toEqual({ suites: [demo], reports: [success], lastId: 1 })
  })
})

describe('storage in memory', () => {
  it('has room for what suites leave', () => {
    const storage = createMemoryStorage(10_000)
    expect(freeBytes(storage)).toBe(10_000)
    storage.commit(storeDemo)
    expect(freeBytes(storage)).toBe(6000)
    storage.commit({ kind: 'suite stored', suite: newer, report: undefined })
    expect(freeBytes(storage)).toBe(4000)
  })

  it('begins with what a phone had before', () => {
    const before = after(storeDemo)
    expect(createMemoryStorage(10_000, before).read()).toEqual(before)
  })
})
