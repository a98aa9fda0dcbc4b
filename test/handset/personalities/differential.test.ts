import { describe, expect, it } from 'vitest'
import { compareSuite } from './differential.ts'
import { offers } from './offers.table.ts'

describe('the same suites on every personality', () => {
  it('are fifty, with one defect at most', () => {
    expect(Object.keys(offers).length).toBe(50)
  })

  it.each(Object.entries(offers))(
    'end otherwise than by the book only where a decision says so: %s',
    async (suite, offer) => {
      const { reasons } = await compareSuite(suite, offer)
      expect(reasons.filter(({ why }) => why?.source === undefined)).toEqual([])
    },
  )
})
