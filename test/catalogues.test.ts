/** Whatever lies in a catalogue is used: a quirk is worn, a step is taken, a clause is there to rest on. */
import { describe, expect, it, test } from 'vitest'
import { loadChecks } from '../src/check/judge.ts'
import { findClause } from '../src/check/specs.ts'
import { knownNames, loadPhones } from '../src/handset/phone-catalogue.ts'
import { traitsOf } from '../src/profile/traits.ts'
import { loadFaults } from '../src/reference/faults.ts'
import { loadScenarios } from '../src/scenario/scenario.ts'
import { nativeRows } from './native-rows.table.ts'
import { loadSteps } from '../src/scenario/step-catalogue.ts'
import { linkTitles } from '../src/target/schema.ts'

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

/** Rows of pushes that say several things of a server, each of which is a check of its own. */
const rowsOfSeveral = ['W58', 'W59', 'W60']

test('no two checks claim the same row of the observable server checks, where it says one thing', () => {
  const rows = checks.flatMap(({ value }) => value.row ?? [])
  const twice = rows.filter((row, index) => rows.indexOf(row) !== index && !row.startsWith('N'))
  expect([...new Set(twice)].toSorted()).toEqual(rowsOfSeveral)
})

describe('the rows of native packages', () => {
  const claimed = checks.flatMap(({ id, value }) =>
    value.row?.startsWith('N') === true ? [{ id, row: value.row }] : [],
  )

  it('are each there once, in order', () => {
    const tens = [
      [1, 8],
      [10, 22],
      [30, 48],
      [50, 57],
      [60, 66],
    ] as const
    const all = tens.flatMap(([first, last]) =>
      Array.from(
        { length: last - first + 1 },
        (_, more) => `N${String(first + more).padStart(2, '0')}`,
      ),
    )
    expect(nativeRows.map(({ row }) => row)).toEqual(all)
  })

  it('name the checks that claim them, and none that there is not', () => {
    const held = nativeRows.map(({ row, checks: ids }) => ({ row, ids }))
    expect({
      unknown: held.flatMap(({ ids }) => ids.filter((id) => !checkIds.has(id))),
      unnamed: claimed
        .filter(({ id, row }) => !held.some(({ row: one, ids }) => one === row && ids.includes(id)))
        .map(({ id, row }) => `${row} ${id}`),
      unsorted: held.filter(({ ids }) => ids.join() !== ids.toSorted().join()),
      unheld: nativeRows.filter(
        ({ checks: ids, unseen }) => ids.length === 0 && unseen === undefined,
      ),
    }).toEqual({ unknown: [], unnamed: [], unsorted: [], unheld: [] })
  })
})

test('every link that a scenario opens can be said in a target file', () => {
  const opened = new Set(scenarios.flatMap(({ links }) => links))
  expect([...opened].filter((name) => !linkTitles.has(name))).toEqual([])
})
