import { describe, expect, test } from 'vitest'
import { charsetNamed, charsetOfMib, decodeText } from '../../src/wire/charset.ts'
import { charsets } from '../../src/wire/charsets.table.ts'
import { octetsOf } from './octets-of.ts'

describe('character sets', () => {
  test.each([
    [3, '41', 'A'],
    [4, 'E9', 'é'],
    [106, 'C3A9 EFBBBF', 'é\uFEFF'],
    [1000, '0418 0433', 'Иг'],
    [17, '8341', 'ア'],
    [2026, 'A7DA', '我'],
  ])('MIBenum %i reads %s as %j', (mib, hex, text) => {
    const charset = charsetOfMib(mib)
    expect(charset && decodeText(octetsOf(hex), charset)).toBe(text)
  })

  test('are found by name in any case, and only those of the table', () => {
    expect([charsetNamed('UTF-8')?.mib, charsetNamed('koi8-r'), charsetOfMib(0)]).toEqual([
      106,
      undefined,
      undefined,
    ])
  })

  test('all have a decoder', () => {
    expect(charsets.map(({ label }) => new TextDecoder(label).fatal)).toEqual(
      charsets.map(() => false),
    )
  })
})
