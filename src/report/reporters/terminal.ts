import type { CaseReport } from '../../run/report-model.ts'
import { defineReporter, type ReportInput } from '../reporter.ts'
import { countsTable } from '../views/counts.ts'
import { factsOf } from '../views/facts.ts'
import { failureLines, failureSummary } from '../views/failure-lines.ts'
import { failuresOf } from '../views/failures.ts'
import { columnsOf, count, labelled, wrap, wrapList } from '../views/layout.ts'
import { messagesOf } from '../views/message-lines.ts'
import { groupByReason, nameOf, unplayedCases, untestedChecks } from '../views/not-tested.ts'
import type { ReasonGroup } from '../views/not-tested.ts'
import { isOfSeveral, matrixTable, proofOf, standOf } from '../views/platform-tables.ts'
import { passLines } from '../views/pass-lines.ts'
import { excerpt } from '../views/printable.ts'
import { verdictLine } from '../views/verdict-line.ts'

/** Failing checks told in full; the others get a line. */
const toldInFullMax = 5
const namesToldMax = 8
const groupsToldMax = 10
const textMax = 300

export default defineReporter({
  title: 'plain text for a person; the verdict comes first',
  extension: '.txt',
  render(input) {
    // Of a target that was never reached there is nothing to tell but that.
    if (input.report.unreachable) return `${head(input).join('\n')}\n`
    const sections = [
      head(input),
      failures(input),
      troubles(input, 'error', 'ERRORS OF THIS PROGRAM (not counted against the target)'),
      troubles(input, 'inconclusive', 'NOT SHOWN'),
      troubles(input, 'review', 'FOR A PERSON TO LOOK AT'),
      warnings(input),
      expectedFailures(input),
      platforms(input),
      notTested(input),
      passes(input),
      messages(input),
    ]
    const blocks = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'))
    return `${blocks.join('\n\n')}\n`
  },
})

function head({ report, failOn, page }: ReportInput): readonly string[] {
  const { word, sentence, style } = verdictLine(report, failOn)
  const counts = countsTable(report)
  const painted = page.paint('bold', page.paint(style, word))
  return [
    ...wrap(`${word}: ${sentence}`, page.columns).map((line, index) =>
      index === 0 ? painted + line.slice(word.length) : line,
    ),
    '',
    ...factsOf(report).flatMap(([label, value]) =>
      labelled(label, value, { indent: 2, labelWidth: 12, columns: page.columns }),
    ),
    ...(counts.length === 1
      ? []
      : ['', ...columnsOf(counts, { indent: 2, rightAligned: [1, 2, 3, 4, 5, 6] })]),
  ]
}

function failures(input: ReportInput): readonly string[] {
  const all = failuresOf(input.report, input.failOn).filter(
    ({ warning, expected }) => !warning && !expected,
  )
  const inFull = all.slice(0, toldInFullMax).map((one) => failureLines(one, input).join('\n'))
  const rest = all.slice(toldInFullMax).flatMap((one) => failureSummary(one, input))
  const more = rest.length === 0 ? [] : [['ALSO FAILED', ...rest].join('\n')]
  const blocks = [...inFull, ...more]
  return blocks.length === 0 ? [] : [blocks.join('\n\n')]
}

function warnings(input: ReportInput): readonly string[] {
  const all = failuresOf(input.report, input.failOn).filter(
    ({ warning, expected }) => warning && !expected,
  )
  if (all.length === 0) return []
  const title = `WARNINGS: ${count(all.length, 'check')} below the level that counts`
  if (!input.page.verbose) return [title, ...all.flatMap((one) => failureSummary(one, input))]
  return [[title, ...all.map((one) => failureLines(one, input).join('\n'))].join('\n\n')]
}

function expectedFailures(input: ReportInput): readonly string[] {
  const all = failuresOf(input.report, input.failOn).filter(({ expected }) => expected)
  if (all.length === 0) return []
  return ['FAILED AS THE BASELINE SAYS', ...all.flatMap((one) => failureSummary(one, input))]
}

function troubles(
  input: ReportInput,
  verdict: 'error' | 'inconclusive' | 'review',
  title: string,
): readonly string[] {
  const { report, page } = input
  const cases = report.cases.filter((one) => one.verdict === verdict && hasOwnReason(one))
  const grouped = groupByReason(cases.map((one) => ({ name: one.id, reason: reasonOf(one) })))
  const checks = report.checks.filter((check) => check.verdict === verdict)
  const max = page.verbose ? Infinity : groupsToldMax
  const untold = grouped.length - max
  const margin = { indent: 2, labelWidth: 2, columns: page.columns }
  const lines = [
    ...grouped.slice(0, max).flatMap((group) => reasonLines(group, 'case', input)),
    ...(untold > 0 ? [`  - ${count(untold, 'more reason')}, see --verbose`] : []),
    ...checks.flatMap(({ check, row, level }) => {
      const why = firstReason(report.cases, check, verdict)
      return labelled('-', excerpt(`${nameOf(check, row)} (${level}): ${why}`, textMax), margin)
    }),
  ]
  return lines.length === 0 ? [] : [title, ...lines]
}

function hasOwnReason(one: CaseReport): boolean {
  return one.reason !== undefined || one.error !== undefined
}

function reasonOf({ error, reason, outcome, expected }: CaseReport): string {
  // Where a link led nowhere, what each scenario would have needed behind it adds nothing.
  if (outcome?.kind === 'dead-end' && expected.outcome !== 'dead-end') {
    return `the link led to no suite: ${outcome.reason}`
  }
  if (error === undefined) return reason ?? ''
  return `${error.message} [${error.code}]${error.hint === undefined ? '' : ` ${error.hint}`}`
}

function firstReason(cases: readonly CaseReport[], check: string, verdict: string): string {
  for (const { id, findings } of cases) {
    const finding = findings.find((one) => one.check === check && one.verdict === verdict)
    if (finding !== undefined) return `${finding.reason} (${id})`
  }
  return 'no case tells why'
}

function platforms({ report, page }: ReportInput): readonly string[] {
  if (!isOfSeveral(report)) return []
  return [
    'LINKS BY PLATFORM, BY HOW THEY CAME, AND WHAT CAME OF THEM',
    ...columnsOf(matrixTable(report), { indent: 2, rightAligned: [2, 3, 4, 5, 6, 7] }),
    ...platformRules({ report, page }),
  ]
}

/** The case where each is seen; what happened there, who says so, and rules that nothing shows are for who wants them. */
function platformRules({ report, page }: Pick<ReportInput, 'report' | 'page'>): readonly string[] {
  const { platformRules: all = [] } = report
  const rules = page.verbose ? all : all.filter(({ evidence }) => evidence !== undefined)
  if (rules.length === 0) return []
  const margin = { indent: 2, labelWidth: 2, columns: page.columns }
  const below = { ...margin, labelWidth: 4 }
  const lines = rules.flatMap((rule) => [
    ...labelled('-', `${rule.title}: ${standOf(rule)}`, margin),
    ...(rule.evidence === undefined
      ? []
      : labelled('', excerpt(rule.evidence.case, textMax), below)),
    ...(page.verbose ? labelled('', excerpt(proofOf(rule), textMax), below) : []),
  ])
  return ['', 'RULES OF PLATFORMS, AND WHERE EACH IS SEEN', ...lines]
}

function notTested(input: ReportInput): readonly string[] {
  const checks = untestedChecks(input.report)
  const cases = unplayedCases(input.report)
  if (checks.length + cases.length === 0) return []
  return [
    'NOT TESTED, AND WHY',
    ...checks.flatMap((group) => reasonLines(group, 'check', input)),
    ...cases.flatMap((group) => reasonLines(group, 'case', input)),
  ]
}

function reasonLines(
  { reason, names }: ReasonGroup,
  noun: string,
  { page }: ReportInput,
): readonly string[] {
  const shown = names.slice(0, page.verbose ? names.length : namesToldMax)
  const more = names.length > shown.length ? [`${names.length - shown.length} more`] : []
  const list = wrapList([...shown, ...more], page.columns - 6)
  const margin = { indent: 2, labelWidth: 2, columns: page.columns }
  return [
    ...labelled('-', `${count(names.length, noun)}: ${excerpt(reason, textMax)}`, margin),
    ...list.map((line) => page.paint('dim', `      ${line}`)),
  ]
}

function passes(input: ReportInput): readonly string[] {
  const passed = input.report.checks.filter(({ verdict }) => verdict === 'pass')
  if (!input.page.verbose || passed.length === 0) return []
  return ['PASSED, AND WHAT SHOWS IT', ...passed.flatMap((check) => passLines(check, input))]
}

function messages({ report, page }: ReportInput): readonly string[] {
  const told = messagesOf(report)
  if (!page.verbose || told.length === 0) return []
  const margin = { indent: 4, labelWidth: 2, columns: page.columns }
  return [
    'MESSAGES, AND WHAT BECAME OF THEM',
    ...told.flatMap(({ caseId, lines }) => [
      `  ${excerpt(caseId, textMax)}`,
      ...lines.flatMap((line) => labelled('-', excerpt(line, textMax), margin)),
    ]),
  ]
}
