import type { Entry } from '../catalogue.ts'
import type { Check, Verdict } from '../check/check.ts'
import { worstVerdict } from '../check/verdict.ts'
import { digestOf } from './digest.ts'
import { RUN_REPORT_FORMAT, type CaseReport, type RunReport, type RunStop } from './report-model.ts'
import { summarisePlatforms } from './platforms.ts'
import { summariseChecks } from './summary.ts'

export interface ReportParts {
  readonly cases: readonly CaseReport[]
  readonly checks: readonly Entry<Check>[]
  readonly target: RunReport['target']
  readonly seed: number
  readonly clock: RunReport['clock']
  readonly startsAt: string
  readonly version: string
  readonly stopped: RunStop | undefined
  readonly ms: number
}

/** Judged cases rolled up into the report of a run. */
export function assembleReport(parts: ReportParts): RunReport {
  const { cases, target, seed, clock, startsAt, version, stopped, ms } = parts
  const checks = summariseChecks(parts.checks, cases)
  const exercised = checks.filter((check) => check.exercised > 0).length
  const worst = worstVerdict(cases.map(({ verdict }) => verdict))
  return {
    format: RUN_REPORT_FORMAT,
    tool: { name: 'ota-handset', version },
    target: { name: target.name, hosts: target.hosts, embedded: target.embedded },
    seed,
    clock,
    startsAt,
    verdict: exercised === 0 ? withoutEvidence(worst) : worst,
    unreachable: stopped?.why === 'unreachable',
    ...(stopped === undefined ? {} : { stopped }),
    exercised,
    cases,
    checks,
    ...summarisePlatforms(cases),
    traceHash: digestOf(cases.map(({ traceHash }) => traceHash ?? '').join('\n')),
    virtualMs: cases.reduce((sum, { virtualMs }) => sum + virtualMs, 0),
    measured: { ms: Math.round(ms) },
  }
}

/** Nothing exercised is never green. */
function withoutEvidence(worst: Verdict): Verdict {
  return worst === 'pass' ? 'not-applicable' : worst
}
