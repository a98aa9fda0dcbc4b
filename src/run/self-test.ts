/** The suite tested as the thing that tests: the reference passes every check, each check is killed by a server fault. */
import type { RunReport } from './report-model.ts'

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
  /** Every check. */
  readonly kills: readonly Kill[]
  /** Checks that no fault kills. */
  readonly unproven: readonly string[]
  /** Checks that judged nothing on the reference without a fault. */
  readonly unexercised: readonly string[]
  /** Checks that fail on the reference without a fault. */
  readonly red: readonly string[]
  /** True when every list above is empty and no case ended by a defect of ours. */
  readonly proven: boolean
}

export interface SelfTestInput {
  readonly faults: readonly {
    readonly id: string
    readonly value: { readonly title: string; readonly breaks: readonly string[] }
  }[]
  /** Plays the whole suite against the reference, with a fault or without. */
  readonly play: (fault: string | undefined) => Promise<RunReport>
  readonly onFault?: ((done: number, total: number, row: FaultRow) => void) | undefined
}

export async function selfTest({ faults, play, onFault }: SelfTestInput): Promise<KillMatrix> {
  const reference = await play(undefined)
  const rows: FaultRow[] = []
  for (const { id, value } of faults) {
    const row = compare(id, value, await play(id))
    rows.push(row)
    onFault?.(rows.length, faults.length, row)
  }
  const kills = reference.checks.map(({ check }) => ({
    check,
    faults: rows.filter((row) => isKilled(check, row)).map(({ fault }) => fault),
  }))
  const matrix = {
    rows,
    kills,
    unproven: kills.filter(({ faults: by }) => by.length === 0).map(({ check }) => check),
    unexercised: reference.checks
      .filter(({ exercised }) => exercised === 0)
      .map(({ check }) => check),
    red: failedChecks(reference),
  }
  const isClean = [matrix.unproven, matrix.unexercised, matrix.red].every(
    (list) => list.length === 0,
  )
  return { ...matrix, proven: isClean && rows.every(isExact) && reference.verdict === 'pass' }
}

/** Did the fault break what it says it breaks, and nothing else? */
export function isExact({ missed, unrelated, errors }: FaultRow): boolean {
  return missed.length === 0 && unrelated.length === 0 && errors === 0
}

function isKilled(check: string, { breaks, failed }: FaultRow): boolean {
  return breaks.includes(check) && failed.includes(check)
}

function compare(
  fault: string,
  { title, breaks }: { readonly title: string; readonly breaks: readonly string[] },
  report: RunReport,
): FaultRow {
  const failed = failedChecks(report)
  return {
    fault,
    title,
    breaks,
    failed,
    missed: breaks.filter((check) => !failed.includes(check)),
    unrelated: failed.filter((check) => !breaks.includes(check)),
    errors: report.cases.filter(({ verdict }) => verdict === 'error').length,
  }
}

function failedChecks(report: RunReport): readonly string[] {
  return report.checks.filter(({ failed }) => failed > 0).map(({ check }) => check)
}
