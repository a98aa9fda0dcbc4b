/** Each check over all cases of a run. */
import type { Entry } from '../catalogue.ts'
import type { Check } from '../check/check.ts'
import { worstVerdict } from '../check/verdict.ts'
import type { CaseReport, CheckReport, Finding } from './report-model.ts'

export function summariseChecks(
  checks: readonly Entry<Check>[],
  cases: readonly CaseReport[],
): readonly CheckReport[] {
  const byCheck = Map.groupBy(
    cases.flatMap((report) => report.findings.map((finding) => ({ caseId: report.id, finding }))),
    ({ finding }) => finding.check,
  )
  return checks.map(({ id, value }) => {
    const found = byCheck.get(id) ?? []
    const { row, level, clause, title, absent } = value
    const casesWith = (test: (finding: Finding) => boolean) =>
      new Set(found.filter(({ finding }) => test(finding)).map(({ caseId }) => caseId)).size
    const verdict = worstVerdict(found.map(({ finding }) => finding.verdict))
    return {
      check: id,
      ...(row === undefined ? {} : { row }),
      level,
      clause,
      title,
      verdict,
      exercised: casesWith(({ verdict: one }) => one === 'pass' || one === 'fail'),
      failed: casesWith(({ verdict: one }) => one === 'fail'),
      ...(verdict === 'not-applicable' ? { reason: absent } : {}),
    }
  })
}
