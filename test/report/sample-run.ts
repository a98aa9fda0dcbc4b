/** A small run in which every verdict and every level occurs, against a target that writes hostile text wherever it can. */
import type { Finding, RunReport } from '../../src/run/report-model.ts'
import { RUN_REPORT_FORMAT } from '../../src/run/report-model.ts'
import { summariseChecks } from '../../src/run/summary.ts'
import type { ReportInput } from '../../src/report/reporter.ts'
import type { Clause } from '../../src/check/specs.ts'
import type { Check } from '../../src/check/check.ts'
import { descriptorFetched, reportPosted, traceOf } from '../check/trace-builder.ts'

/** Clears the screen, closes tags, breaks tables, reorders text. */
export const hostile = '\u001B[2J<b>&amp;]]>|`*\u202E\u0000\r\n::error::\uFFFF'

const hash = 'a'.repeat(64)

type Sketch = Omit<Finding, 'expectation' | 'title' | 'clause'> & Partial<Finding>

function finding(sketch: Sketch): Finding {
  return {
    expectation: 'none',
    title: `A server is right about ${sketch.check}`,
    clause: 'MIDP2-OTA-JAD-01',
    ...sketch,
  }
}

const mediaType = finding({
  check: 'descriptor/media-type',
  row: 'S01',
  level: 'must',
  verdict: 'fail',
  at: 1,
  reason: 'Unexpected text/plain, expected text/vnd.sun.j2me.app-descriptor.',
  actual: 'text/plain',
  expected: 'text/vnd.sun.j2me.app-descriptor',
})

const answered = finding({
  check: 'report/answered-with-200',
  row: 'S60',
  level: 'must',
  clause: 'MIDP2-OTA-REP-07',
  verdict: 'pass',
  at: 2,
  reason: 'The report was answered with 200.',
})

const findings: readonly Finding[] = [
  mediaType,
  finding({
    check: 'descriptor/no-blank-lines',
    level: 'must',
    verdict: 'fail',
    at: 1,
    reason: 'Unexpected blank line 3, expected none.',
    actual: 'blank line 3',
    expected: 'none',
    expectation: 'xfail',
  }),
  finding({
    check: 'descriptor/short-names',
    level: 'field',
    verdict: 'fail',
    at: 1,
    reason: `Unexpected ${hostile}, expected at most 32 octets.`,
    actual: hostile,
    expected: 'at most 32 octets',
  }),
  finding({
    check: 'descriptor/vary',
    level: 'should',
    verdict: 'fail',
    reason: 'Unexpected answer without Vary, expected Vary: User-Agent.',
  }),
  finding({
    check: 'http/basic-challenge',
    row: 'S53',
    level: 'must-if',
    verdict: 'not-applicable',
    reason: 'no answer asked for credentials',
  }),
  finding({ check: 'http/redirects', level: 'must', verdict: 'review', at: 1, reason: 'Look.' }),
  finding({
    check: 'package/range',
    level: 'may',
    verdict: 'pass',
    at: 1,
    reason: 'Whole package.',
  }),
  finding({
    check: 'package/readable-archive',
    level: 'must',
    verdict: 'inconclusive',
    at: 1,
    reason: 'the package never came whole',
  }),
  finding({ check: 'report/any-order', level: 'must', verdict: 'error', reason: 'TypeError: x' }),
  answered,
]

const played = { expected: {}, link: 'http://ota.test/demo.jad', virtualMs: 93_600_000 }
const unplayed = { ...played, expectationMet: false, findings: [], events: 0, virtualMs: 0 }

const cases: RunReport['cases'] = [
  {
    ...played,
    id: 'install/plain @ midp2-plain',
    scenario: 'install/plain',
    title: 'A suite installs',
    profile: 'midp2-plain',
    verdict: 'fail',
    outcome: { kind: 'installed', code: 900, reason: 'all is well' },
    expected: { outcome: 'installed', report: 900 },
    expectationMet: true,
    findings,
    traceHash: hash,
    events: 4,
  },
  {
    ...played,
    id: 'install/again @ nokia-6300',
    scenario: 'install/again',
    title: 'A suite installs again',
    profile: 'nokia-6300',
    verdict: 'inconclusive',
    reason: `expected installed, came to dead-end: ${hostile}`,
    expectationMet: false,
    findings: [answered],
    traceHash: hash,
    events: 4,
  },
  {
    ...unplayed,
    id: 'report/late @ midp2-plain',
    scenario: 'report/late',
    title: 'A deletion is reported late',
    profile: 'midp2-plain',
    verdict: 'not-applicable',
    reason: 'the clock of the target cannot be moved',
  },
  {
    ...unplayed,
    id: 'report/lost @ midp2-plain',
    scenario: 'report/lost',
    title: 'A report is lost',
    profile: 'midp2-plain',
    verdict: 'error',
    reason: 'the handset failed: TypeError: x',
    error: { code: 'run/machine', message: 'the handset failed: TypeError: x', hint: 'Tell us.' },
  },
]

/** All checks of the sample, also in the form a catalogue gives them. */
const catalogue = findings.map((one) => ({
  id: one.check,
  value: {
    ...(one.row === undefined ? {} : { row: one.row }),
    level: one.level,
    clause: one.clause,
    title: one.title,
    absent: 'no answer asked for credentials',
    explain: `Phones break where ${one.check} is not so. Change the server.`,
    applies: () => true,
    judge: () => [],
  } satisfies Check,
}))

export const sampleReport: RunReport = {
  format: RUN_REPORT_FORMAT,
  tool: { name: 'ota-handset', version: '0.1.0' },
  target: { name: `staging ${hostile}`, hosts: ['ota.test'], embedded: false },
  seed: 7,
  clock: 'virtual',
  startsAt: '2006-03-01T09:00:00.000Z',
  verdict: 'fail',
  unreachable: false,
  exercised: 8,
  cases,
  checks: summariseChecks(catalogue, cases),
  traceHash: hash,
  virtualMs: 187_200_000,
  measured: { ms: 2140 },
}

/** What a run looks like in which everything that was judged is right. */
export const greenReport: RunReport = {
  ...sampleReport,
  target: { name: 'embedded', hosts: ['reference.test'], embedded: true },
  verdict: 'pass',
  exercised: 1,
  cases: sampleReport.cases
    .slice(0, 1)
    .map((one) => ({ ...one, verdict: 'pass', findings: [answered] })),
  checks: sampleReport.checks.filter(({ check }) => check === answered.check),
}

const clause: Clause = {
  id: 'MIDP2-OTA-JAD-01',
  document: 'MIDP 2.0, Over The Air User Initiated Provisioning',
  section: 'Discovery step 1',
  source: 'http://example.test/ota',
  level: 'must',
  on: 'server',
  paraphrase: 'A descriptor is labelled text/vnd.sun.j2me.app-descriptor.',
}

const trace = traceOf([
  descriptorFetched('MIDlet-Name: \u001B[2J\r\n', { headers: [['Content-Type', 'text/plain']] }),
  reportPosted(),
])

/** The same, and the target has shown what it wrote meanwhile. */
export const loggedTrace = traceOf([
  descriptorFetched('MIDlet-Name: A\r\n', { headers: [['Content-Type', 'text/plain']] }),
  { type: 'target.logged', lines: ['GET /demo.jad', `WARN ${hostile}`], cut: false },
])

export function reportInput(
  over: Partial<ReportInput> & { readonly verbose?: boolean } = {},
): ReportInput {
  const { verbose = false, ...rest } = over
  return {
    report: sampleReport,
    traces: new Map(sampleReport.cases.slice(0, 2).map(({ id }) => [id, trace])),
    clauses: (id) => (id === clause.id ? clause : undefined),
    checks: (id) => catalogue.find((one) => one.id === id)?.value,
    failOn: 'must',
    invocation: { command: 'run', target: 'target.yaml' },
    page: { columns: 100, paint: (_, text) => text, verbose },
    ...rest,
  }
}
