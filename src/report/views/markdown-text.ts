import { excerpt, printable } from './printable.ts'

const codeMax = 300

/** Prose of this product in Markdown, also in a table cell. */
export function markdownText(text: string): string {
  return printable(text).replace(/[\\`*_[\]<>|~#]/g, (character) => `\\${character}`)
}

/** Text of a target as a code span, which holds no links, mentions or markup; also in a table cell. */
export function markdownCode(text: string): string {
  const shown = excerpt(text, codeMax)
  if (shown === '') return '(empty)'
  const longestRun = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longestRun + 1)
  return `${fence} ${shown} ${fence}`.replaceAll('|', '\\|')
}

/** @param rows the first one is the head; cells are Markdown already */
export function markdownTable(rows: readonly (readonly string[])[]): readonly string[] {
  const [head = [], ...rest] = rows
  return [head, head.map(() => '---'), ...rest].map((row) => `| ${row.join(' | ')} |`)
}
