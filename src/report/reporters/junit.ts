import type { CaseReport, CheckReport, Finding, RunReport } from '../../run/report-model.ts'
import { isWarning, rollUp } from '../../check/verdict.ts'
import type { Trace } from '../../trace/trace.ts'
import { defineReporter, type ReportInput } from '../reporter.ts'
import { exchangeLines } from '../views/exchange-lines.ts'
import { factsOf } from '../views/facts.ts'
import { linesOf } from '../views/message-lines.ts'
import { exchangeOf } from '../views/proof.ts'
import { rerunLine } from '../views/rerun-line.ts'
import { targetLog } from '../views/target-log.ts'
import { xmlText } from '../views/xml-text.ts'

const casesToldMax = 20
const passesToldMax = 3

/**
 * `failure`: counts against the target. `error`: it could not be told, or a defect of this program. `skipped`: nothing to
 * judge, or expected by the baseline. A failure below the level that counts is a pass that says so in `system-out`, so
 * that this report is red exactly when the exit code is not 0.
 */
interface TestCase {
  readonly suite: string
  readonly name: string
  readonly kind: 'passed' | 'failure' | 'error' | 'skipped'
  readonly message: string
  readonly type: string
  readonly evidence: readonly string[]
}

export default defineReporter({
  title: 'JUnit XML as Jenkins reads it: a test for each check and each case',
  extension: '.xml',
  render(input) {
    const tests = [
      ...input.report.checks.map((check) => testOfCheck(check, input)),
      ...input.report.cases.map((one) => testOfCase(one, input)),
    ]
    const suites = [...Map.groupBy(tests, ({ suite }) => suite)]
    const { measured } = input.report
    const totals = totalsOf(tests)
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="ota-handset" tests="${totals.tests}" failures="${totals.failures}"` +
        ` errors="${totals.errors}" time="${(measured.ms / 1000).toFixed(3)}">`,
      ...suites.flatMap(([name, members]) => suiteLines(name, members, input.report)),
      '</testsuites>',
      '',
    ].join('\n')
  },
})

function testOfCheck(check: CheckReport, input: ReportInput): TestCase {
  const [area = '', ...rest] = check.check.split('/')
  const findings = findingsOf(check.check, input.report)
  const told = findings.filter(({ finding }) => finding.verdict === check.verdict)
  const [first] = told
  const reason = first?.finding.reason ?? check.reason ?? check.title
  return {
    suite: `checks.${area}`,
    name: rest.join('/'),
    kind: kindOfCheck(findings, input),
    message: `${check.title}: ${reason}`,
    type: `${check.level} ${check.clause}`,
    evidence: evidenceOfAll(told, input),
  }
}

function kindOfCheck(places: readonly Place[], { failOn }: ReportInput): TestCase['kind'] {
  const findings = places.map(({ finding }) => finding)
  if (findings.some(({ expectation }) => expectation === 'xpass')) return 'failure'
  const verdict = rollUp(findings, failOn)
  switch (verdict) {
    case 'pass':
      return findings.some(({ expectation }) => expectation === 'xfail') ? 'skipped' : 'passed'
    case 'fail':
      return 'failure'
    case 'not-applicable':
      return 'skipped'
    case 'inconclusive':
    case 'review':
    case 'error':
      return 'error'
    default:
      return verdict satisfies never
  }
}

function testOfCase(one: CaseReport, { report, invocation, traces }: ReportInput): TestCase {
  const [area = '', ...rest] = one.scenario.split('/')
  const { error, outcome, reason } = one
  const ended =
    outcome === undefined ? 'no outcome' : `${outcome.kind} ${outcome.code ?? ''}`.trim()
  return {
    suite: `scenarios.${area}`,
    name: `${rest.join('/')} @ ${one.profile}`,
    kind: kindOfCase(one),
    message: error?.message ?? reason ?? one.title,
    type: error?.code ?? one.verdict,
    evidence: [
      one.title,
      `ended with: ${ended}`,
      ...(one.messages ?? []).flatMap(linesOf),
      ...logLines(traces.get(one.id)),
      rerunLine(one, report, invocation),
    ],
  }
}

/** What checks found in a case is told by their own tests; this one tells whether the case got to its end. */
function kindOfCase({ verdict, expectationMet }: CaseReport): TestCase['kind'] {
  if (verdict === 'not-applicable') return 'skipped'
  return verdict === 'error' || (verdict === 'inconclusive' && !expectationMet) ? 'error' : 'passed'
}

interface Place {
  readonly case: CaseReport
  readonly finding: Finding
}

function findingsOf(check: string, report: RunReport): readonly Place[] {
  return report.cases.flatMap((one) =>
    one.findings
      .filter((finding) => finding.check === check)
      .map((finding) => ({ case: one, finding })),
  )
}

function evidenceOfAll(places: readonly Place[], input: ReportInput): readonly string[] {
  const max = places[0]?.finding.verdict === 'pass' ? passesToldMax : casesToldMax
  const untold = places.length - max
  return [
    ...places.slice(0, max).flatMap((one) => evidenceOf(one, input)),
    ...(untold > 0 ? [`and ${untold} more`] : []),
  ]
}

function evidenceOf({ case: one, finding }: Place, input: ReportInput): readonly string[] {
  const { traces, report, invocation, failOn } = input
  const word = isWarning(finding, failOn) ? 'warning' : finding.verdict
  const exchange = exchangeOf(finding, traces.get(one.id))
  const wire = exchange === undefined ? [] : exchangeLines(exchange, finding.actual)
  return [
    `${word} (${finding.level}) in ${one.id}, event ${finding.at ?? 'none'}: ${finding.reason}`,
    ...wire.map(({ side, text }) => `  ${side} ${text}`),
    ...(finding.verdict === 'pass'
      ? []
      : [
          ...logLines(traces.get(one.id)).map((line) => `  ${line}`),
          `  ${rerunLine(one, report, invocation)}`,
        ]),
  ]
}

function logLines(trace: Trace | undefined): readonly string[] {
  return targetLog(trace).map((line) => `log of the target: ${line}`)
}

function totalsOf(tests: readonly TestCase[]) {
  const of = (kind: TestCase['kind']): number => tests.filter((test) => test.kind === kind).length
  return {
    tests: tests.length,
    failures: of('failure'),
    errors: of('error'),
    skipped: of('skipped'),
  }
}

function suiteLines(
  name: string,
  tests: readonly TestCase[],
  report: RunReport,
): readonly string[] {
  const { failures, errors, skipped } = totalsOf(tests)
  return [
    `  <testsuite name="${xmlText(name)}" tests="${tests.length}" failures="${failures}" errors="${errors}" skipped="${skipped}">`,
    '    <properties>',
    ...factsOf(report)
      .filter(([label]) => label !== 'Time')
      .map(
        ([label, value]) => `      <property name="${xmlText(label)}" value="${xmlText(value)}"/>`,
      ),
    '    </properties>',
    ...tests.flatMap(testLines),
    '  </testsuite>',
  ]
}

function testLines(test: TestCase): readonly string[] {
  const { kind, message, type, evidence } = test
  const text = evidence.map(xmlText).join('\n')
  const attributes = `type="${xmlText(type)}" message="${xmlText(message)}"`
  return [
    `    <testcase classname="${xmlText(test.suite)}" name="${xmlText(test.name)}">`,
    ...(kind === 'passed'
      ? []
      : [`      <${kind} ${attributes}>${kind === 'skipped' ? '' : text}</${kind}>`]),
    ...(kind === 'passed' && text !== '' ? [`      <system-out>${text}</system-out>`] : []),
    '    </testcase>',
  ]
}
