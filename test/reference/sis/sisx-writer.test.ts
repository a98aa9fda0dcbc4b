/** Packages are read back by a rule of their own: fields as they lie, by Symbian's sisfieldtypes.h, and nothing of src/wire. */
import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { buildSisx } from '../../../src/reference/sis/sisx-writer.ts'

const octets = buildSisx({
  uid: 0xa0000001,
  name: 'D',
  vendor: 'V',
  version: { major: 1, minor: 2, build: 345 },
  created: '2008-02-29T23:59:58',
  type: 'partial-upgrade',
  flags: 1,
  languages: [3],
  targets: [{ uid: 0x101f7961, to: { major: 3, minor: -1, build: -1 }, name: 'T' }],
  files: [
    {
      target: 'c:\\a',
      octets: new TextEncoder().encode('abc'),
      capabilities: ['TCB', 'NetworkServices'],
      mediaType: 'm',
    },
    { target: 'c:\\b', octets: new Uint8Array(), does: 'later' },
    { target: '', octets: new TextEncoder().encode('text'), does: 'text', options: 0x800 },
  ],
  conditions: [
    { exists: 'e', files: [{ target: 'c:\\c', octets: new TextEncoder().encode('if') }] },
  ],
  embedded: [
    {
      uid: 0xa0000002,
      name: 'E',
      vendor: 'V',
      version: { major: 1, minor: 0, build: 0 },
      files: [{ target: 'c:\\d', octets: new TextEncoder().encode('in'), stored: true }],
    },
  ],
})

describe('a package of Symbian OS 9', () => {
  test('begins with its UIDs and their checksum', () => {
    expect(hex(octets.subarray(0, 12))).toBe('7a1a201000000000010000a0')
    expect(octets[12]).toBe(crcOf([0x7a, 0x20, 0, 0, 0x01, 0]) & 0xff)
    expect(octets[13]).toBe(crcOf([0x7a, 0x20, 0, 0, 0x01, 0]) >> 8)
    expect(octets[14]).toBe(crcOf([0x1a, 0x10, 0, 0, 0, 0xa0]) & 0xff)
    expect(octets[15]).toBe(crcOf([0x1a, 0x10, 0, 0, 0, 0xa0]) >> 8)
  })

  test('has one field of contents, and their checksums', () => {
    const [contents, ...more] = fieldsIn(octets.subarray(16))
    expect([contents?.type, more]).toEqual([12, []])
    const [first, second, compressed, data] = fieldsIn(contents?.data ?? new Uint8Array())
    expect([first, second, compressed, data].map((field) => field?.type)).toEqual([34, 35, 3, 30])
    const u16 = (value: number) => hex(Uint8Array.of(value & 0xff, value >> 8))
    expect(hex(first?.data)).toBe(u16(crcOf(compressed?.whole ?? [])))
    expect(hex(second?.data)).toBe(u16(crcOf(data?.whole ?? [])))
  })

  test('has a controller that says all of it, field by field', () => {
    expect(outline(controllerOf(octets))).toEqual([
      '13',
      '  14',
      '    9 010000a0',
      '    1 5600',
      '    2 of 1',
      '      4400',
      '    2 of 1',
      '      5600',
      '    4 010000000200000059010000',
      '    8',
      '      6 d807011d',
      '      7 173b3a',
      '    and 0201',
      '  16',
      '    2 of 33',
      '  15',
      '    2 of 11',
      '      0300',
      '  17',
      '    2 of 18',
      '      9 61791f10',
      '      5',
      '        4 000000000000000000000000',
      '        4 03000000ffffffffffffffff',
      '      2 of 1',
      '        5400',
      '    2 of 18',
      '  19',
      '    2 of 20',
      '  28',
      '    2 of 24',
      '      1 63003a005c006100',
      '      1 6d00',
      '      41 01200000',
      '      25 0100000025000000' + '14000000a9993e364706816aba3e25717850c26c9cd0d89d',
      '      and 01000000' + '00000000' + '0b00000000000000' + '0300000000000000' + '00000000',
      '      1 63003a005c006200',
      '      1 ',
      '      25 0100000025000000' + '14000000da39a3ee5e6b4b0d3255bfef95601890afd80709',
      '      and 08000000' + '00000000' + '0000000000000000' + '0000000000000000' + '01000000',
      '      1 ',
      '      1 ',
      '      25 0100000025000000' + '14000000372ea08cab33e71c02c651dbc83a474d32c676ea',
      '      and 04000000' + '00080000' + '0c00000000000000' + '0400000000000000' + '01000000',
      '    2 of 13',
      '      14',
      '        9 020000a0',
      '        1 5600',
      '        2 of 1',
      '          4500',
      '        2 of 1',
      '          5600',
      '        4 010000000000000000000000',
      '        8',
      '          6 d807001f',
      '          7 0c0000',
      '        and 0000',
      '      16',
      '        2 of 33',
      '      15',
      '        2 of 11',
      '          0100',
      '      17',
      '        2 of 18',
      '        2 of 18',
      '      19',
      '        2 of 20',
      '      28',
      '        2 of 24',
      '          1 63003a005c006400',
      '          1 ',
      '          25 0100000025000000' + '14000000' + 'af10ef20dd9060bbeead0afbc55381a66af442ef',
      '          and 01000000' + '00000000' + '0200000000000000' + '0200000000000000' + '00000000',
      '        2 of 13',
      '        2 of 26',
      '      40 01000000',
      '    2 of 26',
      '      29 0a000000' + '00000000' + '0100000002000000' + '65000000',
      '      28',
      '        2 of 24',
      '          1 63003a005c006300',
      '          1 ',
      '          25 0100000025000000' + '14000000' + '958f57f57d72a30f329ee5538f21b0257a49a46e',
      '          and 01000000' + '00000000' + '0a00000000000000' + '0200000000000000' + '02000000',
      '        2 of 13',
      '        2 of 26',
      '      2 of 27',
      '  40 00000000',
    ])
  })

  test('holds its files, those of the package within it in a unit of their own', () => {
    const [contents] = fieldsIn(octets.subarray(16))
    const [, , , data] = fieldsIn(contents?.data ?? new Uint8Array())
    const units = elementsOf(fieldsIn(data?.data ?? new Uint8Array())[0]).map((unit) =>
      elementsOf(fieldsIn(unit)[0]).map((file) => unpackedOf(fieldsIn(file)[0])),
    )
    expect(units).toEqual([['abc', 'text', 'if'], ['in']])
  })

  test('is the same each time', () => {
    const spec = {
      uid: 1,
      name: 'D',
      vendor: 'V',
      version: { major: 1, minor: 0, build: 0 },
      files: [{ target: 'c:\\a', octets: new Uint8Array(100) }],
    }
    expect(buildSisx(spec)).toEqual(buildSisx(spec))
  })
})

interface Field {
  readonly type: number
  readonly data: Uint8Array
  readonly whole: Uint8Array
}

function hex(data: Uint8Array = new Uint8Array()): string {
  return Buffer.from(data).toString('hex')
}

function u32At(data: Uint8Array, at: number): number {
  return new DataView(data.buffer, data.byteOffset, data.length).getUint32(at, true)
}

function fieldsIn(data: Uint8Array): readonly Field[] {
  const fields: Field[] = []
  for (let at = 0; at + 8 <= data.length;) {
    const length = u32At(data, at + 4)
    const end = at + 8 + Math.ceil(length / 4) * 4
    fields.push({
      type: u32At(data, at),
      data: data.subarray(at + 8, at + 8 + length),
      whole: data.subarray(at, end),
    })
    at = end
  }
  return fields
}

function elementsOf(array: Field | undefined): readonly Uint8Array[] {
  const data = array?.data ?? new Uint8Array()
  const elements: Uint8Array[] = []
  for (let at = 4; at + 4 <= data.length;) {
    const length = u32At(data, at)
    elements.push(data.subarray(at + 4, at + 4 + length))
    at += 4 + Math.ceil(length / 4) * 4
  }
  return elements
}

function unpackedOf(compressed: Field | undefined): string {
  const data = compressed?.data ?? new Uint8Array()
  const rest = data.subarray(12)
  const unpacked = u32At(data, 0) === 1 ? inflateSync(rest) : rest
  expect([u32At(data, 4), u32At(data, 8)]).toEqual([unpacked.length, 0])
  return new TextDecoder().decode(unpacked)
}

function controllerOf(sisx: Uint8Array): Uint8Array {
  const [contents] = fieldsIn(sisx.subarray(16))
  const [, , compressed] = fieldsIn(contents?.data ?? new Uint8Array())
  const data = compressed?.data ?? new Uint8Array()
  const controller = inflateSync(data.subarray(12))
  expect(u32At(data, 4)).toBe(controller.length)
  return controller
}

/** Types that hold fields, and how many octets stand behind these. */
const holders: ReadonlyMap<number, number> = new Map([
  ...[5, 8, 13, 15, 16, 17, 19, 28].map((type) => [type, 0] as const),
  [14, 2],
])
/** The same of elements of arrays. */
const elementHolders: ReadonlyMap<number, number> = new Map([
  [13, 0],
  [18, 0],
  [24, 28],
  [26, 0],
])

function outline(data: Uint8Array, indent = ''): readonly string[] {
  return fieldsIn(data).flatMap(({ type, data: content }) => {
    if (type === 2) return outlineArray(content, indent)
    const behind = holders.get(type)
    if (behind === undefined) return [`${indent}${type} ${hex(content)}`]
    return [`${indent}${type}`, ...outlineHolder(content, behind, `${indent}  `)]
  })
}

function outlineArray(content: Uint8Array, indent: string): readonly string[] {
  const type = u32At(content, 0)
  const behind = elementHolders.get(type)
  const elements = elementsOf({ type: 2, data: content, whole: content })
  return [
    `${indent}2 of ${type}`,
    ...elements.flatMap((element) =>
      behind === undefined
        ? [`${indent}  ${hex(element)}`]
        : outlineHolder(element, behind, `${indent}  `),
    ),
  ]
}

function outlineHolder(content: Uint8Array, behind: number, indent: string): readonly string[] {
  const end = content.length - behind
  const tail = behind === 0 ? [] : [`${indent}and ${hex(content.subarray(end))}`]
  return [...outline(content.subarray(0, end), indent), ...tail]
}

/** Bit by bit, as a shift register. */
function crcOf(data: Iterable<number>): number {
  let register = 0
  for (const octet of data) {
    register ^= octet << 8
    for (let bit = 0; bit < 8; bit += 1) {
      register = register & 0x8000 ? ((register << 1) ^ 0x1021) & 0xffff : register << 1
    }
  }
  return register
}
