import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OctetReader, OctetWriter } from '../../../src/wire/octets.ts'
import {
  decodeValue,
  encodeValue,
  integerOf,
  integerValue,
  textOf,
} from '../../../src/wire/wsp/values.ts'
import type { WspValue } from '../../../src/wire/wsp/values.ts'
import { attempt } from '../attempt.ts'
import { octetsOf } from '../octets-of.ts'
import { wspValue } from './arbitraries.ts'

function write(value: WspValue): Uint8Array {
  const writer = new OctetWriter()
  encodeValue(writer, value)
  return writer.toUint8Array()
}

describe('the first octet of a value says how it goes on', () => {
  test.each([
    ['80', { kind: 'short', value: 0 }],
    ['FF', { kind: 'short', value: 127 }],
    ['00', { kind: 'octets', octets: new Uint8Array() }],
    ['02 0102', { kind: 'octets', octets: Uint8Array.of(1, 2) }],
    ['1F 01 09', { kind: 'octets', octets: Uint8Array.of(9) }],
    ['6100', { kind: 'text', text: 'a' }],
    ['2261 00', { kind: 'text', text: '"a' }],
    ['7F C3A9 00', { kind: 'text', text: 'é' }],
    ['7F 7F 00', { kind: 'text', text: '\u007f' }],
    ['61 FF 00', { kind: 'text', text: 'a\uFFFD' }],
  ])('%s', (hex, value) => {
    expect(decodeValue(new OctetReader(octetsOf(hex)))).toEqual(value)
  })

  test('any value comes back as it was written', () => {
    fc.assert(
      fc.property(wspValue, (value) => {
        const reader = new OctetReader(write(value))
        expect([decodeValue(reader), reader.remaining]).toEqual([value, 0])
      }),
    )
  })
})

describe('integers', () => {
  test.each([
    [0, '80'],
    [127, 'FF'],
    [128, '01 80'],
    [162, '01 A2'],
    [1000, '02 03E8'],
    [0x9004, '02 9004'],
    [930_324_195, '04 37739EE3'],
    [0x1_0000_0000, '05 01 00000000'],
  ])('%i are written as %s', (value, hex) => {
    expect([write(integerValue(value)), integerOf(integerValue(value))]).toEqual([
      octetsOf(hex),
      value,
    ])
  })

  test('are neither texts nor nothing nor beyond six octets', () => {
    const others: readonly WspValue[] = [
      { kind: 'text', text: '5' },
      { kind: 'octets', octets: new Uint8Array() },
      { kind: 'octets', octets: new Uint8Array(7) },
    ]
    expect(others.map(integerOf)).toEqual([undefined, undefined, undefined])
  })
})

test('the quotation mark of a quoted string is no part of its text', () => {
  expect([textOf({ kind: 'text', text: '"a' }), textOf({ kind: 'short', value: 1 })]).toEqual([
    'a',
    undefined,
  ])
})

test.each<WspValue>([
  { kind: 'text', text: '' },
  { kind: 'text', text: '\n' },
  { kind: 'text', text: 'a\0b' },
  { kind: 'short', value: 128 },
  { kind: 'short', value: -1 },
])('%j could not be read back and is not written', (value) => {
  expect(attempt(() => write(value))).toEqual({
    kind: 'refused',
    code: 'wire/wsp-value',
    offset: 0,
  })
})
