import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeDate, encodeDate, formatDate, parseDate } from '../../../src/wire/wbxml/date.ts'
import { octetsOf } from '../octets-of.ts'

describe('dates', () => {
  test.each([
    ['19990625152315', '1999-06-25T15:23:15Z'],
    ['19990630', '1999-06-30T00:00:00Z'],
    ['1999063010', '1999-06-30T10:00:00Z'],
    ['200010101020', '2000-10-10T10:20:00Z'],
  ])('%s are %s, both ways', (hex, text) => {
    expect([decodeDate(octetsOf(hex)), encodeDate(text)]).toEqual([
      { text, flaw: undefined },
      octetsOf(hex),
    ])
  })

  test.each([
    ['', '0000-00-00T00:00:00Z', 'date-length'],
    ['199906', '1999-06-00T00:00:00Z', 'date-length'],
    ['1999062515231500', '1999-06-25T15:23:15Z', 'date-length'],
    ['199906FF', '1999-06-ffT00:00:00Z', 'date-digits'],
    ['20080230', '2008-02-30T00:00:00Z', 'date-calendar'],
    ['20081301', '2008-13-01T00:00:00Z', 'date-calendar'],
    ['2008010124', '2008-01-01T24:00:00Z', 'date-calendar'],
  ])('%s are none of a calendar', (hex, text, flaw) => {
    expect(decodeDate(octetsOf(hex))).toEqual({ text, flaw })
  })

  test.each([
    '2008-02-30T12:00:00Z',
    '2008-01-01',
    '2008-01-01T09.01.00Z',
    '2008-01-01T10:00:00+01:00',
    '',
  ])('%j is no instant', (text) => {
    expect(parseDate(text)).toBe(undefined)
  })

  test('of any second between 1970 and 9999 come back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 253_402_300_799 }), (second) => {
        const text = formatDate(second * 1000)
        const octets = encodeDate(text)
        expect(octets && decodeDate(octets)).toEqual({ text, flaw: undefined })
        expect(parseDate(text)).toBe(second * 1000)
      }),
    )
  })
})
