/** The repository keeps its own rules: doors between rooms, bans, names, sizes. Each rule is tested by its own examples first. */
import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { keepBan } from './architecture/ban.ts'
import { bans } from './architecture/bans.table.ts'
import { keepDoors } from './architecture/doors.ts'
import { doors } from './architecture/doors.table.ts'
import { namesAndSizes } from './architecture/names-and-sizes.ts'
import { keepEverybodyEqual } from './architecture/nobody-is-special.ts'
import { repositoryFiles, sourceFile } from './architecture/source-file.ts'
import { generatedFiles } from './generated-files.ts'

const files = repositoryFiles()
const rules = [keepDoors(doors), ...bans.map(keepBan), ...namesAndSizes, keepEverybodyEqual(files)]

describe.each(rules)('$name', (rule) => {
  test.each(rule.broken)('%s is told from its broken example %j', (path, text) => {
    expect(rule.complaints(sourceFile(path, text))).not.toEqual([])
  })

  test.each(rule.kept)('%s may hold %j', (path, text) => {
    expect(rule.complaints(sourceFile(path, text))).toEqual([])
  })

  test('all files of the repository keep it', () => {
    expect(files.flatMap((file) => rule.complaints(file))).toEqual([])
  })
})

test('every door leads from a room that exists', () => {
  const rooms = new Set(files.map(({ path }) => path.replace(/^src\/([^/]+\/?).*$/, '$1')))
  expect(doors.map(({ from }) => from).filter((from) => !rooms.has(from))).toEqual([])
})

test.each(generatedFiles)('$path is what `npm run generate` writes', async ({ path, make }) => {
  expect(await readFile(new URL(`../${path}`, import.meta.url), 'utf8')).toBe(await make())
})
