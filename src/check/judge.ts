import { loadCatalogue, type Entry } from '../catalogue.ts'
import { HarnessFault, OtaError } from '../errors.ts'
import type { Trace } from '../trace/trace.ts'
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
  for (const entry of checks) judgeOne(entry, context, findings)
  return findings
}

function judgeOne(entry: Entry<Check>, context: CheckContext, findings: Finding[]): void {
  const { value: check } = entry
  try {
    if (check.applies(context)) tell(entry, fold(check.judge(context)), findings)
    else findings.push(absenceOf(entry))
  } catch (error) {
    findings.push(findingOf(entry, 'error', describe(error)))
  }
}

/** What is worth telling of many judgements. */
interface Folded {
  readonly failures: readonly Judgement[]
  /** The first place to tell where nothing failed; none when nothing was judged. */
  readonly first: Judgement | undefined
}

function fold(judgements: Iterable<Judgement>): Folded {
  const failures: Judgement[] = []
  let first: Judgement | undefined
  let count = 0
  for (const judgement of judgements) {
    count += 1
    if (count > judgementsMax) {
      throw new HarnessFault('check/judgements', `Reached judgementsMax of ${judgementsMax}`)
    }
    if (judgement.verdict === 'fail') failures.push(judgement)
    else if (first === undefined || rank[judgement.verdict] > rank[first.verdict]) first = judgement
  }
  return { failures, first }
}

const rank = { pass: 0, review: 1, inconclusive: 2, fail: 3 } as const

function tell(entry: Entry<Check>, { failures, first }: Folded, findings: Finding[]): void {
  if (failures.length === 0) {
    findings.push(first === undefined ? absenceOf(entry) : fromJudgement(entry, first))
    return
  }
  const untold = failures.length - failuresToldMax
  for (const [index, failure] of failures.slice(0, failuresToldMax).entries()) {
    const finding = fromJudgement(entry, failure)
    const note = ` (${untold} more failures of this check not shown)`
    const isLast = untold > 0 && index === failuresToldMax - 1
    findings.push(isLast ? { ...finding, reason: finding.reason + note } : finding)
  }
}

function fromJudgement(entry: Entry<Check>, judgement: Judgement): Finding {
  const { verdict, at, reason } = judgement
  const finding = { ...absenceOf(entry), verdict, at, reason }
  // Copying optional fields costs more than all else here, and most judgements are passes without any.
  return verdict === 'pass' ? finding : { ...finding, ...judgement }
}

/** What every finding of a check says; the same for every trace, and most checks have nothing to judge in most of them. */
const absences = new WeakMap<Check, Finding>()

function absenceOf(entry: Entry<Check>): Finding {
  const known = absences.get(entry.value)
  if (known !== undefined) return known
  const made = findingOf(entry, 'not-applicable', entry.value.absent)
  absences.set(entry.value, made)
  return made
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
