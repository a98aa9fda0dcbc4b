/** Whatever lies in a catalogue is used: a quirk is worn, a step is taken, a clause is there to rest on. */
import { expect, test } from 'vitest'
import { loadChecks } from '../src/check/judge.ts'
import { findClause } from '../src/check/specs.ts'
import { knownNames, loadPhones } from '../src/handset/phone-catalogue.ts'
import { traitsOf } from '../src/profile/traits.ts'
import { loadFaults } from '../src/reference/faults.ts'
import { loadScenarios } from '../src/scenario/scenario.ts'
import { loadSteps } from '../src/scenario/step-catalogue.ts'

const [steps, { quirks, profiles }, checks, faults] = await Promise.all([
  loadSteps(),
  loadPhones(),
  loadChecks(),
  loadFaults(),
])
const scenarios = await loadScenarios(new URL('../scenarios/', import.meta.url), steps)

const checkIds = new Set(checks.map(({ id }) => id))
const worn = new Set([
  ...profiles.flatMap((profile) => profile.quirks),
  ...scenarios.flatMap((scenario) => [
    ...scenario.wears,
    ...scenario.steps.flatMap(({ step, options }) => step.quirks?.(options) ?? []),
  ]),
])
const named = new Set([
  ...worn,
  ...Object.values(knownNames(quirks).personalities).flat(),
  ...profiles.flatMap((profile) => [...traitsOf(profile)]),
])

test('every scenario that ends otherwise on some phones does so by a quirk or personality that exists', () => {
  const strangers = scenarios.flatMap(({ id, differs, unless }) =>
    [...unless, ...differs.map(({ by }) => by)]
      .filter((name) => !named.has(name))
      .map((name) => `${id}: ${name}`),
  )
  expect(strangers).toEqual([])
})

const taken = new Set(scenarios.flatMap((scenario) => scenario.steps.map(({ verb }) => verb)))

test('every quirk that is worn exists, and every quirk is worn by a profile or in a scenario', () => {
  expect([...worn].toSorted()).toEqual([...quirks.keys()].toSorted())
})

test('every step is taken in a scenario', () => {
  expect([...steps.keys()].filter((verb) => !taken.has(verb))).toEqual([])
})

test('every check rests on a clause of the register', () => {
  expect(checks.filter(({ value }) => findClause(value.clause) === undefined)).toEqual([])
})

test('every check has a fault that is there to kill it, and every fault breaks checks that exist', () => {
  const killed = new Set(faults.map(({ value }) => value.breaks[0]))
  expect({
    checksWithoutFault: [...checkIds].filter((id) => !killed.has(id)),
    checksThatAreNone: faults.flatMap(({ value }) =>
      value.breaks.filter((id) => !checkIds.has(id)),
    ),
  }).toEqual({ checksWithoutFault: [], checksThatAreNone: [] })
})

/** Rows that say several things of a server, each of which is a check of its own. */
const rowsOfSeveral = ['N22', 'N33', 'W58', 'W59', 'W60']

test('no two checks claim the same row of the observable server checks, where it says one thing', () => {
  const rows = checks.flatMap(({ value }) => value.row ?? [])
  const twice = rows.filter((row, index) => rows.indexOf(row) !== index)
  expect([...new Set(twice)].toSorted()).toEqual(rowsOfSeveral)
})
