/** A run: cases played one after the other, judged, rolled up. */
import type { Entry } from '../catalogue.ts'
import type { Check, Verdict } from '../check/check.ts'
import type { FailOn } from '../check/verdict.ts'
import type { Quirk } from '../handset/behaviour.ts'
import type { Target } from '../target/target.ts'
import { hashTrace } from '../trace/jsonl.ts'
import { createTraceShelf } from '../trace/trace-shelf.ts'
import type { Trace } from '../trace/trace.ts'
import { assembleReport } from './assemble-report.ts'
import { playCase } from './case.ts'
import type { PlayedCase, World } from './case.ts'
import { isUnreached, judgeCase } from './judge-case.ts'
import type { Case } from './plan.ts'
import type { CaseReport, RunReport } from './report-model.ts'

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
  readonly onCase?: (done: number, report: CaseReport) => void
}

export interface RunResult {
  readonly report: RunReport
  /** By case id; only cases that were played. Each is read when asked for: keep what is used again. */
  readonly traces: ReadonlyMap<string, Trace>
}

export async function runCases(input: RunInput): Promise<RunResult> {
  const { cases, stopwatch } = input
  const began = stopwatch()
  const shelf = createTraceShelf()
  const { traces } = shelf
  const reports: CaseReport[] = []
  let unreachable = false
  for (const theCase of cases) {
    const blocked =
      theCase.notApplicable ?? (unreachable ? 'the target cannot be reached' : undefined)
    if (blocked !== undefined) {
      reports.push(unplayed(theCase, unreachable ? 'inconclusive' : 'not-applicable', blocked))
    } else {
      const played = await playAndClose(theCase, input)
      shelf.put(theCase.id, played.trace)
      unreachable = traces.size === 1 && isUnreached(played.trace)
      reports.push(
        unreachable
          ? unplayed(theCase, 'inconclusive', 'the target cannot be reached')
          : reportCase(theCase, played, input),
      )
    }
    const last = reports.at(-1)
    if (last !== undefined) input.onCase?.(reports.length, last)
  }
  return {
    traces,
    report: assembleReport({
      ...input,
      cases: reports,
      unreachable,
      ms: stopwatch() - began,
    }),
  }
}

async function playAndClose(theCase: Case, input: RunInput): Promise<PlayedCase> {
  const world = await input.openWorld(theCase)
  try {
    return await playCase(theCase, world, input.quirks)
  } finally {
    await world.close()
  }
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
  const { checks, failOn } = input
  const { expected } = described
  const { needs } = theCase.scenario
  return { ...described, ...judgeCase(trace, { checks, failOn, expected, needs }) }
}
