import type { RunReport } from '../../run/report-model.ts'

export interface ReasonGroup {
  readonly reason: string
  /** Names of checks, or ids of cases. */
  readonly names: readonly string[]
}

/** Checks that had nothing to judge, grouped by what was missing. */
export function untestedChecks(report: RunReport): readonly ReasonGroup[] {
  const checks = report.checks.filter(({ verdict }) => verdict === 'not-applicable')
  return groupByReason(
    checks.map(({ check, row, reason }) => ({ name: nameOf(check, row), reason })),
  )
}

/** Cases that were not played, grouped by why. */
export function unplayedCases(report: RunReport): readonly ReasonGroup[] {
  const cases = report.cases.filter(({ verdict }) => verdict === 'not-applicable')
  return groupByReason(cases.map(({ id, reason }) => ({ name: id, reason })))
}

/** Names of things that share a reason, in the order in which reasons first occur. */
export function groupByReason(
  things: readonly { readonly name: string; readonly reason: string | undefined }[],
): readonly ReasonGroup[] {
  const groups = Map.groupBy(things, ({ reason }) => reason ?? 'no check had anything to judge')
  return [...groups].map(([reason, members]) => ({
    reason,
    names: members.map(({ name }) => name),
  }))
}

export function nameOf(check: string, row: string | undefined): string {
  return row === undefined ? check : `${row} ${check}`
}
