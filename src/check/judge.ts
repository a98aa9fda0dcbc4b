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
  return checks.flatMap((entry) => judgeOne(entry, context))
}

function judgeOne(entry: Entry<Check>, context: CheckContext): readonly Finding[] {
  const { value: check } = entry
  try {
    if (!check.applies(context)) return notApplicable(entry)
    return fold(entry, gather(check.judge(context)))
  } catch (error) {
    return [findingOf(entry, 'error', describe(error))]
  }
}

function gather(judgements: Iterable<Judgement>): readonly Judgement[] {
  const gathered: Judgement[] = []
  for (const judgement of judgements) {
    gathered.push(judgement)
    if (gathered.length > judgementsMax) {
      throw new HarnessFault('check/judgements', `Reached judgementsMax of ${judgementsMax}`)
    }
  }
  return gathered
}

function fold(entry: Entry<Check>, judgements: readonly Judgement[]): readonly Finding[] {
  if (judgements.some(({ verdict }) => verdict === 'fail')) {
    return tell(
      entry,
      judgements.filter(({ verdict }) => verdict === 'fail'),
    )
  }
  const told =
    judgements.find(({ verdict }) => verdict === 'inconclusive') ??
    judgements.find(({ verdict }) => verdict === 'review') ??
    judgements[0]
  return told === undefined ? notApplicable(entry) : [fromJudgement(entry, told)]
}

function tell(entry: Entry<Check>, failures: readonly Judgement[]): readonly Finding[] {
  const untold = failures.length - failuresToldMax
  return failures.slice(0, failuresToldMax).map((failure, index) => {
    const finding = fromJudgement(entry, failure)
    return untold > 0 && index === failuresToldMax - 1
      ? {
          ...finding,
          reason: `${finding.reason} (${untold} more failures of this check not shown)`,
        }
      : finding
  })
}

function fromJudgement(entry: Entry<Check>, judgement: Judgement): Finding {
  return { ...absenceOf(entry), ...judgement }
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

function notApplicable(entry: Entry<Check>): readonly Finding[] {
  return [absenceOf(entry)]
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
