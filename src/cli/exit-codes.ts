import type { RunReport } from '../run/report-model.ts'

/** What the process says to a shell. Printed in `ota --help`; numbers never change their meaning. */
export const exitCodes = {
  conforms: 0,
  doesNotConform: 1,
  usage: 2,
  nothingExercised: 3,
  harnessError: 4,
  unreachable: 5,
  staleBaseline: 6,
  interrupted: 130,
} as const satisfies Record<string, number>

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

export const exitCodesHelp = `Exit codes:
  0   conforms
  1   does not conform, or was not shown to
  2   wrong usage, or a data file that cannot be read
  3   nothing was exercised
  4   an error of this program; says nothing about the target
  5   the target cannot be reached
  6   the baseline expects a failure that no longer happens
  78  this Node.js is too old
  130 interrupted; the report tells of what was played until then`

/** The exit code of a finished run; the worst thing that can be said of it decides. */
export function exitCodeOf(report: RunReport): ExitCode {
  if (report.stopped?.why === 'interrupted') return exitCodes.interrupted
  if (report.verdict === 'error') return exitCodes.harnessError
  if (report.unreachable) return exitCodes.unreachable
  if (report.exercised === 0) return exitCodes.nothingExercised
  if (report.verdict !== 'pass') return exitCodes.doesNotConform
  const stale = report.cases.some((one) =>
    one.findings.some((finding) => finding.expectation === 'xpass'),
  )
  return stale ? exitCodes.staleBaseline : exitCodes.conforms
}
