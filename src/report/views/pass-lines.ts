import type { CheckReport } from '../../run/report-model.ts'
import type { ReportInput } from '../reporter.ts'
import { exchangeLines } from './exchange-lines.ts'
import { count, labelled } from './layout.ts'
import { excerpt } from './printable.ts'
import { nameOf } from './not-tested.ts'
import { exchangeOf } from './proof.ts'

const linesShownMax = 4
const reasonMax = 200

/** A check that passed, with the first place that proves it. */
export function passLines(check: CheckReport, input: ReportInput): readonly string[] {
  const { page, report, traces } = input
  const head = `${page.paint('green', 'pass')} ${nameOf(check.check, check.row)} (${check.level})`
  const one = report.cases.find(({ findings }) =>
    findings.some((finding) => finding.check === check.check && finding.verdict === 'pass'),
  )
  const finding = one?.findings.find(({ check: id }) => id === check.check)
  if (one === undefined || finding === undefined) return [`  ${head}`]
  const exchange = exchangeOf(finding, traces.get(one.id))
  const wire = exchange === undefined ? [] : exchangeLines(exchange, finding.actual)
  const margin = { indent: 4, labelWidth: 0, columns: page.columns }
  return [
    `  ${head} in ${count(check.exercised, 'case')}`,
    ...labelled('', excerpt(finding.reason, reasonMax), margin),
    ...wire
      .slice(0, linesShownMax)
      .map(({ side, text }) => `    ${side} ${text}`.slice(0, page.columns)),
    `    ${excerpt(one.id, reasonMax)}, event ${finding.at ?? 'unknown'}`,
  ]
}
