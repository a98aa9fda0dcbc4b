import { expect, test } from 'vitest'
import { Meter } from '../../../src/network/smsc/meter.ts'

test('an account has so many in each second of the clock, whatever others take', () => {
  const meter = new Meter(2)
  expect([
    meter.take('a', 0),
    meter.take('a', 500),
    meter.take('b', 500),
    meter.take('a', 999),
    meter.take('a', 1000),
  ]).toEqual([true, true, true, false, true])
})
