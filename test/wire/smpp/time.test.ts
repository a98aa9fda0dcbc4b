import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatSmppTime,
  instantOf,
  parseSmppTime,
  receiptDate,
} from '../../../src/wire/smpp/time.ts'
import type { SmppTime } from '../../../src/wire/smpp/time.ts'

const now = Date.UTC(2006, 11, 31, 23, 59, 30)

describe('a time in a PDU', () => {
  // The first is of Kannel, the second of cloudhopper-smpp.
  test.each<[string, number]>([
    ['261123050320000+', Date.UTC(2026, 10, 23, 5, 3, 20)],
    ['150203040506708+', Date.UTC(2015, 1, 3, 2, 5, 6, 700)],
    ['000000000100000R', now + 60_000],
    ['060301090000048-', Date.UTC(2006, 2, 1, 21)],
  ])('%s is an instant', (text, instant) => {
    const time = parseSmppTime(text)
    expect(time && instantOf(time, now)).toBe(instant)
  })

  // The example of SMPP 3.4 section 7.1.1.2.
  test('may count from the receipt on, by the calendar', () => {
    const time = parseSmppTime('020610233429000R')
    expect([time, time && instantOf(time, Date.UTC(2006, 0, 31))]).toEqual([
      { kind: 'relative', years: 2, months: 6, days: 10, hours: 23, minutes: 34, seconds: 29 },
      Date.UTC(2008, 7, 10, 23, 34, 29),
    ])
  })

  test.each([
    '',
    '26112305032000+',
    '2611230503200000+',
    '261323050320000+',
    '260230000000000+',
    '260228240000000+',
    '260228000000049+',
    '26022800000000 +',
    '260228000000000X',
  ])('%j is none', (text) => {
    expect(parseSmppTime(text)).toBe(undefined)
  })

  test('is read as it was written', () => {
    const two = fc.integer({ min: 0, max: 99 })
    const time: fc.Arbitrary<SmppTime> = fc.oneof(
      fc
        .integer({ min: Date.UTC(2000, 0, 1) / 100, max: Date.UTC(2099, 11, 31) / 100 })
        .map((tenths) => ({ kind: 'absolute' as const, epochMs: tenths * 100 })),
      fc.record({
        kind: fc.constant('relative' as const),
        years: two,
        months: two,
        days: two,
        hours: two,
        minutes: two,
        seconds: two,
      }),
    )
    fc.assert(
      fc.property(time, (given) => {
        expect(parseSmppTime(formatSmppTime(given))).toEqual(given)
      }),
    )
  })

  test('in a receipt has minutes', () => {
    expect(receiptDate(Date.UTC(2010, 1, 10, 17, 31, 59))).toBe('1002101731')
  })
})
