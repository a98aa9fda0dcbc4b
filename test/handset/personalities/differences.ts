/** What a personality does otherwise than strict, found by asking both. */
import type { Behaviour } from '../../../src/handset/behaviour.ts'
import { strict } from '../../../src/handset/personalities/strict.ts'
import type { Personality } from '../../../src/handset/personality.ts'
import { probes } from './probes.table.ts'

export interface Difference {
  readonly decision: string
  readonly strict: string
  readonly here: string
  readonly source: string | undefined
}

interface Named {
  readonly name: string
}

/** Examinations made by one only, made otherwise, or made at another place among those that both make. */
export function compareOrders(
  { examinationSources }: Personality,
  { book, own, what }: { book: readonly Named[]; own: readonly Named[]; what: string },
): readonly Difference[] {
  const names = own.map(({ name }) => name)
  const common = longestCommon(
    book.map(({ name }) => name).filter((name) => names.includes(name)),
    names.filter((name) => book.some((one) => one.name === name)),
  )
  const all = [...book.map(({ name }) => name), ...names.filter((name) => !isIn(book, name))]
  return all.flatMap((name): readonly Difference[] => {
    const source = examinationSources[name]
    const row = { decision: `${what}: ${name}`, source }
    if (!isIn(own, name)) return [{ ...row, strict: placeOf(book, name), here: 'not looked at' }]
    if (!isIn(book, name)) return [{ ...row, strict: 'not looked at', here: placeOf(own, name) }]
    const isMoved = !common.includes(name)
    const isOther = find(book, name) !== find(own, name)
    if (!isMoved && !isOther) return []
    const words = isOther ? ', decided otherwise' : ''
    return [{ ...row, strict: placeOf(book, name), here: placeOf(own, name) + words }]
  })
}

export function compareTolerances({ behaviour, sources }: Personality): readonly Difference[] {
  const own = new Map(Object.entries(behaviour.jadTolerance))
  return Object.entries(strict.jadTolerance)
    .map(([name, value]) => ({ name, book: tell(value), here: tell(own.get(name)) }))
    .filter(({ book, here }) => book !== here)
    .map(({ name, book, here }) => ({
      decision: `reading: ${name}`,
      strict: book,
      here,
      source: sources.jadTolerance,
    }))
}

export function compareDecisions({ behaviour, sources }: Personality): readonly Difference[] {
  return keysOf(behaviour).flatMap((key) =>
    (probes[key] ?? [])
      .map(({ asked, answer }) => ({
        decision: asked,
        strict: answer(strict),
        here: answer(behaviour),
        source: sources[key],
      }))
      .filter(({ strict: book, here }) => book !== here),
  )
}

export function differencesOf(personality: Personality): readonly Difference[] {
  const { descriptorOrder, packageOrder } = personality.behaviour
  return [
    ...compareTolerances(personality),
    ...compareOrders(personality, {
      book: strict.descriptorOrder,
      own: descriptorOrder,
      what: 'descriptor',
    }),
    ...compareOrders(personality, {
      book: strict.packageOrder,
      own: packageOrder,
      what: 'package',
    }),
    ...compareDecisions(personality),
  ]
}

/** Decisions that are not the very function or value of strict. */
export function changedKeys({ behaviour }: Personality): readonly (keyof Behaviour)[] {
  return keysOf(behaviour).filter(
    (key) => behaviour[key] !== strict[key] && key !== 'descriptorOrder' && key !== 'packageOrder',
  )
}

function keysOf(behaviour: Behaviour): readonly (keyof Behaviour)[] {
  const isKey = (key: string): key is keyof Behaviour => key in behaviour
  return Object.keys(behaviour).filter(isKey)
}

function isIn(order: readonly Named[], name: string): boolean {
  return order.some((one) => one.name === name)
}

function find(order: readonly Named[], name: string): Named | undefined {
  return order.find((one) => one.name === name)
}

function placeOf(order: readonly Named[], name: string): string {
  return `${order.findIndex((one) => one.name === name) + 1} of ${order.length}`
}

function tell(value: unknown): string {
  if (value === undefined) return 'none'
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** The longest sequence that is in both, in the order of both. */
function longestCommon(one: readonly string[], other: readonly string[]): readonly string[] {
  const known = new Map<string, readonly string[]>()
  const search = (i: number, j: number): readonly string[] => {
    const [a, b] = [one[i], other[j]]
    if (a === undefined || b === undefined) return []
    const key = `${i} ${j}`
    const found = known.get(key)
    if (found !== undefined) return found
    const longest =
      a === b ? [a, ...search(i + 1, j + 1)] : longer(search(i + 1, j), search(i, j + 1))
    known.set(key, longest)
    return longest
  }
  return search(0, 0)
}

function longer(one: readonly string[], other: readonly string[]): readonly string[] {
  return other.length > one.length ? other : one
}
