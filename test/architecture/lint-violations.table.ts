/**
 * For each rule that .oxlintrc.json turns on by name: code that breaks it, in a file named after `path` or `src/*.ts`.
 * There `./a.ts` is the file itself and `./b.ts` a module that imports it.
 */
export interface LintViolation {
  readonly rule: string
  readonly code: string
  readonly path?: string
}

const manyLines = (line: string, lines: number) => `${line}\n`.repeat(lines)

export const lintViolations = [
  {
    rule: 'eslint(complexity)',
    code: `export const f = (a: number) => ${'a > 1 && '.repeat(16)}true`,
  },
  { rule: 'eslint(eqeqeq)', code: 'export const f = (a: string) => a == "1"' },
  {
    rule: 'eslint(max-depth)',
    code: 'export function f(a: number) { if (a) { for (;;) { while (a) { if (a > 1) return } } } }',
  },
  { rule: 'eslint(max-lines)', code: manyLines('export {}', 301) },
  {
    rule: 'eslint(max-lines-per-function)',
    code: `export function f(a: number) {\n${manyLines('f(a)', 61)}}`,
  },
  {
    rule: 'eslint(max-params)',
    code: 'export const f = (a: 1, b: 1, c: 1, d: 1, e: 1) => a + b + c + d + e',
  },
  { rule: 'eslint(no-console)', code: 'console.log(1)' },
  {
    rule: 'eslint(no-else-return)',
    code: 'export function f(a: number) { if (a) return 1; else return 2 }',
  },
  { rule: 'eslint(no-empty)', code: 'export function f() { try { f() } catch {} }' },
  {
    rule: 'eslint(no-nested-ternary)',
    code: 'export const f = (a: number) => (a ? (a > 1 ? 1 : 2) : 3)',
  },
  { rule: 'eslint(no-param-reassign)', code: 'export function f(a: number) { a = 1; return a }' },
  { rule: 'eslint(no-var)', code: 'export var a = 1' },
  { rule: 'eslint(prefer-const)', code: 'let a = 1; export const b = a' },
  { rule: 'import(no-cycle)', code: "import { b } from './b.ts'; export const a = () => b()" },
  { rule: 'import(no-default-export)', code: 'export default 1' },
  {
    rule: 'import(no-self-import)',
    code: "import { a as b } from './a.ts'; export const a = () => b",
  },
  {
    rule: 'typescript(consistent-type-assertions)',
    code: 'export const f = (a: string | number) => a as string',
  },
  {
    rule: 'typescript(consistent-type-imports)',
    code: "import { B } from './b.ts'; export const a: B = 1",
  },
  { rule: 'typescript(no-explicit-any)', code: 'export const f = (a: any) => a === 1' },
  { rule: 'typescript(no-floating-promises)', code: 'const f = async () => 1; f()' },
  {
    rule: 'typescript(no-misused-promises)',
    code: 'export const f = (a: Promise<number>) => { if (a) return 1; return 2 }',
  },
  { rule: 'typescript(no-non-null-assertion)', code: 'export const f = (a?: string) => a!.length' },
  {
    rule: 'typescript(no-unnecessary-type-assertion)',
    code: 'export const f = (a: string) => a as string',
    path: 'src/handset/machines/*.machine.ts',
  },
  {
    rule: 'typescript(no-unsafe-argument)',
    code: 'const f = (a: string) => a; export const b = f(JSON.parse("1"))',
  },
  { rule: 'typescript(no-unsafe-call)', code: 'export const a: string = JSON.parse("1")()' },
  {
    rule: 'typescript(no-unsafe-member-access)',
    code: 'export const a: string = JSON.parse("1").b',
  },
  { rule: 'typescript(no-unsafe-return)', code: 'export const f = (): string => JSON.parse("1")' },
  { rule: 'typescript(only-throw-error)', code: "export function f() { throw 'a' }" },
  {
    rule: 'typescript(parameter-properties)',
    code: 'export class A { constructor(readonly b: string) {} }',
  },
  {
    rule: 'typescript(switch-exhaustiveness-check)',
    code: "export function f(a: 'b' | 'c') { switch (a) { case 'b': return 1 } return 2 }",
  },
  { rule: 'unicorn(no-null)', code: 'export const a = null' },
  {
    rule: 'vitest(no-disabled-tests)',
    code: "import { expect, test } from 'vitest'; test.skip('a', () => { expect(1).toBe(1) })",
    path: 'test/*.test.ts',
  },
  {
    rule: 'vitest(no-focused-tests)',
    code: "import { expect, test } from 'vitest'; test.only('a', () => { expect(1).toBe(1) })",
    path: 'test/*.test.ts',
  },
  {
    rule: 'vitest(expect-expect)',
    code: "import { test } from 'vitest'; test('a', () => {})",
    path: 'test/*.test.ts',
  },
] as const satisfies readonly LintViolation[]
