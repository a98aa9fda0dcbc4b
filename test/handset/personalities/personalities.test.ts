import { describe, expect, it } from 'vitest'
import { personalityTable } from '../../../src/handset/personality.ts'
import { changedKeys, compareDecisions, compareTolerances, differencesOf } from './differences.ts'
import { probes } from './probes.table.ts'

describe('strict', () => {
  it('differs from itself in nothing', () => {
    const book = personalityTable.get('strict')
    expect(book && differencesOf(book)).toEqual([])
  })
})

const others = [...personalityTable].filter(([name]) => name !== 'strict')

describe.each(others)('the personality %s', (_, personality) => {
  const differences = differencesOf(personality)

  it('differs from strict, and says of each difference where that is documented', () => {
    expect(differences.length).toBeGreaterThan(0)
    expect(differences.filter(({ source }) => source === undefined)).toEqual([])
  })

  it('has an answer to show for every decision that it changes', () => {
    const shown = new Set(compareDecisions(personality).map(({ decision }) => decision))
    const silent = changedKeys(personality).filter((key) =>
      key === 'jadTolerance'
        ? compareTolerances(personality).length === 0
        : !(probes[key] ?? []).some(({ asked }) => shown.has(asked)),
    )
    expect(silent).toEqual([])
  })

  it('gives no source for what it does not do otherwise', () => {
    const changed: readonly string[] = changedKeys(personality)
    expect(Object.keys(personality.sources).filter((key) => !changed.includes(key))).toEqual([])
    const examined = differences.map(({ decision }) => decision.replace(/^[a-z]+: /, ''))
    const named = Object.keys(personality.examinationSources)
    expect(named.filter((name) => !examined.includes(name))).toEqual([])
  })

  it('makes each examination once', () => {
    for (const order of [
      personality.behaviour.descriptorOrder,
      personality.behaviour.packageOrder,
    ]) {
      expect(new Set(order.map(({ name }) => name)).size).toBe(order.length)
    }
  })
})
