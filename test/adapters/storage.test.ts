/** One contract for every implementation of `Storage`. */
import fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { createMemoryStorage } from '../../src/adapters/storage-memory.ts'
import { openSqliteStorage } from '../../src/adapters/storage-sqlite.ts'
import { emptyFlash } from '../../src/handset/flash.ts'
import type { FlashChange, Storage } from '../../src/handset/flash.ts'
import { contract, makeReport, makeSuite, plainBelongings } from './storage-contract.table.ts'

let file = ''

beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'ota-storage-')), 'phone.sqlite')
})

afterEach(() => {
  rmSync(join(file, '..'), { recursive: true })
})

const make = () => openSqliteStorage(file, { ifAbsent: plainBelongings })
const open = () => openSqliteStorage(file)

interface Opened {
  readonly storage: Storage
  /** The same after the process that had it is gone. */
  readonly again: () => Storage
  readonly close: () => void
}

const implementations: readonly (readonly [string, () => Opened])[] = [
  [
    'memory',
    () => {
      const storage = createMemoryStorage(100_000)
      return { storage, again: () => storage, close: () => {} }
    },
  ],
  [
    'SQLite',
    () => {
      let storage = make()
      return {
        storage,
        again: () => {
          storage.close()
          return (storage = open())
        },
        close: () => storage.close(),
      }
    },
  ],
]

describe.each(implementations)('storage in %s', (_, start) => {
  it.each(contract)('$what', ({ changes, flash }) => {
    const { storage, again, close } = start()
    for (const change of changes) storage.commit(change)
    expect(storage.read()).toEqual(flash)
    expect(again().read()).toEqual(flash)
    close()
  })

  it('leaves what was read before a change as it was, and has the room of its phone', () => {
    const { storage, close } = start()
    const before = storage.read()
    storage.commit({ kind: 'report queued', report: makeReport(1, undefined) })
    expect(before).toEqual(emptyFlash)
    expect(storage.capacityBytes).toBe(100_000)
    close()
  })
})

const change: fc.Arbitrary<FlashChange> = fc
  .record({
    number: fc.integer({ min: 1, max: 4 }),
    name: fc.string({ unit: 'binary' }),
    records: fc.array(fc.uint8Array(), { maxLength: 3 }),
  })
  .chain(({ number, name, records }) => {
    const suite = makeSuite(number, name)
    const report = makeReport(number, suite.id)
    const reportId = report.id
    return fc.constantFrom<FlashChange>(
      { kind: 'suite stored', suite, report },
      { kind: 'suite stored', suite, report: undefined },
      {
        kind: 'suite updated',
        replacedId: suite.id,
        suite: makeSuite(number + 1, name),
        records: { kind: name.length > 4 ? 'kept' : 'dropped', why: '' },
        report,
      },
      { kind: 'records written', suiteId: suite.id, store: name, records },
      { kind: 'suite removed', suiteId: suite.id, report: makeReport(number, undefined) },
      { kind: 'report queued', report },
      { kind: 'report attempted', reportId },
      { kind: 'report settled', reportId },
    )
  })

test('any changes give in SQLite what they give in memory, also when it is opened again between them', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(change, fc.boolean()), { maxLength: 12 }), (changes) => {
      const memory = createMemoryStorage(100_000)
      rmSync(file, { force: true })
      let sqlite = make()
      for (const [one, reopens] of changes) {
        memory.commit(one)
        sqlite.commit(one)
        if (reopens) {
          sqlite.close()
          sqlite = open()
        }
        expect(sqlite.read()).toEqual(memory.read())
      }
      sqlite.close()
      expect(open().read()).toEqual(memory.read())
    }),
    { numRuns: 25 },
  )
})
