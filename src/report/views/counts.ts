import type { Level, Verdict } from '../../check/check.ts'
import type { RunReport } from '../../run/report-model.ts'

const levels = ['must', 'must-if', 'should', 'may', 'field'] as const satisfies readonly Level[]
const verdicts = [
  'fail',
  'error',
  'inconclusive',
  'review',
  'pass',
  'not-applicable',
] as const satisfies readonly Verdict[]

/** Checks by verdict and level: a head row, then a row for each verdict that occurs. */
export function countsTable(report: RunReport): readonly (readonly string[])[] {
  const rows = verdicts.flatMap((verdict) => {
    const cells = levels.map(
      (level) =>
        report.checks.filter((check) => check.verdict === verdict && check.level === level).length,
    )
    const total = cells.reduce((sum, cell) => sum + cell, 0)
    return total === 0 ? [] : [[verdict, ...cells.map(zeroAsDot), String(total)]]
  })
  return [['checks', ...levels, 'all'], ...rows]
}

function zeroAsDot(cell: number): string {
  return cell === 0 ? '·' : String(cell)
}
