import { describe, expect, test } from 'vitest'
import { openBusySpell } from '../../src/reference/busy-spell.ts'

describe('a busy spell', () => {
  test('begins with the first visit and ends by itself', () => {
    const { secondsLeft } = openBusySpell(30)
    expect([0, 100, 29_000, 30_000, 31_000].map(secondsLeft)).toEqual([30, 30, 1, 0, 0])
  })

  test('begins anew after a long quiet', () => {
    const { secondsLeft } = openBusySpell(30)
    expect([0, 40_000, 400_000].map(secondsLeft)).toEqual([30, 0, 30])
  })

  test('begins anew where the clock is set to before it', () => {
    const { secondsLeft } = openBusySpell(30)
    expect([1_000_000, 1_031_000, 900_000, 930_000].map(secondsLeft)).toEqual([30, 0, 30, 0])
  })

  test('is none where there is none, whatever the clock does', () => {
    const { secondsLeft } = openBusySpell(0)
    expect([1_000_000, 900_000, 899_999].map(secondsLeft)).toEqual([0, 0, 0])
  })
})
