import type { RunReport } from '../../run/report-model.ts'

export interface Untested {
  readonly reason: string
  /** Names of checks, or ids of cases. */
  readonly names: readonly string[]
}

/** Checks that had nothing to judge, grouped by what was missing. */
export function untestedChecks(report: RunReport): readonly Untested[] {
  const checks = report.checks.filter(({ verdict }) => verdict === 'not-applicable')
  return group(checks.map(({ check, row, reason }) => ({ name: nameOf(check, row), reason })))
}

/** Cases that were not played, grouped by why. */
export function unplayedCases(report: RunReport): readonly Untested[] {
  const cases = report.cases.filter(({ verdict }) => verdict === 'not-applicable')
  return group(cases.map(({ id, reason }) => ({ name: id, reason })))
}

function group(
  things: readonly { readonly name: string; readonly reason: string | undefined }[],
): readonly Untested[] {
  const groups = Map.groupBy(things, ({ reason }) => reason ?? 'no reason was given')
  return [...groups].map(([reason, members]) => ({
    reason,
    names: members.map(({ name }) => name),
  }))
}

export function nameOf(check: string, row: string | undefined): string {
  return row === undefined ? check : `${row} ${check}`
}
