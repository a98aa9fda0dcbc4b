/** Traces of earlier runs judged again; nothing is played and nothing is asked of a target. */
import type { Entry } from '../catalogue.ts'
import type { Check } from '../check/check.ts'
import type { FailOn } from '../check/verdict.ts'
import { DataError } from '../errors.ts'
import type { CaseFacts, EventOf, TraceEventType } from '../trace/events.ts'
import { hashTrace } from '../trace/jsonl.ts'
import type { Trace } from '../trace/trace.ts'
import { assembleReport } from './assemble-report.ts'
import { judgeCase } from './judge-case.ts'
import type { CaseReport, RunStop } from './report-model.ts'
import type { RunResult } from './run.ts'
import { whyUnreached } from './unreached.ts'

export interface StoredTrace {
  /** Where it was read from, for messages and for the report. */
  readonly file: string
  readonly trace: Trace
}

export interface RejudgeInput {
  /** At least one; those of one run belong together. */
  readonly traces: readonly StoredTrace[]
  readonly checks: readonly Entry<Check>[]
  readonly failOn: FailOn
  readonly version: string
  readonly stopwatch: () => number
}

/** @throws DataError for a trace that does not begin with its facts */
export function rejudge(input: RejudgeInput): RunResult {
  const began = input.stopwatch()
  const stored = input.traces
    .map(({ file, trace }) => ({ file, trace, facts: factsOf(file, trace) }))
    .toSorted((a, b) => compare(placeOf(a.facts), placeOf(b.facts)))
  const [first] = stored
  if (first === undefined) throw new DataError('judge/no-trace', 'there is no trace to judge')
  const { target, seed, startsAt } = first.facts
  const cases = stored.map((one) => reportStored(one, input))
  return {
    traces: new Map(stored.map(({ facts, trace }) => [idOf(facts), trace])),
    report: assembleReport({
      cases,
      checks: input.checks,
      target: { name: target.name, hosts: target.hosts, embedded: false },
      seed,
      clock: first.facts.clock ?? 'virtual',
      startsAt,
      version: input.version,
      stopped: stopOf(stored),
      ms: input.stopwatch() - began,
    }),
  }
}

function stopOf(stored: readonly StoredTrace[]): RunStop | undefined {
  const reasons = stored.flatMap(({ trace }) => whyUnreached(trace) ?? [])
  const [detail] = reasons
  return detail === undefined || reasons.length < stored.length
    ? undefined
    : { why: 'unreachable', detail }
}

function reportStored(
  { file, trace, facts }: StoredTrace & { readonly facts: CaseFacts },
  { checks, failOn }: RejudgeInput,
): CaseReport {
  const { expect: expected, needs = [] } = facts
  const ended = find(trace, 'case.ended')
  const described = {
    id: idOf(facts),
    scenario: facts.scenario,
    title: facts.title,
    profile: facts.profile.id,
    link: facts.target.link,
    expected,
    trace: file,
    traceHash: hashTrace(trace),
    events: trace.events.length,
    virtualMs: ended?.virtualMs ?? trace.events.at(-1)?.at ?? 0,
  }
  const error = ended === undefined ? cutShort : ended.error
  if (error !== undefined) {
    const { message: reason } = error
    return { ...described, verdict: 'error', reason, expectationMet: false, findings: [], error }
  }
  return { ...described, ...judgeCase(trace, { checks, failOn, expected, needs }) }
}

const cutShort = {
  code: 'judge/unfinished',
  message: 'the trace has no end: the run that wrote it was cut short',
} as const

/** The order in which a run plays its cases, so that the trace hash of a whole run comes out again. */
function placeOf({ scenario, profile }: CaseFacts): readonly [string, string] {
  return [scenario, profile.id]
}

function compare(a: readonly [string, string], b: readonly [string, string]): number {
  if (a[0] !== b[0]) return a[0] < b[0] ? -1 : 1
  if (a[1] === b[1]) return 0
  return a[1] < b[1] ? -1 : 1
}

function idOf({ scenario, profile }: CaseFacts): string {
  return `${scenario} @ ${profile.id}`
}

function factsOf(file: string, trace: Trace): CaseFacts {
  const started = find(trace, 'case.started')
  if (started !== undefined) return started.facts
  throw new DataError('judge/no-facts', 'unexpected trace without case.started, expected one', {
    place: file,
    hint: 'Give a trace that `ota run --out` wrote.',
  })
}

function find<T extends TraceEventType>(trace: Trace, type: T): EventOf<T> | undefined {
  return trace.events.find((event): event is EventOf<T> => event.type === type)
}
