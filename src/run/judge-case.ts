/** One trace judged as a case: what the checks say, and whether the phone got to where the scenario leads. */
import type { Entry } from '../catalogue.ts'
import type { Check } from '../check/check.ts'
import { judge } from '../check/judge.ts'
import { rollUp, type FailOn } from '../check/verdict.ts'
import type { Trace } from '../trace/trace.ts'
import { compareWithExpected } from './expectation.ts'
import { gatherEvidenceOfAbsence } from './offers.ts'
import { whyUntended } from './untended.ts'
import type { CaseReport } from './report-model.ts'
import { tellAttempts } from './tell-attempts.ts'
import { tellPhone } from './tell-phone.ts'
import { tellMessages } from './tell-messages.ts'

export interface CaseMeasure {
  readonly checks: readonly Entry<Check>[]
  readonly failOn: FailOn
  readonly expected: CaseReport['expected']
  /** What the scenario needs of the target. */
  readonly needs: readonly string[]
}

export type JudgedCase = Pick<
  CaseReport,
  | 'verdict'
  | 'reason'
  | 'outcome'
  | 'expectationMet'
  | 'findings'
  | 'phone'
  | 'attempts'
  | 'messages'
>

export function judgeCase(trace: Trace, measure: CaseMeasure): JudgedCase {
  const findings = judge(trace, measure.checks)
  const messages = tellMessages(trace)
  const attempts = tellAttempts(trace)
  const phone = tellPhone(trace)
  const arrival = compareWithExpected(trace, measure.expected)
  const absent = gatherEvidenceOfAbsence(trace, measure.needs)
  const judged = rollUp(findings, measure.failOn)
  const untended = whyUntended(trace)
  const isArrived = arrival.met && untended === undefined
  const verdict = isArrived || judged === 'fail' || judged === 'error' ? judged : 'inconclusive'
  const isAbsent = absent !== undefined && untended === undefined && verdict === 'inconclusive'
  const reason = untended ?? (isAbsent ? absent : arrival.reason)
  return {
    verdict: isAbsent ? 'not-applicable' : verdict,
    ...(reason === undefined ? {} : { reason }),
    ...(arrival.outcome === undefined ? {} : { outcome: arrival.outcome }),
    expectationMet: arrival.met,
    findings,
    ...(phone === undefined ? {} : { phone }),
    ...(attempts.length === 0 ? {} : { attempts }),
    ...(messages.length === 0 ? {} : { messages }),
  }
}
