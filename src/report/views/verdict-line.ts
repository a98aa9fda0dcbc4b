import type { CaseReport, RunReport } from '../../run/report-model.ts'
import { isWarning, type FailOn } from '../../check/verdict.ts'
import { count } from './layout.ts'
import { excerpt } from './printable.ts'
import type { Style } from '../reporter.ts'

export interface VerdictLine {
  /** Two or three words in capitals. */
  readonly word: string
  /** The sentence that goes on after them. */
  readonly sentence: string
  readonly style: Style
}

const stopMax = 120
const reasonMax = 300

/** The first thing a reader sees. */
export function verdictLine(report: RunReport, failOn: FailOn): VerdictLine {
  const { verdict, exercised, stopped } = report
  if (verdict === 'error') {
    const broken = report.cases.filter((one) => one.verdict === 'error').length
    const sentence = `${count(broken, 'case')} ended in an error of this program; nothing is said about the target`
    return { word: 'HARNESS ERROR', sentence, style: 'red' }
  }
  if (report.unreachable) {
    const sentence = excerpt(stopped?.detail ?? 'not a single answer came back', reasonMax)
    return { word: 'TARGET UNREACHABLE', sentence, style: 'red' }
  }
  const played = `${count(exercised, 'check')} exercised in ${count(playedCases(report), 'case')}`
  if (stopped?.why === 'interrupted') {
    const failed = failedChecks(report, failOn)
    const sentence = `${played}, ${failed === 0 ? 'none' : String(failed)} failed until then`
    return { word: 'INTERRUPTED', sentence, style: failed === 0 ? 'yellow' : 'red' }
  }
  if (exercised === 0) {
    return {
      word: 'NOTHING EXERCISED',
      sentence: 'no check had anything to judge',
      style: 'yellow',
    }
  }
  if (verdict === 'fail') {
    const failed = failedChecks(report, failOn)
    const sentence = `${failed} of ${count(exercised, 'check')} failed`
    return { word: 'DOES NOT CONFORM', sentence, style: 'red' }
  }
  if (verdict === 'pass') {
    return { word: 'CONFORMS', sentence: `${played}, none failed`, style: 'green' }
  }
  const open = report.cases.filter((one) => one.verdict === verdict)
  const stop = commonStop(open)
  const sentence =
    verdict === 'review'
      ? `${played}; in ${count(open.length, 'case')} a person has to look`
      : `${played}; ${count(open.length, 'case')} did not get far enough to tell` +
        (stop === undefined ? '' : `, most for one reason: ${excerpt(stop, stopMax)}`)
  return { word: 'NOT SHOWN TO CONFORM', sentence, style: 'yellow' }
}

/** Where most of these cases ended, if it was one place: a link that leads nowhere stops them all. */
function commonStop(open: readonly CaseReport[]): string | undefined {
  const stops = open.flatMap(({ outcome }) =>
    outcome?.kind === 'dead-end' || outcome?.kind === 'refused' ? [outcome.reason] : [],
  )
  const groups = [...Map.groupBy(stops, (reason) => reason)]
  const common = groups.find(([, alike]) => alike.length * 2 > open.length)
  return open.length > 1 ? common?.[0] : undefined
}

export function playedCases(report: RunReport): number {
  return report.cases.filter(({ events }) => events > 0).length
}

function failedChecks(report: RunReport, failOn: FailOn): number {
  const failed = report.cases
    .flatMap(({ findings }) => findings)
    .filter(
      (finding) =>
        finding.verdict === 'fail' &&
        finding.expectation !== 'xfail' &&
        !isWarning(finding, failOn),
    )
  return new Set(failed.map(({ check }) => check)).size
}
