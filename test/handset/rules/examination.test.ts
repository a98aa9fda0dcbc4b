import { describe, expect, it } from 'vitest'
import { strict } from '../../../src/handset/personalities/strict.ts'
import { examineInOrder, recoded, withExamination } from '../../../src/handset/rules/examination.ts'
import type { Examination } from '../../../src/handset/rules/examination.ts'

interface Draft {
  readonly seen: readonly string[]
}

function passes(name: string): Examination<Draft> {
  return { name, examine: () => undefined }
}

function learns(name: string): Examination<Draft> {
  return { name, examine: ({ seen }) => ({ learned: { seen: [...seen, name] } }) }
}

function objects(code: number | undefined): Examination<Draft> {
  return { name: `objection ${code}`, examine: () => ({ code, reason: `as ${code}` }) }
}

const start: Draft = { seen: [] }

describe('examinations in an order', () => {
  it('end with the first that objects, and with what was learned up to there', () => {
    const order = [passes('a'), learns('b'), learns('c'), objects(907), objects(904), learns('d')]
    expect(examineInOrder(start, order)).toEqual({
      draft: { seen: ['b', 'c'] },
      refusal: { code: 907, reason: 'as 907' },
    })
  })

  it('may end with an objection that has no code', () => {
    expect(examineInOrder(start, [objects(undefined)]).refusal).toEqual({
      code: undefined,
      reason: 'as undefined',
    })
  })

  it('leave what they were given as it was', () => {
    const given = Object.freeze({ seen: Object.freeze([]) })
    expect(examineInOrder<Draft>(given, [learns('a')]).draft).toEqual({ seen: ['a'] })
    expect(given).toEqual({ seen: [] })
  })

  it('come to nothing where there are none', () => {
    expect(examineInOrder(start, [])).toEqual({ draft: start, refusal: undefined })
  })
})

describe('a recoded examination', () => {
  it('refuses for the same reason, with another code or none', () => {
    expect(recoded(objects(909), ({ code }) => (code === 909 ? 910 : 1)).examine(start)).toEqual({
      code: 910,
      reason: 'as 909',
    })
    expect(recoded(objects(909), () => undefined).examine(start)).toEqual({
      code: undefined,
      reason: 'as 909',
    })
  })

  it('passes and learns as the one it is made of', () => {
    expect(recoded(passes('a'), () => 999).examine(start)).toBe(undefined)
    expect(recoded(learns('a'), () => 999).examine(start)).toEqual({ learned: { seen: ['a'] } })
  })
})

it.each([
  ['descriptor', strict.descriptorOrder],
  ['package', strict.packageOrder],
])('the names of the examinations of a %s are unique', (_, order) => {
  const names = order.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})

describe('an order with one more examination', () => {
  const order = ['a', 'b', 'c'].map((name) => ({ name, examine: () => undefined }))
  const names = (added: string, before?: string) =>
    withExamination(order, { name: added, examine: () => undefined }, before).map(
      ({ name }) => name,
    )

  it.each([
    ['d', undefined, ['a', 'b', 'c', 'd']],
    ['d', 'b', ['a', 'd', 'b', 'c']],
    ['d', 'x', ['a', 'b', 'c', 'd']],
    ['b', 'a', ['a', 'b', 'c']],
  ])('has %s, before %s where there is one', (added, before, expected) => {
    expect(names(added, before)).toEqual(expected)
  })

  it('has it in place of the one of its name', () => {
    const added = { name: 'b', examine: () => ({ code: 907, reason: 'as 907' }) }
    expect(withExamination(order, added)[1]).toBe(added)
  })
})
