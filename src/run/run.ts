/** A run: cases played one after the other, judged, rolled up. */
import type { Entry } from '../catalogue.ts'
import type { Check, Verdict } from '../check/check.ts'
import { judge } from '../check/judge.ts'
import { rollUp, worstVerdict } from '../check/verdict.ts'
import type { FailOn } from '../check/verdict.ts'
import type { Quirk } from '../handset/behaviour.ts'
import type { Target } from '../target/target.ts'
import { hashTrace } from '../trace/jsonl.ts'
import type { Trace } from '../trace/trace.ts'
import { playCase } from './case.ts'
import type { PlayedCase, World } from './case.ts'
import { compareWithExpected } from './expectation.ts'
import { gatherEvidenceOfAbsence } from './offers.ts'
import type { Case } from './plan.ts'
import { RUN_REPORT_FORMAT } from './report-model.ts'
import type { CaseReport, RunReport } from './report-model.ts'
import { summariseChecks } from './summary.ts'
import { digestOf } from './digest.ts'

export interface RunInput {
  readonly cases: readonly Case[]
  readonly target: Target
  readonly checks: readonly Entry<Check>[]
  readonly quirks: ReadonlyMap<string, Quirk>
  readonly openWorld: (theCase: Case) => Promise<World>
  readonly seed: number
  readonly startsAt: string
  readonly clock: 'virtual' | 'wall'
  readonly failOn: FailOn
  readonly version: string
  readonly stopwatch: () => number
  readonly onCase?: (done: number, report: CaseReport, trace: Trace | undefined) => void
}

export interface RunResult {
  readonly report: RunReport
  /** By case id; only cases that were played. */
  readonly traces: ReadonlyMap<string, Trace>
}

export async function runCases(input: RunInput): Promise<RunResult> {
  const { cases, target, stopwatch } = input
  const began = stopwatch()
  const traces = new Map<string, Trace>()
  const reports: CaseReport[] = []
  let unreachable = false
  for (const theCase of cases) {
    const blocked =
      theCase.notApplicable ?? (unreachable ? 'the target cannot be reached' : undefined)
    if (blocked !== undefined) {
      reports.push(unplayed(theCase, unreachable ? 'inconclusive' : 'not-applicable', blocked))
    } else {
      const played = await playAndClose(theCase, input)
      traces.set(theCase.id, played.trace)
      unreachable = traces.size === 1 && isUnreached(played.trace)
      reports.push(
        unreachable
          ? unplayed(theCase, 'inconclusive', 'the target cannot be reached')
          : reportCase(theCase, played, input),
      )
    }
    const last = reports.at(-1)
    if (last !== undefined) input.onCase?.(reports.length, last, traces.get(theCase.id))
  }
  const checks = summariseChecks(input.checks, reports)
  const exercised = checks.filter((check) => check.exercised > 0).length
  return {
    traces,
    report: {
      format: RUN_REPORT_FORMAT,
      tool: { name: 'ota-handset', version: input.version },
      target: { name: target.name, hosts: target.hosts, embedded: target.embedded },
      seed: input.seed,
      clock: input.clock,
      startsAt: input.startsAt,
      verdict:
        exercised === 0
          ? nothingExercised(reports)
          : worstVerdict(reports.map(({ verdict }) => verdict)),
      unreachable,
      exercised,
      cases: reports,
      checks,
      traceHash: digestOf(reports.map(({ traceHash }) => traceHash ?? '').join('\n')),
      virtualMs: reports.reduce((sum, { virtualMs }) => sum + virtualMs, 0),
      measured: { ms: Math.round(stopwatch() - began) },
    },
  }
}

function nothingExercised(reports: readonly CaseReport[]): Verdict {
  const worst = worstVerdict(reports.map(({ verdict }) => verdict))
  return worst === 'pass' ? 'not-applicable' : worst
}

async function playAndClose(theCase: Case, input: RunInput): Promise<PlayedCase> {
  const world = await input.openWorld(theCase)
  try {
    return await playCase(theCase, world, input.quirks)
  } finally {
    await world.close()
  }
}

/** Asked, and never a single octet came back. */
function isUnreached(trace: Trace): boolean {
  let asked = false
  for (const event of trace.events) {
    if (event.type !== 'http.exchanged') continue
    if (event.response !== undefined) return false
    const { cause } = event.failure ?? {}
    const isTargetsWay =
      cause === 'refused' || cause === 'dns' || cause === 'tls' || cause === 'timeout'
    if (isTargetsWay && event.network === undefined) asked = true
  }
  return asked
}

function unplayed(theCase: Case, verdict: Verdict, reason: string): CaseReport {
  return {
    ...describe(theCase),
    verdict,
    reason,
    expectationMet: false,
    findings: [],
    events: 0,
    virtualMs: 0,
  }
}

function describe({ id, scenario, profile, target }: Case) {
  const { outcome, report } = scenario.expect
  return {
    id,
    scenario: scenario.id,
    title: scenario.title,
    profile: profile.id,
    link: target.links.get(scenario.links[0] ?? 'demo') ?? '',
    expected: {
      ...(outcome === undefined ? {} : { outcome }),
      ...(report === undefined ? {} : { report }),
    },
  }
}

function reportCase(theCase: Case, played: PlayedCase, input: RunInput): CaseReport {
  const { trace, virtualMs, fault } = played
  const described = {
    ...describe(theCase),
    traceHash: hashTrace(trace),
    events: trace.events.length,
    virtualMs,
  }
  if (fault !== undefined) {
    const { code, message, hint } = fault
    const error = { code, message, ...(hint === undefined ? {} : { hint }) }
    return {
      ...described,
      verdict: 'error',
      reason: message,
      expectationMet: false,
      findings: [],
      error,
    }
  }
  const findings = judge(trace, input.checks)
  const arrival = compareWithExpected(trace, described.expected)
  const absent = gatherEvidenceOfAbsence(trace, theCase.scenario.needs)
  const judged = rollUp(findings, input.failOn)
  const verdict = arrival.met || judged === 'fail' || judged === 'error' ? judged : 'inconclusive'
  const isAbsent = absent !== undefined && verdict === 'inconclusive'
  const reason = isAbsent ? absent : arrival.reason
  return {
    ...described,
    verdict: isAbsent ? 'not-applicable' : verdict,
    ...(reason === undefined ? {} : { reason }),
    ...(arrival.outcome === undefined ? {} : { outcome: arrival.outcome }),
    expectationMet: arrival.met,
    findings,
  }
}
