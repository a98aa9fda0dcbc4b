import type { Level, Verdict } from './check.ts'

/** One verdict of one check over one trace, with the event that proves it. */
export interface Finding {
  /** Id of the check. */
  readonly check: string
  readonly row?: string
  readonly level: Level
  readonly clause: string
  readonly title: string
  readonly verdict: Verdict
  /** `seq` of the trace event that proves it. */
  readonly at?: number
  readonly reason: string
  readonly actual?: string
  readonly expected?: string
  readonly cause?: number
  /** Against the baseline; `none` where the baseline says nothing. */
  readonly expectation: 'none' | 'xfail' | 'xpass'
}

/** From which level on a failure makes the target non-conforming. Failures below it are warnings. */
export type FailOn = 'must' | 'should'

/** Worst first. */
const worstFirst = [
  'error',
  'fail',
  'inconclusive',
  'review',
  'pass',
  'not-applicable',
] as const satisfies readonly Verdict[]

/** The worst of several verdicts; `not-applicable` for none, so that nothing exercised is never green. */
export function worstVerdict(verdicts: Iterable<Verdict>): Verdict {
  const seen = new Set(verdicts)
  return worstFirst.find((verdict) => seen.has(verdict)) ?? 'not-applicable'
}

/**
 * One verdict for many findings. Levels that do not count can neither fail nor darken the whole, they only show that
 * something was judged; an expected failure (`xfail`) counts as judged too. Our own errors always count.
 */
export function rollUp(findings: readonly Finding[], failOn: FailOn = 'must'): Verdict {
  return worstVerdict(findings.map((finding) => weigh(finding, failOn)))
}

/** A failure that is shown but does not make the target fail. */
export function isWarning(finding: Finding, failOn: FailOn = 'must'): boolean {
  return finding.verdict === 'fail' && !counts(finding.level, failOn)
}

function weigh({ verdict, level, expectation }: Finding, failOn: FailOn): Verdict {
  if (verdict === 'error' || verdict === 'pass' || verdict === 'not-applicable') return verdict
  if (verdict === 'fail') {
    return counts(level, failOn) && expectation !== 'xfail' ? 'fail' : 'pass'
  }
  return counts(level, failOn) ? verdict : 'not-applicable'
}

function counts(level: Level, failOn: FailOn): boolean {
  return level === 'must' || level === 'must-if' || (failOn === 'should' && level === 'should')
}
