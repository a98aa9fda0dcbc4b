import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OctetReader, OctetWriter } from '../../../src/wire/octets.ts'
import {
  contentTypeNamed,
  decodeContentType,
  encodeContentType,
  mediaTypeOf,
  parameterName,
  parameterOf,
} from '../../../src/wire/wsp/content-type.ts'
import type { WspContentType } from '../../../src/wire/wsp/content-type.ts'
import { contentTypes } from '../../../src/wire/wsp/content-types.table.ts'
import { knownParameters } from '../../../src/wire/wsp/parameters.table.ts'
import { integerValue } from '../../../src/wire/wsp/values.ts'
import { attempt } from '../attempt.ts'
import { octetsOf } from '../octets-of.ts'
import { shortText, wspValue } from './arbitraries.ts'

const read = (hex: string) => decodeContentType(new OctetReader(octetsOf(hex)))

function write(contentType: WspContentType): Uint8Array {
  const writer = new OctetWriter()
  encodeContentType(writer, contentType)
  return writer.toUint8Array()
}

const code = (number: number) => ({ kind: 'code', code: number })

describe('a content type is read in every form', () => {
  // AOSP, Wap230WspContentTypeTest, and the vectors.
  test.each([
    ['AE', 'application/vnd.wap.sic', []],
    ['01 AE', 'application/vnd.wap.sic', []],
    ['1F 01 AE', 'application/vnd.wap.sic', []],
    ['BF', undefined, []],
    ['01 BF', undefined, []],
    ['1F 01 BF', undefined, []],
    ['03 02 03 04', 'application/vnd.wap.emn+xml', []],
    ['1F 03 02 03 04', 'application/vnd.wap.emn+xml', []],
    ['6170706C69636174696F6E2F4100', 'application/a', []],
    ['03 AE 81 EA', 'application/vnd.wap.sic', [['charset', integerValue(106)]]],
    ['1F 03 AE 81 EA', 'application/vnd.wap.sic', [['charset', integerValue(106)]]],
    ['05 AE 81 02 03 E8', 'application/vnd.wap.sic', [['charset', integerValue(1000)]]],
    ['03 AE 80 64', 'application/vnd.wap.sic', [['q', { kind: 'quality', value: 100 }]]],
    [
      '0A AF 6100 6200 01 81 8162 00'.replace('01 81 8162 00', '80 05 85 6200'),
      'text/vnd.wap.sl',
      [
        ['a', { kind: 'text', text: 'b' }],
        ['q', { kind: 'quality', value: 5 }],
        ['name', { kind: 'text', text: 'b' }],
      ],
    ],
  ])('%s', (hex, mediaType, parameters) => {
    const contentType = read(hex)
    expect(mediaTypeOf(contentType)).toBe(mediaType)
    expect(contentType.parameters.map(({ name, value }) => [parameterName(name), value])).toEqual(
      parameters,
    )
  })

  test('with the security of a provisioning document', () => {
    const mac = '31414635343546453238323344433933343730363434353046393046463142424639353745313436'
    const contentType = read(`1F 2D B6 91 80 92 ${mac} 00`)
    expect(mediaTypeOf(contentType)).toBe('application/vnd.wap.connectivity-wbxml')
    expect(parameterOf(contentType, 'sec')).toEqual({ kind: 'short', value: 0 })
    expect(parameterOf(contentType, 'mac')).toEqual({
      kind: 'text',
      text: '1AF545FE2823DC9347064450F90FF1BBF957E146',
    })
    expect(parameterOf(contentType, 'charset')).toBe(undefined)
  })
})

describe('what is no content type is refused', () => {
  test.each([
    ['', 'wire/out-of-bounds', 0],
    ['00', 'wire/out-of-bounds', 1],
    ['02 AE', 'wire/out-of-bounds', 1],
    ['1F', 'wire/out-of-bounds', 1],
    ['61', 'wire/unterminated-text', 0],
    ['02 61 62', 'wire/unterminated-text', 1],
    ['02 AE 81', 'wire/out-of-bounds', 3],
    ['03 00 AE 81', 'wire/wsp-integer', 1],
    ['03 AE 00 81', 'wire/wsp-integer', 2],
  ])('%s', (hex, error, offset) => {
    expect(attempt(() => read(hex))).toEqual({ kind: 'refused', code: error, offset })
  })
})

describe('a content type is written in its shortest form', () => {
  test.each([
    [contentTypeNamed('application/vnd.wap.sic'), 'AE'],
    [contentTypeNamed('application/a'), '6170706C69636174696F6E2F6100'],
    [contentTypeNamed('application/vnd.wap.emn+xml'), '03 02 03 04'],
    [
      contentTypeNamed('application/vnd.wap.sic', [
        { name: { kind: 'code', code: 1 }, value: integerValue(106) },
      ]),
      '03 AE 81 EA',
    ],
  ])('%j', (contentType, hex) => {
    expect(write(contentType)).toEqual(octetsOf(hex))
  })

  test('and comes back as it was written', () => {
    const name = fc.oneof(
      fc.record({ kind: fc.constant('code' as const), code: fc.integer({ min: 1, max: 0xffff }) }),
      fc.record({ kind: fc.constant('text' as const), text: shortText }),
    )
    const parameter = fc.oneof(
      fc.record({
        name: fc.record({
          kind: fc.constant('code' as const),
          code: fc.integer({ min: 1, max: 0xffff }),
        }),
        value: wspValue,
      }),
      fc.record({
        name: fc.record({ kind: fc.constant('text' as const), text: shortText }),
        value: wspValue,
      }),
      fc.record({
        name: fc.constant({ kind: 'code' as const, code: 0 }),
        value: fc.record({ kind: fc.constant('quality' as const), value: fc.nat(1099) }),
      }),
    )
    const contentType = fc.record({
      media: name,
      parameters: fc.array(parameter, { maxLength: 5 }),
    })
    fc.assert(
      fc.property(contentType, (given) => {
        const octets = write(given)
        const reader = new OctetReader(octets)
        expect(decodeContentType(reader)).toEqual(given)
        expect(reader.remaining).toBe(0)
      }),
    )
  })
})

test('no number is in a table twice', () => {
  const codes: readonly number[] = contentTypes.map((row) => row.code)
  const parameters: readonly number[] = knownParameters.map((row) => row.code)
  expect([new Set(codes).size, new Set(parameters).size]).toEqual([codes.length, parameters.length])
  expect(code(0x2e)).toEqual(contentTypeNamed('application/vnd.wap.sic').media)
})
