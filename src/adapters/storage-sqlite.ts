/**
 * Flash that lasts, in one SQLite file with all that is kept of a phone between two calls. Each change is one
 * transaction, written through to the disk: whatever ends the process, the file holds the state before or behind it.
 */
import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { DataError } from '../errors.ts'
import { applyChange, emptyFlash } from '../handset/flash.ts'
import type { Flash, FlashChange, Storage } from '../handset/flash.ts'
import { readKept, textsOf } from './kept-texts.ts'
import type { Belongings, Kept, Texts } from './kept-texts.ts'
import { damagedPhone, explainSqliteError, newerPhone } from './phone-errors.ts'

export interface SqliteStorage extends Storage {
  readonly belongings: Belongings
  /** The file was made by this call. */
  readonly made: boolean
  /** Atomic, like `commit`. */
  keep(changed: Partial<Omit<Belongings, 'profile' | 'storageBytes' | 'roots'>>): void
  /** Lets another process have it. */
  close(): void
}

export interface SqliteOptions {
  /** What a new phone is; none: there must be one. */
  readonly ifAbsent?: Belongings | undefined
  /** How long another process may hold the file; then that is an error. */
  readonly lockWaitMs?: number
  /** Called before each statement that writes, and before and behind each commit. */
  readonly onWrite?: (() => void) | undefined
}

/** `OTAh` */
const applicationId = 0x4f544168
/** Raised when an older program could not read what a newer one writes, or a newer one what an older one wrote. */
const formatVersion = 1
const schema =
  'CREATE TABLE kept (list TEXT NOT NULL, place INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (list, place)) STRICT, WITHOUT ROWID'
const upsert =
  'INSERT INTO kept (list, place, text) VALUES (?, ?, ?) ON CONFLICT (list, place) DO UPDATE SET text = excluded.text'
const lockWaitMs = 2000

/**
 * Opens a phone and keeps every other process from it until `close`.
 *
 * @throws DataError `phone/none`, `phone/in-use`, `phone/not-ours`, `phone/newer`, `phone/damaged` or `phone/unusable`;
 * none of them changes the file
 * @example
 * const phone = openSqliteStorage('phone.sqlite')
 */
export function openSqliteStorage(file: string, options: SqliteOptions = {}): SqliteStorage {
  const guarded = <T>(act: () => T): T => {
    try {
      return act()
    } catch (error) {
      throw explainSqliteError(error, file)
    }
  }
  // SQLite would make an empty file.
  if (options.ifAbsent === undefined && !existsSync(file)) throw noPhone(file)
  const db = guarded(() => new DatabaseSync(file, { timeout: options.lockWaitMs ?? lockWaitMs }))
  try {
    return guarded(() => new PhoneFile(db, { file, guarded, ...options }))
  } catch (error) {
    db.close()
    throw error
  }
}

interface Parts extends SqliteOptions {
  readonly file: string
  readonly guarded: <T>(act: () => T) => T
}

class PhoneFile implements SqliteStorage {
  readonly made: boolean
  readonly #db: DatabaseSync
  readonly #parts: Parts
  #kept: Kept
  #texts: Texts = new Map()

  constructor(db: DatabaseSync, parts: Parts) {
    this.#db = db
    this.#parts = parts
    // From the first transaction on the lock is held until the file is closed, or the process ends.
    db.exec(
      'PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = EXTRA; PRAGMA trusted_schema = OFF',
    )
    db.exec('BEGIN EXCLUSIVE')
    this.made = isNew(db)
    if (this.made) this.#kept = this.#make()
    else {
      checkFormat(db, parts.file)
      this.#texts = readTexts(db)
      this.#kept = readKept(this.#texts, parts.file)
      db.exec('COMMIT')
    }
  }

  get belongings(): Belongings {
    return this.#kept.belongings
  }

  get capacityBytes(): number {
    return this.#kept.belongings.storageBytes
  }

  read(): Flash {
    return this.#kept.flash
  }

  commit(change: FlashChange): void {
    this.#become({ ...this.#kept, flash: applyChange(this.#kept.flash, change) })
  }

  keep(changed: Partial<Belongings>): void {
    this.#become({ ...this.#kept, belongings: { ...this.#kept.belongings, ...changed } })
  }

  close(): void {
    this.#db.close()
  }

  /** In the transaction that found the file empty. */
  #make(): Kept {
    const { ifAbsent, file } = this.#parts
    if (ifAbsent === undefined) throw noPhone(file)
    const kept = { flash: emptyFlash, belongings: ifAbsent }
    const texts = textsOf(kept)
    this.#write(schema)
    this.#write(`PRAGMA application_id = ${applicationId}`)
    this.#write(`PRAGMA user_version = ${formatVersion}`)
    this.#writeTexts(texts)
    this.#commit(texts)
    return kept
  }

  #become(kept: Kept): void {
    const texts = textsOf(kept)
    this.#parts.guarded(() => {
      this.#db.exec('BEGIN IMMEDIATE')
      try {
        this.#writeTexts(texts)
        this.#commit(texts)
      } finally {
        if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
      }
    })
    this.#kept = kept
  }

  #commit(texts: Texts): void {
    this.#write('COMMIT')
    this.#texts = texts
    this.#parts.onWrite?.()
  }

  #write(sql: string): void {
    this.#parts.onWrite?.()
    this.#db.exec(sql)
  }

  /** Only what differs from what is there. */
  #writeTexts(texts: Texts): void {
    const put = this.#db.prepare(upsert)
    const cut = this.#db.prepare('DELETE FROM kept WHERE list = ? AND place >= ?')
    for (const [list, after] of texts) {
      const before = this.#texts.get(list) ?? []
      for (const [place, text] of after.entries()) {
        if (before[place] === text) continue
        this.#parts.onWrite?.()
        put.run(list, place, text)
      }
      if (before.length <= after.length) continue
      this.#parts.onWrite?.()
      cut.run(list, after.length)
    }
  }
}

/** Nothing was ever written to it; a process that ended while it made a phone leaves such a file. */
function isNew(db: DatabaseSync): boolean {
  const tables = db.prepare('SELECT count(*) AS count FROM sqlite_schema').get()?.['count']
  const isMarked = pragma(db, 'application_id') !== 0 || pragma(db, 'user_version') !== 0
  return tables === 0 && !isMarked
}

function checkFormat(db: DatabaseSync, file: string): void {
  if (pragma(db, 'application_id') !== applicationId) {
    throw new DataError('phone/not-ours', 'this SQLite file holds no phone', {
      place: file,
      hint: 'Give another file with --phone. This one was left as it is.',
    })
  }
  const version = Number(pragma(db, 'user_version'))
  if (version > formatVersion)
    throw newerPhone(file, `format ${version}, expected ${formatVersion}`)
  const schemas = db.prepare('SELECT sql FROM sqlite_schema').all()
  const isSound = pragma(db, 'quick_check(1)') === 'ok'
  if (version < 1 || schemas.length !== 1 || schemas[0]?.['sql'] !== schema || !isSound) {
    throw damagedPhone(file, 'its tables are not as they were written')
  }
}

function pragma(db: DatabaseSync, name: string): unknown {
  return Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0]
}

function readTexts(db: DatabaseSync): Texts {
  const texts = new Map<string, string[]>()
  for (const row of db.prepare('SELECT list, text FROM kept ORDER BY list, place').iterate()) {
    const list = String(row['list'])
    const known = texts.get(list)
    if (known === undefined) texts.set(list, [String(row['text'])])
    else known.push(String(row['text']))
  }
  return texts
}

function noPhone(file: string): DataError {
  return new DataError('phone/none', 'there is no phone', {
    place: file,
    hint: '`ota phone new` makes one, and so does the first `ota phone open URL`.',
  })
}
