import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { WireError } from '../../src/errors.ts'
import { octetsOf } from './octets-of.ts'
import { OctetReader, OctetWriter } from '../../src/wire/octets.ts'

const refusal = (read: () => unknown): unknown => {
  try {
    return read()
  } catch (error) {
    return error instanceof WireError ? [error.code, error.offset] : error
  }
}

describe('octets', () => {
  test('are read in both orders, from a view into a larger buffer as well', () => {
    const reader = new OctetReader(Uint8Array.of(9, 9, 1, 2, 3, 4, 5, 6, 7, 0xff).subarray(2))
    expect([reader.u16le(), reader.u16be(), reader.remaining]).toEqual([0x0201, 0x0304, 4])
    reader.seek(0)
    expect([reader.u32le(), reader.offset]).toEqual([0x04030201, 4])
    reader.seek(4)
    expect([reader.u32be(), reader.remaining]).toEqual([0x050607ff, 0])
    reader.seek(1)
    reader.skip(5)
    expect([reader.u8(), reader.take(1), reader.take(0)]).toEqual([
      7,
      Uint8Array.of(0xff),
      new Uint8Array(),
    ])
  })

  test('are added up without carries, four at a time', () => {
    const reader = new OctetReader(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9))
    expect([reader.xor32le(2), reader.offset, reader.xor32le(0)]).toEqual([0x0c040404, 8, 0])
    expect(refusal(() => reader.xor32le(1))).toEqual(['wire/out-of-bounds', 8])
  })

  test('are never read past their end', () => {
    const reader = new OctetReader(Uint8Array.of(1, 2, 3))
    reader.seek(2)
    const outside = ['wire/out-of-bounds', 2]
    expect(
      [
        () => reader.u16le(),
        () => reader.u16be(),
        () => reader.u32le(),
        () => reader.u32be(),
        () => reader.take(2),
        () => reader.take(-1),
        () => reader.take(0.5),
        () => reader.skip(2),
        () => reader.seek(4),
        () => reader.seek(-1),
        () => reader.seek(Number.NaN),
      ].map(refusal),
    ).toEqual(Array.from({ length: 11 }, () => outside))
    expect([reader.u8(), reader.remaining, refusal(() => reader.u8())]).toEqual([
      3,
      0,
      ['wire/out-of-bounds', 3],
    ])
  })

  test.each([
    ['00', 0],
    ['7f', 127],
    ['8100', 128],
    ['8568', 0x2e8],
    ['80807f', 127],
    ['8fffffff7f', 0xffffffff],
  ])('the uintvar %s is %i', (hex, value) => {
    const reader = new OctetReader(octetsOf(hex))
    expect([reader.uintvar(), reader.remaining]).toEqual([value, 0])
  })

  test('no uintvar has over 32 bits, read or written', () => {
    const read = (hex: string) => refusal(() => new OctetReader(octetsOf(hex)).uintvar())
    const tooLong = ['wire/uintvar-too-long', 0]
    expect(['908080807f', '808080808000', '9fffffff7f'].map(read)).toEqual([
      tooLong,
      tooLong,
      tooLong,
    ])
    expect(read('8180')).toEqual(['wire/out-of-bounds', 2])
    const written = [-1, 0.5, 0x1_0000_0000].map((value) =>
      refusal(() => new OctetWriter().uintvar(value)),
    )
    expect(written).toEqual([tooLong, tooLong, tooLong])
  })

  test('a text ends at its NUL, and never at one beyond its part', () => {
    const reader = new OctetReader(Uint8Array.of(0x61, 0, 0, 0x62, 0x63, 0))
    expect([reader.untilNul(), reader.untilNul(), reader.offset]).toEqual([
      Uint8Array.of(0x61),
      new Uint8Array(),
      3,
    ])
    const part = reader.part(2)
    expect(refusal(() => part.untilNul())).toEqual(['wire/unterminated-text', 3])
    expect([part.next, part.take(2), part.next]).toEqual([
      0x62,
      Uint8Array.of(0x62, 0x63),
      undefined,
    ])
    expect([reader.offset, reader.next]).toEqual([5, 0])
  })

  test('a part counts on from where it was taken and is left on neither side', () => {
    const reader = new OctetReader(Uint8Array.of(1, 2, 3, 4, 5))
    reader.skip(1)
    const part = reader.part(2)
    expect([part.offset, part.remaining, part.u8(), reader.offset]).toEqual([1, 2, 2, 3])
    const outside = ['wire/out-of-bounds', 2]
    expect([() => part.u16be(), () => part.seek(0), () => part.seek(4)].map(refusal)).toEqual([
      outside,
      outside,
      outside,
    ])
    part.seek(1)
    expect([part.u16be(), part.remaining]).toEqual([0x0203, 0])
    expect(refusal(() => reader.part(3))).toEqual(['wire/out-of-bounds', 3])
  })

  test('come back as they were written', () => {
    const step = fc.oneof(
      fc.tuple(fc.constant('u8'), fc.integer({ min: 0, max: 0xff })),
      fc.tuple(fc.constantFrom('u16le', 'u16be'), fc.integer({ min: 0, max: 0xffff })),
      fc.tuple(
        fc.constantFrom('u32le', 'u32be', 'uintvar'),
        fc.integer({ min: 0, max: 0xffffffff }),
      ),
      fc.tuple(fc.constant('bytes'), fc.uint8Array({ maxLength: 600 })),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const writer = new OctetWriter()
        for (const [kind, value] of steps) write(writer, kind, value)
        const reader = new OctetReader(writer.toUint8Array())
        expect(writer.length).toBe(reader.remaining)
        expect(steps.map(([kind, value]) => [kind, read(reader, kind, value)])).toEqual(steps)
        expect(reader.remaining).toBe(0)
      }),
    )
  })
})

function write(writer: OctetWriter, kind: string, value: number | Uint8Array): void {
  if (typeof value !== 'number') writer.bytes(value)
  else if (kind === 'u8') writer.u8(value)
  else if (kind === 'u16le') writer.u16le(value)
  else if (kind === 'u16be') writer.u16be(value)
  else if (kind === 'uintvar') writer.uintvar(value)
  else if (kind === 'u32le') writer.u32le(value)
  else writer.u32be(value)
}

function read(reader: OctetReader, kind: string, value: number | Uint8Array): number | Uint8Array {
  if (typeof value !== 'number') return reader.take(value.length)
  if (kind === 'u8') return reader.u8()
  if (kind === 'u16le') return reader.u16le()
  if (kind === 'u16be') return reader.u16be()
  if (kind === 'uintvar') return reader.uintvar()
  return kind === 'u32le' ? reader.u32le() : reader.u32be()
}
