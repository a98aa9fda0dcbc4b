/** What a person may ask `ota explain` about: a check, a clause, a status code, an ambiguity of the sources. */
import type { Entry } from '../../catalogue.ts'
import type { Check } from '../../check/check.ts'
import type { Clause } from '../../check/specs.ts'
import { didYouMean } from '../../did-you-mean.ts'
import { UsageError } from '../../errors.ts'
import type { StatusCode } from '../../wire/status-codes.table.ts'

export interface Library {
  readonly checks: readonly Entry<Check>[]
  readonly clauses: readonly Clause[]
  readonly statusCodes: readonly StatusCode[]
  /** Ids of the faults of the reference server that break a check. */
  readonly faultsOf: (check: string) => Promise<readonly string[]>
}

export type Topic =
  | { readonly kind: 'check'; readonly check: Entry<Check> }
  /** Says several things, each of which is a check of its own. */
  | { readonly kind: 'row'; readonly checks: readonly Entry<Check>[] }
  | { readonly kind: 'clause'; readonly clause: Clause }
  | { readonly kind: 'code'; readonly code: StatusCode }
  | { readonly kind: 'ambiguity'; readonly name: string; readonly clauses: readonly Clause[] }

/**
 * @param name id of a check or its last part, row such as `S31`, clause id, status code, ambiguity such as `A21`;
 *   in any case
 * @throws UsageError with a suggestion
 */
export function findTopic(name: string, library: Library): Topic {
  const topic = lookUp(name.trim().toLowerCase(), library)
  if (topic !== undefined) return topic
  throw new UsageError('explain/unknown', `nothing is called "${name}" here`, {
    hint: hintFor(name.trim(), library),
  })
}

/** A number that nothing has is not mistaken for another number. */
function hintFor(name: string, library: Library): string {
  const [letter = ''] = name.toUpperCase()
  const rows = library.checks
    .flatMap(({ value }) => value.row ?? [])
    .filter((row) => row.startsWith(letter))
    .toSorted()
  if (/^[a-z]\d+$/i.test(name) && rows.length > 0) {
    return `Rows are ${rows[0]} to ${rows.at(-1)}, not all of them checks: see \`ota list checks\`.`
  }
  if (/^a\d+$/i.test(name)) {
    const names = library.clauses.flatMap(ambiguitiesOf).toSorted(byNumber)
    return `Ambiguities are ${names[0]} to ${names.at(-1)}, where a clause settles them.`
  }
  return (
    (/^\d+$/.test(name) ? undefined : didYouMean(name, namesOf(library))) ??
    'See `ota list checks` and `ota list clauses`; status codes are 900 to 999.'
  )
}

/** One clause may settle two. */
function ambiguitiesOf({ ambiguity }: Clause): readonly string[] {
  return ambiguity?.split(', ') ?? []
}

function byNumber(a: string, b: string): number {
  return Number(a.slice(1)) - Number(b.slice(1))
}

function lookUp(wanted: string, { checks, clauses, statusCodes }: Library): Topic | undefined {
  const ofRow = checks.filter(({ value }) => value.row?.toLowerCase() === wanted)
  if (ofRow.length > 1) return { kind: 'row', checks: ofRow }
  const check =
    checks.find(({ id }) => id === wanted) ??
    ofRow[0] ??
    onlyOne(checks.filter(({ id }) => id.endsWith(`/${wanted}`)))
  if (check !== undefined) return { kind: 'check', check }
  const clause = clauses.find(({ id }) => id.toLowerCase() === wanted)
  if (clause !== undefined) return { kind: 'clause', clause }
  const code = statusCodes.find((row) => String(row.code) === wanted)
  if (code !== undefined) return { kind: 'code', code }
  const settled = clauses.filter((one) => ambiguitiesOf(one).includes(wanted.toUpperCase()))
  if (settled.length === 0) return undefined
  return { kind: 'ambiguity', name: wanted.toUpperCase(), clauses: settled }
}

/** A last part that two checks share names neither. */
function onlyOne<T>(candidates: readonly T[]): T | undefined {
  return candidates.length === 1 ? candidates[0] : undefined
}

function* namesOf({ checks, clauses, statusCodes }: Library): Iterable<string> {
  for (const { id } of checks) yield id
  for (const { id } of checks) yield id.slice(id.lastIndexOf('/') + 1)
  for (const { id } of clauses) yield id
  for (const { code } of statusCodes) yield String(code)
}
