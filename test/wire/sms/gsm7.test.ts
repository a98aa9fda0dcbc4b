import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultAlphabet, extensionTable } from '../../../src/wire/sms/gsm-alphabet.table.ts'
import {
  decodeGsm,
  encodeGsm,
  fillBitsAfter,
  findOutsideGsm,
  headerSeptets,
  packSeptets,
  unpackSeptets,
} from '../../../src/wire/sms/gsm7.ts'
import { attempt } from '../attempt.ts'

const repertoire = [
  ...Array.from(defaultAlphabet.replace('\u001b', '')),
  ...extensionTable.map(({ character }) => character),
]
const septets = (maxLength: number) =>
  fc.uint8Array({ max: 0x7f, maxLength }).map((octets) => new Uint8Array(octets))

describe('the GSM alphabet', () => {
  test('has 128 codes, one of them the escape, and 10 more behind it', () => {
    expect([defaultAlphabet.length, repertoire.length, new Set(repertoire).size]).toEqual([
      128, 137, 137,
    ])
  })

  // The octets that Kannel 1.4.5 submits for them.
  test.each([
    ['{', [0x1b, 0x28]],
    ['€', [0x1b, 0x65]],
    ['@$_', [0x00, 0x02, 0x11]],
    ['http://a.b/?c=d&e~', [...new TextEncoder().encode('http://a.b/?c=d&e'), 0x1b, 0x3d]],
  ])('writes %j as its septets', (text, expected) => {
    expect(encodeGsm(text)).toEqual(Uint8Array.from(expected))
  })

  test.each([
    ['a`b', { character: '`', index: 1 }],
    ['€ 😀', { character: '😀', index: 2 }],
    ['\u001b', { character: '\u001b', index: 0 }],
  ])('has no place for a character of %j', (text, outside) => {
    expect([encodeGsm(text), findOutsideGsm(text)]).toEqual([undefined, outside])
  })

  test.each([
    ['an escape before a code that the extension table lacks', [0x1b, 0x41], 'A'],
    ['an escape before an escape', [0x1b, 0x1b, 0x65], ' e'],
    ['an escape at the end', [0x41, 0x1b], 'A '],
  ])('shows something for %s', (_, given, shown) => {
    expect(decodeGsm(Uint8Array.from(given))).toBe(shown)
  })

  test('has no code above 127', () => {
    expect(attempt(() => decodeGsm(Uint8Array.of(0x41, 0x80)))).toEqual({
      kind: 'refused',
      code: 'sms/septet',
      offset: 1,
    })
  })

  test('gives back every text it can write', () => {
    const text = fc.array(fc.constantFrom(...repertoire)).map((characters) => characters.join(''))
    fc.assert(
      fc.property(text, (given) => {
        const encoded = encodeGsm(given)
        expect(encoded && decodeGsm(encoded)).toBe(given)
        expect(findOutsideGsm(given)).toBe(undefined)
      }),
    )
  })
})

describe('packed septets', () => {
  // The example that tutorials on SMS PDUs agree on.
  test('of hellohello are nine octets', () => {
    const packed = Uint8Array.from([0xe8, 0x32, 0x9b, 0xfd, 0x46, 0x97, 0xd9, 0xec, 0x37])
    const hello = encodeGsm('hellohello') ?? new Uint8Array()
    expect([packSeptets(hello), unpackSeptets(packed, 10)]).toEqual([packed, hello])
  })

  test.each([
    [0, 0, 0],
    [6, 7, 1],
    [7, 8, 0],
    [8, 10, 6],
    [12, 14, 2],
    [13, 15, 1],
  ])('begin behind %i octets of header at septet %i after %i fill bits', (octets, septet, bits) => {
    expect([headerSeptets(octets), fillBitsAfter(octets)]).toEqual([septet, bits])
  })

  test('come back as they were packed, whatever the fill bits', () => {
    fc.assert(
      fc.property(septets(170), fc.integer({ min: 0, max: 6 }), (given, fillBits) => {
        const packed = packSeptets(given, fillBits)
        expect(packed.length).toBe(Math.ceil((given.length * 7 + fillBits) / 8))
        expect(unpackSeptets(packed, given.length, fillBits)).toEqual(given)
      }),
    )
  })

  test('are not read beyond their octets', () => {
    expect(attempt(() => unpackSeptets(new Uint8Array(7), 8, 1))).toEqual({
      kind: 'refused',
      code: 'sms/septets-cut',
      offset: 7,
    })
    expect(unpackSeptets(new Uint8Array(8), 9, 1)).toEqual(new Uint8Array(9))
  })
})
