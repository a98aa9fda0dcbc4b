import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatHex } from '../../src/wire/hex.ts'
import { parseQuery } from '../../src/wire/query-octets.ts'

const read = (text: string) => parseQuery(text).map(([name, value]) => [name, formatHex(value)])

describe('a query of octets', () => {
  test.each([
    ['', []],
    ['a=b', [['a', '62']]],
    ['a', [['a', '']]],
    [
      'a=b=c&&d=',
      [
        ['a', '623D63'],
        ['d', ''],
      ],
    ],
    ['a=+%2B', [['a', '202B']]],
    // Kannel’s own requests have octets over 0x7F that are no UTF-8.
    ['udh=%06%05%04%0B%84%23%F0', [['udh', '0605040B8423F0']]],
    ['a=%C3%A9é', [['a', 'C3A9C3A9']]],
    [
      'a=%4&b=%zz%',
      [
        ['a', '2534'],
        ['b', '257A7A25'],
      ],
    ],
    ['%C3%A9=1', [['é', '31']]],
  ])('%s', (text, pairs) => {
    expect(read(text)).toEqual(pairs)
  })

  test('has at most 200 pairs', () => {
    expect(parseQuery('a=b&'.repeat(1_000)).length).toBe(200)
  })

  test('any octets come back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (octets) => {
        const text = formatHex(octets).replace(/../g, '%$&')
        expect(parseQuery(`a=${text}`)).toEqual([['a', octets]])
      }),
    )
  })
})
