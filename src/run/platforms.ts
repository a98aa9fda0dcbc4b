/** Platform by bearer by outcome over all cases of a run, and the rules of platforms with what shows them. */
import { platformRules } from './platform-rules.table.ts'
import type { PlatformRule } from './platform-rules.table.ts'
import type {
  AttemptEnd,
  AttemptReport,
  CaseReport,
  LinkWay,
  MatrixCell,
  PhoneFamily,
  PhoneReport,
  PlatformRuleReport,
} from './report-model.ts'

const families: readonly PhoneFamily[] = [
  'java',
  'symbian-8',
  'symbian-9',
  'pocket-pc-2003',
  'pocket-pc',
  'smartphone',
]
const ways: readonly LinkWay[] = ['link', 'page', 'text', 'si', 'sl']

interface Told {
  readonly caseId: string
  readonly phone: PhoneReport
  readonly attempt: AttemptReport
}

export function summarisePlatforms(cases: readonly CaseReport[]): {
  readonly matrix?: readonly MatrixCell[]
  readonly platformRules?: readonly PlatformRuleReport[]
} {
  const told = cases.flatMap(({ id, phone, attempts = [] }) =>
    phone === undefined ? [] : attempts.map((attempt) => ({ caseId: id, phone, attempt })),
  )
  const matrix = families.flatMap((family) =>
    ways.flatMap((by) =>
      cellOf(told.filter(({ phone, attempt }) => phone.family === family && attempt.by === by)),
    ),
  )
  const played = new Set(told.map(({ phone }) => phone.family))
  const rules = platformRules
    .filter((rule) => rule.families.some((family) => played.has(family)))
    .map((rule) => weigh(rule, told))
  return {
    ...(matrix.length === 0 ? {} : { matrix }),
    ...(rules.length === 0 ? {} : { platformRules: rules }),
  }
}

function cellOf(told: readonly Told[]): readonly MatrixCell[] {
  const [first] = told
  if (first === undefined) return []
  const ends: Partial<Record<AttemptEnd, number>> = {}
  for (const { attempt } of told) ends[attempt.outcome] = (ends[attempt.outcome] ?? 0) + 1
  const { platform, family } = first.phone
  return [{ platform, family, by: first.attempt.by, ends }]
}

function weigh(
  { id, title, source, families: of, judge }: PlatformRule,
  told: readonly Told[],
): PlatformRuleReport {
  const judged = told
    .filter(({ phone }) => of.includes(phone.family) && phone.wore === undefined)
    .map((one) => ({ ...one, verdict: judge(one.attempt) }))
  const broken = judged.filter(({ verdict }) => verdict === 'broken')
  const shown = judged.filter(({ verdict }) => verdict === 'shown')
  const [first] = [...broken, ...shown]
  return {
    rule: id,
    title,
    source,
    shown: shown.length,
    broken: broken.length,
    ...(first === undefined ? {} : { evidence: tellEvidence(first) }),
  }
}

function tellEvidence({ caseId, attempt }: Told): NonNullable<PlatformRuleReport['evidence']> {
  const { by, outcome, at, reason } = attempt
  return { case: caseId, by, outcome, at, ...(reason === undefined ? {} : { reason }) }
}
