/** What keeps somebody from a phone, in words. */
import { DataError, OtaError } from '../errors.ts'

interface Meaning {
  readonly code: string
  readonly message: string
  readonly hint: string
}

const damagedHint =
  'Put back a copy, or move it away and begin anew with `ota phone new`. It was left as it is.'

const damaged: Meaning = {
  code: 'phone/damaged',
  message: 'this phone is damaged',
  hint: damagedHint,
}

const inUse: Meaning = {
  code: 'phone/in-use',
  message: 'another process has this phone in its hand',
  hint: 'Wait until it is done, or give another phone with --phone.',
}

/** Primary result codes (SQLite, Result and Error Codes). */
const meanings: ReadonlyMap<number, Meaning> = new Map([
  [5, inUse],
  [6, inUse],
  [11, damaged],
  [
    26,
    {
      code: 'phone/not-ours',
      message: 'this file holds no phone',
      hint: 'Give another file with --phone. This one was left as it is.',
    },
  ],
])

/** What an error of SQLite means to somebody who owns a phone; errors of other kinds stay as they are. */
export function explainSqliteError(error: unknown, file: string): unknown {
  if (error instanceof OtaError || !(error instanceof Error)) return error
  if (!('errcode' in error) || typeof error.errcode !== 'number') return error
  const meaning = meanings.get(error.errcode & 0xff)
  const { code, message, hint } = meaning ?? {
    code: 'phone/unusable',
    message: `the file of this phone cannot be used: ${error.message}`,
    hint: 'See whether its folder exists, may be written to and has room.',
  }
  return new DataError(code, message, { place: file, hint, cause: error })
}

export function newerPhone(file: string, what: string): DataError {
  return new DataError('phone/newer', `a newer version of this program wrote it: ${what}`, {
    place: file,
    hint: 'Use that version, or another phone with --phone. This one was left as it is.',
  })
}

export function damagedPhone(file: string, why: string): DataError {
  return new DataError('phone/damaged', `this phone is damaged: ${why}`, {
    place: file,
    hint: damagedHint,
  })
}
