/** The suite tested as the thing that tests: each fault of the server is seen by the checks it names, and by no other. */
import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { tabulateKillMatrix } from '../src/cli/tabulate-kill-matrix.ts'
import { loadFaults } from '../src/reference/faults.ts'
import type { KillMatrix } from '../src/run/kill-matrix.ts'
import { proveChecks } from './reference-run/prove-checks.ts'
import { referenceFiles } from './reference-run/reference-files.ts'

const faults = await loadFaults()

let matrix: KillMatrix

beforeAll(async () => {
  matrix = await proveChecks()
}, 240_000)

describe('a server that', () => {
  it.each(faults.map(({ id, value }) => [value.title, id] as const))(
    '%s fails exactly the checks of %s',
    (_, id) => {
      const row = matrix.rows.find(({ fault }) => fault === id)
      expect({ missed: row?.missed, unrelated: row?.unrelated, errors: row?.errors }).toEqual({
        missed: [],
        unrelated: [],
        errors: 0,
      })
    },
  )
})

describe('the suite', () => {
  it('has no check that no fault kills', () => {
    expect(matrix.unproven).toEqual([])
  })

  it('has no check that is never exercised', () => {
    expect(matrix.unexercised).toEqual([])
  })

  it('has no check that a conforming server fails', () => {
    expect(matrix.red).toEqual([])
    expect(matrix.proven).toBe(true)
  })

  it('is proven as reports/reference says, which `npm run reference` writes', async () => {
    expect(tabulateKillMatrix(matrix)).toBe(await readFile(referenceFiles.killMatrix, 'utf8'))
  })
})
