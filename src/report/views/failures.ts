import type { Level } from '../../check/check.ts'
import { isWarning, type FailOn } from '../../check/verdict.ts'
import type { CaseReport, Finding, RunReport } from '../../run/report-model.ts'

/** One failing check, shown by its first failing case. */
export interface Failure {
  readonly finding: Finding
  readonly case: CaseReport
  /** Cases in which it failed, and in which it was exercised. */
  readonly failed: number
  readonly exercised: number
  /** Its level does not count against the target. */
  readonly warning: boolean
  /** The baseline expects it. */
  readonly expected: boolean
}

const worstLevelFirst = [
  'must',
  'must-if',
  'should',
  'field',
  'may',
] as const satisfies readonly Level[]

/** Failing checks, worst first: by level, then by the number of cases, then by id. */
export function failuresOf(report: RunReport, failOn: FailOn): readonly Failure[] {
  const first = new Map<string, Failure>()
  for (const one of report.cases) {
    for (const finding of one.findings) {
      if (finding.verdict !== 'fail' || first.has(finding.check)) continue
      const check = report.checks.find(({ check: id }) => id === finding.check)
      first.set(finding.check, {
        finding,
        case: one,
        failed: check?.failed ?? 1,
        exercised: check?.exercised ?? 1,
        warning: isWarning(finding, failOn),
        expected: finding.expectation === 'xfail',
      })
    }
  }
  return [...first.values()].toSorted(
    (a, b) =>
      worstLevelFirst.indexOf(a.finding.level) - worstLevelFirst.indexOf(b.finding.level) ||
      b.failed - a.failed ||
      (a.finding.check < b.finding.check ? -1 : 1),
  )
}
