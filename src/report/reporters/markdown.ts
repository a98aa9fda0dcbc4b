import { defineReporter, type ReportInput } from '../reporter.ts'
import { countsTable } from '../views/counts.ts'
import { factsOf } from '../views/facts.ts'
import { failuresOf, type Failure } from '../views/failures.ts'
import { count } from '../views/layout.ts'
import { markdownCode, markdownTable, markdownText } from '../views/markdown-text.ts'
import { messagesOf } from '../views/message-lines.ts'
import { unplayedCases, untestedChecks, type ReasonGroup } from '../views/not-tested.ts'
import { isOfSeveral, matrixTable, proofOf, standOf } from '../views/platform-tables.ts'
import { rerunLine } from '../views/rerun-line.ts'
import { targetLog } from '../views/target-log.ts'
import { verdictLine } from '../views/verdict-line.ts'

/** Job summaries may be 1 MiB; one failure is under 3 KiB. */
const failuresToldMax = 50
const namesToldMax = 20
const messagesToldMax = 50

export default defineReporter({
  title: 'a summary for a CI job or a comment',
  extension: '.md',
  render(input) {
    const { report, failOn } = input
    const { word, sentence } = verdictLine(report, failOn)
    const failures = failuresOf(report, failOn)
    const counted = failures.filter(({ warning, expected }) => !warning && !expected)
    const warnings = failures.filter(({ warning, expected }) => warning && !expected)
    const known = failures.filter(({ expected }) => expected)
    const blocks = [
      `## ota: ${word.toLowerCase()}`,
      markdownText(`${sentence}.`),
      markdownTable([
        ['', ''],
        ...factsOf(report).map(([label, value]) => [label, markdownCode(value)]),
      ]).join('\n'),
      markdownTable(countsTable(report)).join('\n'),
      ...section(
        'Failed',
        counted.slice(0, failuresToldMax).map((one) => failureBlock(one, input)),
      ),
      ...section('Open', openLines(input)),
      ...section('Warnings', warningTable(warnings)),
      ...section('Failed as the baseline says', warningTable(known)),
      ...section('Platforms', platforms(input)),
      ...section('Not tested', notTested(input)),
      ...section('Messages', messageLines(input)),
    ]
    return `${blocks.join('\n\n')}\n`
  },
})

function section(title: string, blocks: readonly string[]): readonly string[] {
  return blocks.length === 0 ? [] : [`### ${title}`, ...blocks]
}

function failureBlock({ finding, case: one, failed, exercised }: Failure, input: ReportInput) {
  const clause = input.clauses(finding.clause)
  const explain = input.checks(finding.check)?.explain
  const row = finding.row === undefined ? '' : `${finding.row}, `
  return [
    `#### ${markdownText(finding.check)} (${row}${finding.level}), ${failed} of ${count(exercised, 'case')}`,
    '',
    markdownText(finding.title),
    '',
    `- Clause: ${markdownText(`${finding.clause} ${clause?.paraphrase ?? ''}`)}`,
    `- Expected: ${markdownCode(finding.expected ?? finding.title)}`,
    `- Found: ${markdownCode(finding.actual ?? finding.reason)}`,
    ...(explain === undefined ? [] : [`- Why: ${markdownText(explain)}`]),
    ...targetLog(input.traces.get(one.id)).map((line) => `- Log: ${markdownCode(line)}`),
    `- Case: ${markdownCode(one.id)}`,
    `- Again: ${markdownCode(rerunLine(one, input.report, input.invocation))}`,
  ].join('\n')
}

function openLines({ report }: ReportInput): readonly string[] {
  const open = report.cases.filter(({ verdict }) =>
    ['error', 'inconclusive', 'review'].includes(verdict),
  )
  if (open.length === 0) return []
  const lines = open.slice(0, failuresToldMax).map(({ id, verdict, reason, error }) => {
    const why = error?.message ?? reason
    return `- ${markdownCode(id)} ${verdict}${why === undefined ? '' : `: ${markdownCode(why)}`}`
  })
  const untold = open.length - lines.length
  return [[...lines, ...(untold > 0 ? [`- and ${untold} more`] : [])].join('\n')]
}

function warningTable(warnings: readonly Failure[]): readonly string[] {
  if (warnings.length === 0) return []
  const rows = warnings.map(({ finding, failed, exercised }) => [
    markdownText(finding.check),
    finding.level,
    `${failed} of ${exercised}`,
    markdownCode(finding.reason),
  ])
  return [markdownTable([['check', 'level', 'cases', 'reason'], ...rows]).join('\n')]
}

function notTested({ report }: ReportInput): readonly string[] {
  const lines = [
    ...untestedChecks(report).map((group) => untestedLine(group, 'check')),
    ...unplayedCases(report).map((group) => untestedLine(group, 'case')),
  ]
  return lines.length === 0 ? [] : [lines.join('\n')]
}

function platforms({ report }: ReportInput): readonly string[] {
  if (!isOfSeveral(report)) return []
  const { platformRules = [] } = report
  const rows = platformRules.map((rule) => [
    markdownText(rule.title),
    standOf(rule),
    rule.evidence === undefined ? '' : markdownCode(rule.evidence.case),
    markdownText(proofOf(rule)),
  ])
  return [
    markdownTable(matrixTable(report)).join('\n'),
    ...(rows.length === 0
      ? []
      : [markdownTable([['rule', '', 'case', 'what happened (who says so)'], ...rows]).join('\n')]),
  ]
}

function untestedLine({ reason, names }: ReasonGroup, noun: string): string {
  const shown = names.slice(0, namesToldMax)
  const more = names.length > shown.length ? `, ${names.length - shown.length} more` : ''
  return `- ${count(names.length, noun)}, ${markdownText(reason)}: ${markdownText(shown.join(', '))}${more}`
}

function messageLines({ report }: ReportInput): readonly string[] {
  const told = messagesOf(report)
  const shown = told
    .slice(0, messagesToldMax)
    .map(({ caseId, lines }) => `- ${markdownCode(caseId)}: ${markdownText(lines.join('; '))}`)
  const untold = told.length - shown.length
  const lines = [...shown, ...(untold > 0 ? [`- and ${untold} more`] : [])]
  return lines.length === 0 ? [] : [lines.join('\n')]
}
