/**
 * The kernel kills the process at every single system call by which SQLite writes. That takes strace, and a machine on
 * which a process may be traced.
 */
import { execFile, spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSqliteStorage } from '../../src/adapters/storage-sqlite.ts'
import { fromStoredText, toStoredText } from '../../src/adapters/stored-text.ts'
import { DataError } from '../../src/errors.ts'
import { applyChange, emptyFlash } from '../../src/handset/flash.ts'
import type { Flash } from '../../src/handset/flash.ts'
import { exchange, plainBelongings, stored } from './storage-contract.table.ts'

const script = fileURLToPath(new URL('./write-and-die.ts', import.meta.url))
const writes = 'write,pwrite64,fsync,fdatasync,ftruncate,unlink,unlinkat'
const writesMax = 60

const canTrace = spawnSync('strace', ['-e', 'trace=none', 'true']).status === 0

let folder = ''
let begin = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ota-killed-'))
  begin = join(folder, 'begin')
  const phone = openSqliteStorage(begin, { ifAbsent: plainBelongings })
  phone.commit(stored)
  phone.close()
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** @returns whether it came so far */
function killAt(nth: number, act: string, file: string): Promise<boolean> {
  const files = ['-P', file, '-P', `${file}-journal`]
  const kill = ['-e', `trace=${writes}`, '-e', `inject=${writes}:signal=KILL:when=${nth}`]
  const words = [...files, ...kill, '-o', '/dev/null', process.execPath, script, act, file]
  return new Promise((resolve) => {
    execFile('strace', words, (error) => resolve(error !== null))
  })
}

/** Without fields that are undefined. */
const asStored = (flash: Flash) => fromStoredText(toStoredText(flash))

/** What is in the phone, told as the name of the state that it is in. */
function stateOf(file: string, states: ReadonlyMap<string, Flash>): string {
  try {
    const phone = openSqliteStorage(file)
    const flash = phone.read()
    phone.close()
    return (
      [...states].find(([, one]) => isDeepStrictEqual(asStored(one), flash))?.[0] ??
      'something else'
    )
  } catch (error) {
    if (error instanceof DataError) return error.code
    throw error
  }
}

/** The states after a kill at the first write, the second, and so on until nothing is left to kill. */
async function killEverywhere(
  act: string,
  prepare: (file: string) => void,
  states: ReadonlyMap<string, Flash>,
): Promise<readonly string[]> {
  const found: string[] = []
  for (let nth = 1; nth <= writesMax; nth += 1) {
    const file = join(folder, `${act}-${nth}`)
    prepare(file)
    const wasKilled = await killAt(nth, act, file)
    found.push(stateOf(file, states))
    if (!wasKilled) return found
  }
  return [...found, `more than writesMax = ${writesMax} writes`]
}

describe.skipIf(!canTrace)('a process that is killed at any of its writes', () => {
  test(
    'leaves the old suite with its report, or the new one with both',
    { timeout: 90_000 },
    async () => {
      const old = applyChange(emptyFlash, stored)
      const states = new Map([
        ['old', old],
        ['new', applyChange(old, exchange)],
      ])
      const found = await killEverywhere('exchange', (file) => copyFileSync(begin, file), states)
      const turn = found.indexOf('new')
      expect(turn).toBeGreaterThan(8)
      expect(found).toEqual(found.map((_, index) => (index < turn ? 'old' : 'new')))
    },
  )

  test('leaves no phone, or a whole one', { timeout: 90_000 }, async () => {
    const states = new Map([['whole', emptyFlash]])
    const found = await killEverywhere('make', () => {}, states)
    const turn = found.indexOf('whole')
    expect(turn).toBeGreaterThan(4)
    expect(found).toEqual(found.map((_, index) => (index < turn ? 'phone/none' : 'whole')))
    expect(readdirSync(folder)).toContain('make-1')
  })
})
