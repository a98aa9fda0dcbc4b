import { matchesGlob } from 'node:path'
import { UsageError } from '../errors.ts'
import type { Filter, Kind } from './listing.ts'

type Rows = readonly (readonly string[])[]

const listings = {
  checks: listChecks,
  scenarios: listScenarios,
  profiles: listProfiles,
  faults: listFaults,
  clauses: listClauses,
} as const satisfies Readonly<Record<Kind, (filter: Filter) => Promise<Rows>>>

/** Filters that say something about a kind; another one with it is a mistake, not an empty list. */
const filtersOf: Readonly<Record<Kind, readonly (keyof Filter)[]>> = {
  checks: ['level', 'clause', 'area'],
  scenarios: ['area'],
  profiles: [],
  faults: [],
  clauses: ['level', 'clause'],
}

/**
 * Rows of cells, the id first, sorted as their folder is.
 *
 * @throws UsageError for a filter that says nothing about this kind
 */
export function makeListing(kind: Kind, filter: Filter): Promise<Rows> {
  const given: readonly (keyof Filter)[] = ['level', 'clause', 'area']
  const useless = given.find(
    (name) => filter[name] !== undefined && !filtersOf[kind].includes(name),
  )
  if (useless !== undefined) {
    throw new UsageError('list/filter', `--${useless} says nothing about ${kind}`)
  }
  return listings[kind](filter)
}

async function listChecks({ level, clause, area }: Filter): Promise<Rows> {
  const { loadChecks } = await import('../check/judge.ts')
  return (await loadChecks())
    .filter(
      ({ id, value }) =>
        (level === undefined || value.level === level) &&
        matches(value.clause, clause) &&
        isBelow(id, area),
    )
    .map(({ id, value }) => [id, value.row ?? '', value.level, value.clause, value.title])
}

async function listScenarios({ area }: Filter): Promise<Rows> {
  const { loadScenarios } = await import('../scenario/scenario.ts')
  const { loadSteps } = await import('../scenario/step-catalogue.ts')
  const scenarios = await loadScenarios(
    new URL('../../scenarios/', import.meta.url),
    await loadSteps(),
  )
  return scenarios.filter(({ id }) => isBelow(id, area)).map(({ id, title }) => [id, title])
}

async function listProfiles(): Promise<Rows> {
  const { loadPhones } = await import('../handset/phone-catalogue.ts')
  const { profiles } = await loadPhones()
  return profiles.map(({ id, name, userAgent }) => [id, name, userAgent])
}

async function listFaults(): Promise<Rows> {
  const { loadFaults } = await import('../reference/faults.ts')
  return (await loadFaults()).map(({ id, value }) => [id, value.breaks[0], value.title])
}

async function listClauses({ level, clause }: Filter): Promise<Rows> {
  const { clauses } = await import('../check/specs.ts')
  return clauses
    .filter((one) => (level === undefined || one.level === level) && matches(one.id, clause))
    .map(({ id, level: of, on, paraphrase }) => [id, of, on, paraphrase])
}

function matches(id: string, glob: string | undefined): boolean {
  return glob === undefined || matchesGlob(id.toUpperCase(), glob.toUpperCase())
}

function isBelow(id: string, area: string | undefined): boolean {
  return area === undefined || id.startsWith(`${area}/`)
}
