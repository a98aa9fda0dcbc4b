/** A linter rule that cannot fail is a defect: each one that .oxlintrc.json names is given code that breaks it. */
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { lintViolations } from './lint-violations.table.ts'
import type { LintViolation } from './lint-violations.table.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const violations: readonly LintViolation[] = lintViolations
const Configuration = z.object({ rules: z.record(z.string(), z.unknown()) })
const Report = z.object({
  diagnostics: z.array(z.object({ code: z.string(), filename: z.string() })),
})

let folder: string
let reported: ReadonlySet<string>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ota-lint-'))
  await Promise.all([
    cp(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json')),
    cp(join(root, 'tsconfig.json'), join(folder, 'tsconfig.json')),
    symlink(join(root, 'node_modules'), join(folder, 'node_modules')),
    ...violations.flatMap((violation, index) => {
      const path = pathOf(violation, index)
      const code = violation.code.replaceAll('./a.ts', `./${basename(path)}`)
      return [
        place(path, code.replaceAll('./b.ts', `./${index}-b.ts`)),
        place(join(dirname(path), `${index}-b.ts`), importing(basename(path))),
      ]
    }),
  ])
  const { diagnostics } = Report.parse(JSON.parse(await lint()))
  reported = new Set(diagnostics.map(({ code, filename }) => `${filename} ${code}`))
}, 60_000)

afterAll(() => rm(folder, { recursive: true }))

test.each(
  violations.map((violation, index) => ({ rule: violation.rule, path: pathOf(violation, index) })),
)('$rule is reported where it is broken', ({ rule, path }) => {
  expect([...reported].filter((line) => line.startsWith(path))).toContain(`${path} ${rule}`)
})

test('every rule that the configuration names is tested', async () => {
  const text = await readFile(join(root, '.oxlintrc.json'), 'utf8')
  const { rules } = Configuration.parse(JSON.parse(text))
  const named = Object.keys(rules)
    .filter((rule) => rules[rule] !== 'off')
    .map((rule) =>
      rule.includes('/') ? rule.replace(/^(\w+)\/(.*)$/, '$1($2)') : `eslint(${rule})`,
    )
  expect(violations.map(({ rule }) => rule).toSorted()).toEqual(named.toSorted())
})

function pathOf(violation: LintViolation, index: number): string {
  return (violation.path ?? 'src/*.ts').replace('*', String(index))
}

function importing(name: string): string {
  return `import { a } from './${name}'; export type B = number; export const b = (): unknown => a`
}

async function place(path: string, text: string): Promise<void> {
  const full = join(folder, path)
  await mkdir(dirname(full), { recursive: true })
  await writeFile(full, `${text}\n`)
}

/** Violations make the linter end with a failure, so its exit code is not looked at; its report is. */
function lint(): Promise<string> {
  const args = [
    join(root, 'node_modules/oxlint/bin/oxlint'),
    '--type-aware',
    '-f',
    'json',
    'src',
    'test',
  ]
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 24 }, (_error, stdout) => {
      resolve(stdout)
    })
  })
}
