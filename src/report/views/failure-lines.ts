import type { ReportInput } from '../reporter.ts'
import { curlLine } from './curl-line.ts'
import { exchangeLines } from './exchange-lines.ts'
import type { Failure } from './failures.ts'
import { count, labelled, wrap } from './layout.ts'
import { excerpt } from './printable.ts'
import { exchangeOf, proofOf } from './proof.ts'
import { rerunLine } from './rerun-line.ts'
import { targetLog } from './target-log.ts'

const labelWidth = 10
const valueMax = 300

/** One failing check on one screen: what is asked, what was seen, why it matters, how to see it again. */
export function failureLines(failure: Failure, input: ReportInput): readonly string[] {
  const { finding, case: one } = failure
  const { report, page, invocation } = input
  const margin = { indent: 2, labelWidth, columns: page.columns }
  const clause = input.clauses(finding.clause)
  const where = clause === undefined ? '' : ` (${clause.document}: ${clause.section})`
  const explain = input.checks(finding.check)?.explain
  return [
    headLine(failure, input),
    ...labelled('', finding.title, { ...margin, labelWidth: 0 }),
    ...labelled('Clause', `${finding.clause}: ${clause?.paraphrase ?? ''}${where}`, margin),
    ...labelled('Expected', excerpt(finding.expected ?? finding.title, valueMax), margin),
    ...labelled('Found', excerpt(finding.actual ?? finding.reason, valueMax), margin),
    ...labelled('Octets', octetLines(failure, input), margin),
    ...(explain === undefined ? [] : labelled('Why', explain, margin)),
    ...labelled('Log', targetLog(input.traces.get(one.id)), margin),
    ...labelled('Case', excerpt(`${one.id}, event ${finding.at ?? 'unknown'}`, valueMax), margin),
    ...labelled('Again', [rerunLine(one, report, invocation)], margin),
    ...curlLines(failure, input).flatMap((line) => labelled('curl', [line], margin)),
  ]
}

function headLine({ finding, failed, exercised, warning }: Failure, input: ReportInput) {
  const { paint } = input.page
  const word = warning ? paint('yellow', 'WARN') : paint('red', 'FAIL')
  const row = finding.row === undefined ? '' : `${finding.row}, `
  const cases = `${failed} of ${count(exercised, 'case')}`
  return `${word} ${paint('bold', finding.check)} (${row}${finding.level}) in ${cases}`
}

function octetLines({ finding, case: one }: Failure, input: ReportInput): readonly string[] {
  const trace = input.traces.get(one.id)
  const exchange = exchangeOf(finding, trace)
  const width = input.page.columns - labelWidth - 4
  if (exchange === undefined) {
    const proof = proofOf(finding, trace)
    return proof === undefined ? [] : [`event ${proof.seq}: ${proof.type}`]
  }
  return exchangeLines(exchange, finding.actual).flatMap(({ side, text, marked }) =>
    cut(text, width).map((piece) => `${side} ${marked ? input.page.paint('bold', piece) : piece}`),
  )
}

function curlLines({ finding, case: one }: Failure, input: ReportInput): readonly string[] {
  const exchange = exchangeOf(finding, input.traces.get(one.id))
  return exchange === undefined ? [] : [curlLine(exchange.request)]
}

/** Octets are cut where the line ends, not between words. */
function cut(text: string, width: number): readonly string[] {
  const pieces: string[] = []
  for (let at = 0; at < text.length; at += width) pieces.push(text.slice(at, at + width))
  return pieces
}

/** One line for a failing check that is told in full elsewhere, or not at all. */
export function failureSummary(failure: Failure, input: ReportInput): readonly string[] {
  const { finding } = failure
  const text = excerpt(finding.reason, valueMax)
  const lines = wrap(text, input.page.columns - 4).map((line) => `    ${line}`)
  return [`  ${headLine(failure, input)}`, ...lines]
}
