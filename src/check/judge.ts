import { loadCatalogue, type Entry } from '../catalogue.ts'
import { HarnessFault, OtaError } from '../errors.ts'
import type { TraceEventType } from '../trace/events.ts'
import type { Trace } from '../trace/trace.ts'
import { areaEvents } from './areas.table.ts'
import type { Check, CheckContext, Judgement, Verdict } from './check.ts'
import { collectEvidence } from './collect-evidence.ts'
import type { Finding } from './verdict.ts'

/** Failures of one check over one trace that are told one by one. */
const failuresToldMax = 20
/** Places one check may judge in one trace. */
const judgementsMax = 100_000

/** All checks of the product, keyed by their path below `checks/`. */
export function loadChecks(): Promise<readonly Entry<Check>[]> {
  return loadCatalogue(new URL('./checks/', import.meta.url), isCheck)
}

/**
 * Judges one trace. Every check gives at least one finding: all its failures, or else the first place where it could
 * not tell, or else the first that a person must look at, or else one pass. A check that throws is our fault and
 * gives `error`, never `fail`.
 */
export function judge(trace: Trace, checks: readonly Entry<Check>[]): readonly Finding[] {
  const started = trace.events.find((event) => event.type === 'case.started')
  if (started === undefined) {
    throw new HarnessFault('check/no-facts', 'Unexpected trace without case.started, expected one')
  }
  const context = { evidence: collectEvidence(trace), facts: started.facts }
  const findings: Finding[] = []
  const missing = new Set(
    Object.values(areaEvents).filter((event) => context.evidence.all(event).length === 0),
  )
  for (const prepared of prepare(checks)) {
    if (prepared.event !== undefined && missing.has(prepared.event)) findings.push(prepared.absence)
    else judgeOne(prepared, context, findings)
  }
  return findings
}

/** A check, and what it says of most traces. */
interface Prepared {
  readonly check: Check
  /** An event without which the check does not apply. */
  readonly event: TraceEventType | undefined
  readonly entry: Entry<Check>
  readonly absence: Finding
}

const preparations = new WeakMap<readonly Entry<Check>[], readonly Prepared[]>()

/** The same for every trace. */
function prepare(checks: readonly Entry<Check>[]): readonly Prepared[] {
  const known = preparations.get(checks)
  if (known !== undefined) return known
  const made = checks.map((entry) => ({
    check: entry.value,
    event: areaEvents[entry.id.slice(0, entry.id.indexOf('/'))],
    entry,
    absence: absenceOf(entry),
  }))
  preparations.set(checks, made)
  return made
}

function judgeOne(prepared: Prepared, context: CheckContext, findings: Finding[]): void {
  const { check, entry, absence } = prepared
  try {
    if (check.applies(context)) tell(prepared, fold(check.judge(context)), findings)
    else findings.push(absence)
  } catch (error) {
    findings.push(findingOf(entry, 'error', describe(error)))
  }
}

/** What is worth telling of many judgements. */
interface Folded {
  readonly failures: readonly Judgement[] | undefined
  /** The first place to tell where nothing failed; none when nothing was judged. */
  readonly first: Judgement | undefined
}

function fold(judgements: Iterable<Judgement>): Folded {
  let failures: Judgement[] | undefined
  let first: Judgement | undefined
  let count = 0
  for (const judgement of judgements) {
    count += 1
    if (count > judgementsMax) {
      throw new HarnessFault('check/judgements', `Reached judgementsMax of ${judgementsMax}`)
    }
    if (judgement.verdict === 'fail') (failures ??= []).push(judgement)
    else if (first === undefined || rank[judgement.verdict] > rank[first.verdict]) first = judgement
  }
  return { failures, first }
}

const rank = { pass: 0, review: 1, inconclusive: 2, fail: 3 } as const

function tell({ absence }: Prepared, { failures, first }: Folded, findings: Finding[]): void {
  if (failures === undefined) {
    findings.push(first === undefined ? absence : fromJudgement(absence, first))
    return
  }
  const untold = failures.length - failuresToldMax
  for (const [index, failure] of failures.slice(0, failuresToldMax).entries()) {
    const finding = fromJudgement(absence, failure)
    const note = ` (${untold} more failures of this check not shown)`
    const isLast = untold > 0 && index === failuresToldMax - 1
    findings.push(isLast ? { ...finding, reason: finding.reason + note } : finding)
  }
}

/** @param absence has all that a finding says of its check */
function fromJudgement(absence: Finding, judgement: Judgement): Finding {
  const { verdict, at, reason } = judgement
  const finding = { ...absence, verdict, at, reason }
  // Copying optional fields costs more than all else here, and most judgements are passes without any.
  return verdict === 'pass' ? finding : { ...finding, ...judgement }
}

function absenceOf(entry: Entry<Check>): Finding {
  return findingOf(entry, 'not-applicable', entry.value.absent)
}

function findingOf(entry: Entry<Check>, verdict: Verdict, reason: string): Finding {
  const { row, level, clause, title } = entry.value
  return {
    check: entry.id,
    ...(row === undefined ? {} : { row }),
    level,
    clause,
    title,
    verdict,
    reason,
    expectation: 'none',
  }
}

function describe(error: unknown): string {
  if (error instanceof OtaError) return `${error.code}: ${error.message}`
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}

function isCheck(value: unknown): value is Check {
  return (
    typeof value === 'object' &&
    value !== null &&
    'level' in value &&
    'applies' in value &&
    typeof value.applies === 'function' &&
    'judge' in value &&
    typeof value.judge === 'function' &&
    ['clause', 'title', 'absent', 'explain'].every((field) => hasText(value, field))
  )
}

function hasText(value: object, field: string): boolean {
  const text: unknown = Reflect.get(value, field)
  return typeof text === 'string' && text !== ''
}
