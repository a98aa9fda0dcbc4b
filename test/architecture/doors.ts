/** Keeps the doors between the rooms of `src/`: who may import whom, and which packages. */
import { posix } from 'node:path'
import type { Door } from './doors.table.ts'
import { lineAt } from './tidy-rule.ts'
import type { TidyRule } from './tidy-rule.ts'
import type { SourceFile } from './source-file.ts'

export function keepDoors(doors: readonly Door[]): TidyRule {
  return {
    name: 'a module imports only from the rooms and packages its own room has a door to',
    broken: [
      ['src/check/a.ts', "import type { Http } from '../handset/ports.ts'\n"],
      ['src/check/checks/report/a.ts', "const a = await import('../../../reference/listen.ts')\n"],
      ['src/reference/a.ts', "import {\n  judge,\n} from '../check/judge.ts'\n"],
      ['src/scenario/a.ts', "import { find } from '../handset/rules/find.ts'\n"],
      ['src/wire/a.ts', "import 'xstate'\n"],
      ['src/wire/a.ts', "import { randomUUID } from 'node:crypto'\n"],
      ['src/wire/a.ts', "import * as crypto from 'node:crypto'\n"],
      ['src/attic/a.ts', "import { a } from './b.ts'\n"],
    ],
    kept: [
      ['src/check/a.ts', "import type { Door } from '../wire/jad.ts'\n"],
      [
        'src/check/a.ts',
        "// as in '../handset/ports.ts'\nconst a = \"from '../handset/ports.ts'\"\n",
      ],
      ['src/scenario/a.ts', "import type { Http } from '../handset/ports.ts'\n"],
      ['src/wire/a.ts', "import { WireError } from '../errors.ts'\n"],
      ['src/wire/a.ts', "import { hash } from 'node:crypto'\n"],
      ['src/cli/a.ts', "const a = await import('../reference/listen.ts')\n"],
      ['test/a.test.ts', "import { a } from '../src/check/judge.ts'\n"],
    ],
    complaints: (file) => {
      if (!file.path.startsWith('src/')) return []
      const home = file.path.slice('src/'.length)
      const door = doors.find(({ from }) => opensTo(from, home))
      if (door === undefined) {
        return [`${file.path}: no row for it; build the row in doors.table.ts with the room`]
      }
      return importsOf(file)
        .filter((found) => !isAllowed(door, home, found))
        .map(
          (found) =>
            `${file.path}:${found.line}: ${door.from} imports ${found.from}; it may import ${[...door.imports, ...door.packages].join(', ') || 'nothing'}`,
        )
    },
  }
}

interface Import {
  readonly from: string
  /** What is taken, as written between the braces; `*` for all of it. */
  readonly names: readonly string[]
  readonly line: number
}

const importPattern =
  /^(?:import|export)\s(?:type\s)?([^'"]*?)\s*from\s'([^']+)'|^import\s'([^']+)'|(?<![.\w])import\(\s*'([^']+)'/gm

/** Static and dynamic imports of a module, and re-exports. */
export function importsOf(file: SourceFile): readonly Import[] {
  return [...file.withoutComments.matchAll(importPattern)]
    .filter((match) => file.code[match.index] !== ' ')
    .map((match) => {
      const [, clause = '*', from, bare, dynamic] = match
      const names = /^\{(.*)\}$/s.exec(clause)?.[1]
      return {
        from: from ?? bare ?? dynamic ?? '',
        names:
          names === undefined
            ? ['*']
            : names.split(',').flatMap((name) => name.trim().split(' as ')[0]?.trim() || []),
        line: lineAt(file.text, match.index),
      }
    })
}

function isAllowed(door: Door, home: string, found: Import): boolean {
  if (!found.from.startsWith('.')) return door.packages.some((row) => givesPackage(row, found))
  const target = posix.join(posix.dirname(home), found.from)
  if (target.startsWith('..')) return false
  return ['errors.ts', door.from, ...door.imports].some((row) => opensTo(row, target))
}

/** Does a row's path, a folder with `/`, its own files with `/*`, a file or `*`, include a path below `src/`? */
function opensTo(row: string, path: string): boolean {
  if (row === '*') return true
  if (row.endsWith('/')) return path.startsWith(row)
  if (row.endsWith('/*')) return posix.dirname(path) === row.slice(0, -2)
  return path === row
}

function givesPackage(row: string, found: Import): boolean {
  const [, name = row, names] = /^(\S+) \{ (.*) \}$/.exec(row) ?? []
  const isIt = name === 'node:*' ? found.from.startsWith('node:') : found.from === name
  return (
    isIt && (names === undefined || found.names.every((one) => names.split(', ').includes(one)))
  )
}
