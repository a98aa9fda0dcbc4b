/** The suite tested as the thing that tests: which fault of the reference server each check sees. */
import type { Entry } from '../catalogue.ts'
import type { Check, Verdict } from '../check/check.ts'
import { worstVerdict } from '../check/verdict.ts'
import type { CaseReport } from './report-model.ts'
import { summariseChecks } from './summary.ts'

export interface FaultRow {
  readonly fault: string
  readonly title: string
  /** Checks the fault says it breaks. */
  readonly breaks: readonly string[]
  /** Checks that failed. */
  readonly failed: readonly string[]
  /** Of `breaks`, those that did not fail: the check does not see the fault. */
  readonly missed: readonly string[]
  /** Failed although the fault does not name them: red for the wrong reason. */
  readonly unrelated: readonly string[]
  /** Cases that ended by a defect of ours. */
  readonly errors: number
}

/** One check, and the faults that it sees. */
export interface Kill {
  readonly check: string
  readonly faults: readonly string[]
}

export interface KillMatrix {
  readonly rows: readonly FaultRow[]
  /** Every check that was to be proven. */
  readonly kills: readonly Kill[]
  /** Of them, those that no fault kills. */
  readonly unproven: readonly string[]
  /** Of them, those that judged nothing on the reference without a fault. */
  readonly unexercised: readonly string[]
  /** Checks that fail on the reference without a fault, whichever were to be proven. */
  readonly red: readonly string[]
  /** True when every list above is empty and no case ended by a defect of ours. */
  readonly proven: boolean
}

/** What the matrix needs to know of a case that was played with a fault. */
export interface SpoiltCase {
  readonly verdict: Verdict
  /** Checks that failed. */
  readonly failed: readonly string[]
  readonly traceHash: string | undefined
}

export type NamedFault = Entry<{ readonly title: string; readonly breaks: readonly string[] }>

export interface MatrixParts {
  readonly faults: readonly NamedFault[]
  readonly checks: readonly Entry<Check>[]
  /** Ids of the checks that are to be proven; none: all. */
  readonly only: readonly string[] | undefined
  /** The cases without a fault. */
  readonly reference: readonly CaseReport[]
  /** By fault and place in the plan; what was not played with a fault is as it was without. */
  readonly spoilt: ReadonlyMap<string, ReadonlyMap<number, SpoiltCase>>
}

export function makeKillMatrix(parts: MatrixParts): KillMatrix {
  const { checks, only, reference } = parts
  const rows = rowsOf(parts)
  const summary = summariseChecks(checks, reference)
  const wanted = summary.filter(({ check }) => only === undefined || only.includes(check))
  const kills = wanted.map(({ check }) => ({
    check,
    faults: rows.filter((row) => isKilled(check, row)).map(({ fault }) => fault),
  }))
  const matrix = {
    rows,
    kills,
    unproven: kills.filter(({ faults }) => faults.length === 0).map(({ check }) => check),
    unexercised: wanted.filter(({ exercised }) => exercised === 0).map(({ check }) => check),
    red: summary.filter(({ failed }) => failed > 0).map(({ check }) => check),
  }
  const isClean = [matrix.unproven, matrix.unexercised, matrix.red].every(
    (list) => list.length === 0,
  )
  const passes = worstVerdict(reference.map(({ verdict }) => verdict)) === 'pass'
  return { ...matrix, proven: isClean && rows.every(isExact) && passes }
}

/** Did the fault break what it says it breaks, and nothing else? */
export function isExact({ missed, unrelated, errors }: FaultRow): boolean {
  return missed.length === 0 && unrelated.length === 0 && errors === 0
}

export function spoiltCaseOf({ verdict, findings, traceHash }: CaseReport): SpoiltCase {
  const failures = findings.filter((finding) => finding.verdict === 'fail')
  return { verdict, failed: [...new Set(failures.map(({ check }) => check))], traceHash }
}

function isKilled(check: string, { breaks, failed }: FaultRow): boolean {
  return breaks.includes(check) && failed.includes(check)
}

function rowsOf({ faults, checks, reference, spoilt }: MatrixParts): readonly FaultRow[] {
  const unspoilt = reference.map(spoiltCaseOf)
  const ids = checks.map(({ id }) => id)
  return faults.map(({ id, value: { title, breaks } }) => {
    const cases = unspoilt.map((usual, index) => spoilt.get(id)?.get(index) ?? usual)
    const broken = new Set(cases.flatMap((one) => one.failed))
    const failed = ids.filter((check) => broken.has(check))
    return {
      fault: id,
      title,
      breaks,
      failed,
      missed: breaks.filter((check) => !broken.has(check)),
      unrelated: failed.filter((check) => !breaks.includes(check)),
      errors: cases.filter(({ verdict }) => verdict === 'error').length,
    }
  })
}
