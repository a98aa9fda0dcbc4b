import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OctetReader, OctetWriter } from '../../../src/wire/octets.ts'
import { headerNames } from '../../../src/wire/wsp/header-names.table.ts'
import {
  decodeHeaders,
  describeValue,
  encodeHeaders,
  field,
  headerName,
  headerNamed,
} from '../../../src/wire/wsp/headers.ts'
import type { WspField } from '../../../src/wire/wsp/headers.ts'
import { integerValue } from '../../../src/wire/wsp/values.ts'
import { attempt } from '../attempt.ts'
import { octetsOf } from '../octets-of.ts'
import { wspValue } from './arbitraries.ts'

const read = (hex: string) => decodeHeaders(new OctetReader(octetsOf(hex)))

function write(fields: readonly WspField[]): Uint8Array {
  const writer = new OctetWriter()
  encodeHeaders(writer, fields)
  return writer.toUint8Array()
}

describe('headers', () => {
  test.each([
    ['8D CB', ['Content-Length: 75']],
    ['8D 01 A2 C3 95 B4 84', ['Content-Length: 162', 'Encoding-Version: 21', 'Push-Flag: 4']],
    ['AF 87', ['X-Wap-Application-Id: 7']],
    ['A9 6375726C2F372E38382E3100 80 80', ['User-Agent: curl/7.88.1', 'Accept: 0']],
    ['92 04 37739EE3', ['Date: 930324195']],
    ['8F 02 0102 8F 08 0102030405060708', ['Content-MD5: 258', 'Content-MD5: 8 octets']],
    ['DA 81', ['0x5a: 1']],
    ['7F 02 AF 81 01 AF 81', ['2/0x2f: 1', 'X-Wap-Application-Id: 1']],
    ['05 80 80 7F 01 80 80', ['5/0x00: 0', 'Accept: 0']],
    ['582D4100 6200', ['X-A: b']],
    ['582D4100 81', ['X-A: 1']],
  ])('%s', (hex, lines) => {
    expect(
      read(hex).map(({ name, value }) => `${headerName(name)}: ${describeValue(value)}`),
    ).toEqual(lines)
  })

  test('know where they lie', () => {
    expect(read('AF 82 7F 02 81 01 05').map(({ offset, end }) => [offset, end])).toEqual([
      [0, 2],
      [4, 7],
    ])
  })

  test.each([
    ['00', 'wire/wsp-header', 0],
    ['8D', 'wire/out-of-bounds', 1],
    ['8D 02 01', 'wire/out-of-bounds', 2],
    ['7F', 'wire/out-of-bounds', 1],
    ['582D41', 'wire/unterminated-text', 0],
  ])('%s are refused', (hex, code, offset) => {
    expect(attempt(() => read(hex))).toEqual({ kind: 'refused', code, offset })
  })

  test('are found by name in any case', () => {
    const fields = [field('Content-Length', integerValue(5)), field('Push-Flag', integerValue(4))]
    expect([headerNamed(fields, 'push-flag'), headerNamed(fields, 'date')]).toEqual([
      { name: { kind: 'code', page: 1, code: 0x34 }, value: { kind: 'short', value: 4 } },
      undefined,
    ])
  })

  test('come back as they were written', () => {
    const name = fc.oneof(
      fc.record({
        kind: fc.constant('code' as const),
        page: fc.constantFrom(1, 1, 1, 2, 31, 255),
        code: fc.nat(127),
      }),
      fc.record({
        kind: fc.constant('text' as const),
        text: fc.stringMatching(/^[!-~]{1,12}$/),
      }),
    )
    fc.assert(
      fc.property(fc.array(fc.record({ name, value: wspValue }), { maxLength: 8 }), (fields) => {
        const headers = decodeHeaders(new OctetReader(write(fields)))
        expect(headers.map((header) => ({ name: header.name, value: header.value }))).toEqual(
          fields,
        )
      }),
    )
  })

  test('have no number twice', () => {
    const codes: readonly number[] = headerNames.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
  })
})
