import fc from 'fast-check'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqliteStorage } from '../../src/adapters/storage-sqlite.ts'
import type { SqliteStorage } from '../../src/adapters/storage-sqlite.ts'
import { DataError } from '../../src/errors.ts'
import { emptyFlash } from '../../src/handset/flash.ts'
import { complaintOf } from '../complaint.ts'
import { makeReport, plainBelongings } from './storage-contract.table.ts'

let folder = ''
let file = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ota-storage-'))
  file = join(folder, 'phone.sqlite')
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

const make = (place = file) =>
  openSqliteStorage(place, { ifAbsent: plainBelongings, lockWaitMs: 0 })
const open = (place = file) => openSqliteStorage(place, { lockWaitMs: 0 })
/** What is in the phone, or why it cannot be had. */
const attempt = (act: () => SqliteStorage) => {
  try {
    const phone = act()
    const found = [phone.belongings, phone.read()]
    phone.close()
    return found
  } catch (error) {
    return error
  }
}
/** Message without the folder of this test. */
const complaint = (act: () => unknown) => {
  const { code, message } = complaintOf(act)
  return { code, message: message.replaceAll(folder, '') }
}

describe('a phone in a file', () => {
  it('is made once, and keeps what belongs to it', () => {
    const first = make()
    expect(first.made).toBe(true)
    first.keep({ on: false, hosts: ['a.test'], calls: 1 })
    first.close()
    const again = openSqliteStorage(file, { ifAbsent: { ...plainBelongings, profile: 'other' } })
    expect(again.made).toBe(false)
    expect(again.belongings).toEqual({ ...plainBelongings, on: false, hosts: ['a.test'], calls: 1 })
    again.close()
    expect(readdirSync(folder)).toEqual(['phone.sqlite'])
  })

  it('is not made by looking for it', () => {
    expect(complaintOf(() => open())).toEqual({
      code: 'phone/none',
      message: `${file}: there is no phone`,
      hint: '`ota phone new` makes one, and so does the first `ota phone open URL`.',
    })
    expect(readdirSync(folder)).toEqual([])
  })

  it('is none while the file is empty, as a process that ended too early leaves it', () => {
    writeFileSync(file, '')
    expect(complaint(() => open()).code).toBe('phone/none')
    const made = make()
    expect(made.made).toBe(true)
    made.close()
  })

  it('is in one hand at a time', () => {
    const first = make()
    expect(complaintOf(() => open())).toEqual({
      code: 'phone/in-use',
      message: `${file}: another process has this phone in its hand`,
      hint: 'Wait until it is done, or give another phone with --phone.',
    })
    first.commit({ kind: 'report queued', report: makeReport(1, undefined) })
    first.close()
    const second = open()
    expect(second.read().reports).toEqual([makeReport(1, undefined)])
    second.close()
  })

  it('is as it was before a change that could not be written', () => {
    let writesLeft = Infinity
    const phone = openSqliteStorage(file, {
      ifAbsent: plainBelongings,
      onWrite: () => {
        writesLeft -= 1
        if (writesLeft === 0) throw new TypeError('a write failed')
      },
    })
    writesLeft = 2
    const queue = () => phone.commit({ kind: 'report queued', report: makeReport(1, undefined) })
    expect(queue).toThrow('a write failed')
    expect(phone.read()).toEqual(emptyFlash)
    queue()
    phone.close()
    const again = open()
    expect(again.read().reports).toEqual([makeReport(1, undefined)])
    again.close()
  })
})

describe('what is no phone of ours is refused and left as it is', () => {
  const edit = (sql: string) => {
    const db = new DatabaseSync(file)
    db.exec(sql)
    db.close()
  }

  it.each([
    [
      'a text',
      () => writeFileSync(file, 'MIDlet-Name: Demo\r\n'.repeat(100)),
      'phone/not-ours',
      'this file holds no phone',
    ],
    [
      'a database of somebody else',
      () => edit('CREATE TABLE a (b)'),
      'phone/not-ours',
      'this SQLite file holds no phone',
    ],
    [
      'a phone of a newer format',
      () => {
        make().close()
        edit('PRAGMA user_version = 2')
      },
      'phone/newer',
      'a newer version of this program wrote it: format 2, expected 1',
    ],
    [
      'a phone with a table more',
      () => {
        make().close()
        edit('CREATE TABLE a (b)')
      },
      'phone/damaged',
      'this phone is damaged: its tables are not as they were written',
    ],
    [
      'a phone with a trigger',
      () => {
        make().close()
        edit('CREATE TRIGGER a AFTER INSERT ON kept BEGIN DELETE FROM kept; END')
      },
      'phone/damaged',
      'this phone is damaged: its tables are not as they were written',
    ],
    [
      'a phone that somebody edited',
      () => {
        make().close()
        edit(`UPDATE kept SET text = '7' WHERE list = 'flash.lastId'`)
      },
      'phone/damaged',
      'this phone is damaged: it does not hold what was written to it',
    ],
    [
      'a phone that lost a row',
      () => {
        make().close()
        edit(`DELETE FROM kept WHERE list = 'flash.lastId'`)
      },
      'phone/damaged',
      'this phone is damaged: it does not hold what was written to it',
    ],
  ])('%s', (_, prepare, code, why) => {
    prepare()
    const before = readFileSync(file)
    expect(complaint(() => make())).toEqual({ code, message: `/phone.sqlite: ${why}` })
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(readdirSync(folder)).toEqual(['phone.sqlite'])
  })

  it('a folder, and a place in a folder that is not there', () => {
    expect(complaint(() => make(folder)).code).toBe('phone/unusable')
    expect(complaint(() => make(join(folder, 'none', 'phone'))).code).toBe('phone/unusable')
  })

  it('any other octets, and any phone with octets changed or cut off', () => {
    make().close()
    const whole = readFileSync(file)
    const damage = fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 5000 }),
      fc.nat(whole.length - 1).map((bytes) => whole.subarray(0, bytes)),
      fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, by]) => {
        const octets = new Uint8Array(whole)
        octets[at] = (octets[at] ?? 0) ^ by
        return octets
      }),
    )
    fc.assert(
      fc.property(damage, (octets) => {
        writeFileSync(file, octets)
        const found = attempt(open)
        const isRefused = found instanceof DataError
        expect(isRefused || found).toEqual(isRefused || [plainBelongings, emptyFlash])
        expect(isRefused && !readFileSync(file).equals(octets)).toBe(false)
      }),
      { numRuns: 200 },
    )
  })
})
