import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { exitCodeOf, exitCodes } from '../../src/cli/exit-codes.ts'
import type { RunReport } from '../../src/run/report-model.ts'
import { greenReport, sampleReport } from '../report/sample-run.ts'

const stale: RunReport = {
  ...greenReport,
  cases: greenReport.cases.map((one) => ({
    ...one,
    findings: one.findings.map((finding) => ({ ...finding, expectation: 'xpass' as const })),
  })),
}

test.each([
  ['a run in which all is right', greenReport, 0],
  ['a failed run', sampleReport, 1],
  ['a run that stayed open', { ...greenReport, verdict: 'inconclusive' }, 1],
  ['a run that a person has to look at', { ...greenReport, verdict: 'review' }, 1],
  ['a run in which nothing was exercised', { ...greenReport, exercised: 0 }, 3],
  ['a failed run with an error of ours', { ...sampleReport, verdict: 'error' }, 4],
  ['a run without an answer', { ...sampleReport, verdict: 'inconclusive', unreachable: true }, 5],
  ['a run better than its baseline', stale, 6],
  [
    'a run that was interrupted',
    { ...sampleReport, stopped: { why: 'interrupted', detail: '' } },
    130,
  ],
] as const satisfies readonly (readonly [string, RunReport, number])[])(
  '%s exits as the help says',
  (_, report, code) => {
    expect(exitCodeOf(report)).toBe(code)
  },
)

test('the help names every exit code', () => {
  const help = readFileSync(new URL('../../bin/help.txt', import.meta.url), 'utf8')
  const told = [...help.matchAll(/^ {2}(\d+) +/gm)].map(([, code]) => Number(code))
  expect(told.toSorted((a, b) => a - b)).toEqual(
    [...Object.values(exitCodes), 78].toSorted((a, b) => a - b),
  )
})
