/**
 * The reference run, as it is committed in `reports/reference/`: the default run on the embedded server, and the proof
 * of the checks. Compared where the tests play them anyway, written by `npm run reference`.
 */
import type { RunReport, RunResult } from '../../src/index.ts'
import { loadChecks } from '../../src/check/judge.ts'
import { findClause } from '../../src/check/specs.ts'
import { paper } from '../../src/cli/report-wishes.ts'
import markdown from '../../src/report/reporters/markdown.ts'
import { count } from '../../src/report/views/layout.ts'
import { markdownTable, markdownText } from '../../src/report/views/markdown-text.ts'

const folder = new URL('../../reports/reference/', import.meta.url)

export const referenceFiles = {
  summary: new URL('summary.md', folder),
  checks: new URL('checks.md', folder),
  killMatrix: new URL('kill-matrix.md', folder),
}

/** The Markdown report of a run, without what a wall clock measured. */
export async function tellSummary({ report, traces }: RunResult): Promise<string> {
  const checks = new Map((await loadChecks()).map(({ id, value }) => [id, value]))
  const text = markdown.render({
    report,
    traces,
    clauses: findClause,
    checks: (id) => checks.get(id),
    failOn: 'must',
    invocation: { command: 'run' },
    page: { ...paper, verbose: false },
  })
  return text.replace(/(\| Time \| ` )[^`]* real, /, '$1')
}

/** Every check of a run, area by area, and how many cases exercise it. */
export function tellChecks({ checks, cases, exercised }: RunReport): string {
  const areas = Map.groupBy(checks, ({ check }) => check.split('/')[0] ?? '')
  const blocks = [
    '# Checks',
    `${exercised} of ${count(checks.length, 'check')} exercised in ${count(cases.length, 'case')} on the embedded server.`,
    ...[...areas].flatMap(([area, ofArea]) => [
      `## ${area}`,
      markdownTable([
        ['row', 'check', 'level', 'clause', 'title', 'cases'],
        ...ofArea.map(({ row, check, level, clause, title, exercised: inCases }) => [
          row ?? '',
          check,
          level,
          clause,
          markdownText(title),
          String(inCases),
        ]),
      ]).join('\n'),
    ]),
  ]
  return `${blocks.join('\n\n')}\n`
}
