/** A run: cases played one after the other, judged, rolled up. */
import type { Entry } from '../catalogue.ts'
import type { Check, Verdict } from '../check/check.ts'
import type { FailOn } from '../check/verdict.ts'
import type { Quirk } from '../handset/behaviour.ts'
import type { Http } from '../handset/ports.ts'
import type { Target } from '../target/target.ts'
import { hashTrace } from '../trace/jsonl.ts'
import { createTraceShelf } from '../trace/trace-shelf.ts'
import type { Trace } from '../trace/trace.ts'
import { assembleReport } from './assemble-report.ts'
import { playCase } from './case.ts'
import type { PlayedCase, World } from './case.ts'
import { judgeCase } from './judge-case.ts'
import type { Patience } from './patience.ts'
import type { Case } from './plan.ts'
import type { CaseReport, RunReport, RunStop } from './report-model.ts'
import { whyUnreached } from './unreached.ts'

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
  /** None: it waits as long as it takes. */
  readonly patience?: Patience | undefined
  /** Ends the run with what was played until then. */
  readonly signal?: AbortSignal | undefined
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
  let stopped: RunStop | undefined
  for (const theCase of cases) {
    stopped ??= whyStopped(input)
    let report = unplayedFor(theCase, stopped)
    if (report === undefined) {
      const played = await playAndClose(theCase, input)
      if (played !== undefined) shelf.put(theCase.id, played.trace)
      stopped = played === undefined ? whyStopped(input) : whyNotGoOn(played, traces.size)
      report =
        played === undefined || stopped !== undefined
          ? unplayed(theCase, 'inconclusive', blockedBy(stopped))
          : reportCase(theCase, played, input)
    }
    reports.push(report)
    input.onCase?.(reports.length, report)
  }
  return {
    traces,
    report: assembleReport({
      ...input,
      cases: reports,
      stopped,
      ms: stopwatch() - began,
    }),
  }
}

/** One case by itself, of which nobody wants the trace. */
export async function playOne(
  theCase: Case,
  input: Pick<RunInput, 'checks' | 'failOn' | 'openWorld' | 'quirks'>,
): Promise<CaseReport> {
  const { notApplicable } = theCase
  if (notApplicable !== undefined) return unplayed(theCase, 'not-applicable', notApplicable)
  const world = await input.openWorld(theCase)
  try {
    return reportCase(theCase, await playCase(theCase, world, input.quirks), input)
  } finally {
    await world.close()
  }
}

function whyStopped({ signal, patience }: RunInput): RunStop | undefined {
  if (signal?.aborted === true) return { why: 'interrupted', detail: 'it was interrupted' }
  const detail = patience?.spent
  return detail === undefined ? undefined : { why: 'patience', detail }
}

/** A target that the first case has not reached is not asked for the others. */
function whyNotGoOn({ trace }: PlayedCase, played: number): RunStop | undefined {
  const detail = played === 1 ? whyUnreached(trace) : undefined
  return detail === undefined ? undefined : { why: 'unreachable', detail }
}

function unplayedFor(theCase: Case, stopped: RunStop | undefined): CaseReport | undefined {
  const { notApplicable } = theCase
  if (notApplicable !== undefined) return unplayed(theCase, 'not-applicable', notApplicable)
  return stopped === undefined ? undefined : unplayed(theCase, 'inconclusive', blockedBy(stopped))
}

function blockedBy(stopped: RunStop | undefined): string {
  if (stopped?.why === 'patience') return `not played: ${stopped.detail}`
  return stopped?.why === 'unreachable'
    ? 'the target cannot be reached'
    : 'not played: the run was interrupted'
}

/** @returns none when the run ended first */
async function playAndClose(theCase: Case, input: RunInput): Promise<PlayedCase | undefined> {
  const world = await input.openWorld(theCase)
  const { signal, quirks, patience } = input
  const aborted = Promise.withResolvers<undefined>()
  const abort = () => aborted.resolve(undefined)
  if (signal?.aborted === true) abort()
  signal?.addEventListener('abort', abort)
  const patient = patience?.over(world.http) ?? world.http
  // What goes on behind an abort asks nothing of the target any more.
  const http: Http = {
    exchange: (request) =>
      signal?.aborted === true ? new Promise(() => {}) : patient.exchange(request),
  }
  try {
    const playing = playCase(theCase, { ...world, http }, quirks)
    return await Promise.race([playing, aborted.promise])
  } finally {
    signal?.removeEventListener('abort', abort)
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
  const { outcome, report, native, domain } = scenario.expect
  return {
    id,
    scenario: scenario.id,
    title: scenario.title,
    profile: profile.id,
    link: target.links.get(scenario.links[0] ?? 'demo') ?? '',
    expected: {
      ...(outcome === undefined ? {} : { outcome }),
      ...(report === undefined ? {} : { report }),
      ...(native === undefined ? {} : { native }),
      ...(domain === undefined ? {} : { domain }),
    },
  }
}

function reportCase(
  theCase: Case,
  played: PlayedCase,
  input: Pick<RunInput, 'checks' | 'failOn'>,
): CaseReport {
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
