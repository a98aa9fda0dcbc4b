import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/ticket/own-for-each-order.ts'
import { links, ordered, toldOf } from './ticket-trace.ts'

describe('two orders of one phone', () => {
  it('have two links', () => {
    expect(toldOf(check, [...ordered(0, links[0]), ...ordered(1, links[1])])).toEqual([
      'pass: the link is another than before',
    ])
  })

  it('do not share one', () => {
    expect(toldOf(check, [...ordered(0), ...ordered(1)])).toEqual([
      'fail: Unexpected the link of an earlier order, expected a link of its own.',
    ])
  })

  it('are two', () => {
    expect(toldOf(check, ordered(0))).toEqual([
      'not-applicable: the target did not push links for two orders',
    ])
  })
})
