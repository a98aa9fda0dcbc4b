import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { WireError } from '../../src/errors.ts'
import { readClassHeader } from '../../src/wire/classfile.ts'
import { OctetWriter } from '../../src/wire/octets.ts'

/** `acme.Hello`, a MIDlet with a thread, compiled by javac 17 with `--release 8 -g:none`. */
const hello = Uint8Array.from(
  atob(
    [
      'yv66vgAAADQAMwoAAgADBwAEDAAFAAYBACBqYXZheC9taWNyb2VkaXRpb24vbWlkbGV0L01JRGxldAEABjxpbml0PgEA',
      'AygpVgUAABI0VniavAkACgALBwAMDAANAA4BAAphY21lL0hlbGxvAQABYQEAAUoGQAQAAAAAAAAJAAoAEgwAEwAUAQAB',
      'ZAEAAUQHABYBAB1qYXZheC9taWNyb2VkaXRpb24vbGNkdWkvRm9ybQkACgAYDAAZABoBAAFmAQAgW0xqYXZheC9taWNy',
      'b2VkaXRpb24vbGNkdWkvRm9ybTsIABwBAAtowIDDqe2gve24gAoAFQAeDAAFAB8BABUoTGphdmEvbGFuZy9TdHJpbmc7',
      'KVYHACEBABBqYXZhL2xhbmcvVGhyZWFkCgAgACMMAAUAJAEAFyhMamF2YS9sYW5nL1J1bm5hYmxlOylWCgAgACYMACcA',
      'BgEABXN0YXJ0BwApAQASamF2YS9sYW5nL1J1bm5hYmxlAQABcwEAEkxqYXZhL2xhbmcvU3RyaW5nOwEADUNvbnN0YW50',
      'VmFsdWUBAARDb2RlAQADcnVuAQAIc3RhcnRBcHABAAhwYXVzZUFwcAEACmRlc3Ryb3lBcHABAAQoWilWACAACgACAAEA',
      'KAAEAAIADQAOAAAAAgATABQAAAACABkAGgAAABgAKgArAAEALAAAAAIAGwAFAAAABQAGAAEALQAAAB8AAwABAAAAEyq3',
      'AAEqFAAHtQAJKhQAD7UAEbEAAAAAAAEALgAGAAEALQAAACQABQABAAAAGCoEvQAVtQAXKrQAFwO7ABVZEhu3AB1TsQAA',
      'AAAABAAvAAYAAQAtAAAAGAADAAEAAAAMuwAgWSq3ACK2ACWxAAAAAAAEADAABgABAC0AAAANAAAAAQAAAAGxAAAAAAAE',
      'ADEAMgABAC0AAAAbAAUAAgAAAA8qKrQACSq0ABGPYbUACbEAAAAAAAA=',
    ].join(''),
  ),
  (character) => character.charCodeAt(0),
)

const refusal = (octets: Uint8Array): unknown => {
  try {
    return readClassHeader(octets)
  } catch (error) {
    return error instanceof WireError ? [error.code, error.offset] : error
  }
}

const changed = (changes: Readonly<Record<number, number>>): Uint8Array =>
  hello.map((octet, offset) => changes[offset] ?? octet)

describe('a class file', () => {
  test('tells its name, its superclass, its version and the packages it needs', () => {
    expect(readClassHeader(hello)).toEqual({
      name: 'acme.Hello',
      superName: 'javax.microedition.midlet.MIDlet',
      major: 52,
      minor: 0,
      packages: ['acme', 'java.lang', 'javax.microedition.lcdui', 'javax.microedition.midlet'],
    })
  })

  test('may have no superclass and no package, as java.lang.Object has none', () => {
    const octets = new OctetWriter().u32be(0xcafebabe).u16be(3).u16be(45).u16be(3)
    octets.u8(1).u16be(1).u8(0x58).u8(7).u16be(1)
    octets.u16be(0x21).u16be(2).u16be(0).u16be(0).u16be(0).u16be(0).u16be(0)
    expect(readClassHeader(octets.toUint8Array())).toEqual({
      name: 'X',
      superName: undefined,
      major: 45,
      minor: 3,
      packages: [],
    })
  })

  test('names the packages of array classes and of method types', () => {
    const octets = new OctetWriter().u32be(0xcafebabe).u16be(0).u16be(52).u16be(7)
    const text = (value: string) =>
      octets.u8(1).u16be(value.length).bytes(new TextEncoder().encode(value))
    text('X').u8(7).u16be(1)
    text('[[La/b/C;').u8(7).u16be(3)
    text('([Ld/E;ILf/g/H;)Li/J;').u8(16).u16be(5)
    octets.u16be(0x21).u16be(2).u16be(0).u16be(0).u16be(0).u16be(0).u16be(0)
    expect(readClassHeader(octets.toUint8Array()).packages).toEqual(['a.b', 'd', 'f.g', 'i'])
  })

  test('is read quickly when its descriptors never end', () => {
    const count = 60
    const octets = new OctetWriter()
      .u32be(0xcafebabe)
      .u16be(0)
      .u16be(52)
      .u16be(3 + 2 * count)
    octets.u8(1).u16be(1).u8(0x58).u8(7).u16be(1)
    const endless = new Uint8Array(65_000).fill(0x4c)
    for (let index = 0; index < count; index += 1) {
      octets
        .u8(1)
        .u16be(endless.length + index)
        .bytes(endless)
        .bytes(new Uint8Array(index).fill(1))
      octets.u8(16).u16be(3 + 2 * index)
    }
    octets.u16be(0x21).u16be(2).u16be(0).u16be(0).u16be(0).u16be(0).u16be(0)
    expect(readClassHeader(octets.toUint8Array()).packages).toEqual([])
  })

  test('is refused where it stops being one', () => {
    expect([
      refusal(new Uint8Array()),
      refusal(changed({ 0: 0 })),
      refusal(changed({ 8: 0, 9: 0 })),
      refusal(changed({ 10: 2 })),
      refusal(changed({ 9: hello[9] ?? 0, 16: 0xff })),
      refusal(Uint8Array.of(...hello, 0)),
    ]).toEqual([
      ['wire/out-of-bounds', 0],
      ['wire/class-file', 0],
      ['wire/class-file', 8],
      ['wire/class-file', 10],
      ['wire/class-file', 15],
      ['wire/class-file', hello.length],
    ])
  })

  test('is refused when a number of 8 octets has no place for its second half', () => {
    const octets = new OctetWriter().u32be(0xcafebabe).u16be(0).u16be(47).u16be(2)
    octets.u8(5).u32be(0).u32be(0)
    expect(refusal(octets.toUint8Array())).toEqual(['wire/class-file', 19])
  })

  test('is refused when a name is not modified UTF-8', () => {
    const named = (...name: readonly number[]) => {
      const octets = new OctetWriter().u32be(0xcafebabe).u16be(0).u16be(47).u16be(3)
      octets.u8(1).u16be(name.length).bytes(Uint8Array.from(name)).u8(7).u16be(1)
      octets.u16be(0x21).u16be(2).u16be(0).u16be(0).u16be(0).u16be(0).u16be(0)
      return refusal(octets.toUint8Array())
    }
    const bad = [[0x58, 0], [0x80], [0xc3], [0xc3, 0x28], [0xe2, 0x82], [0xf0, 0x9f, 0x98, 0x80]]
    expect(bad.map((name) => named(...name))).toEqual(
      [14, 13, 13, 13, 13, 13].map((offset) => ['wire/class-file', offset]),
    )
    expect(named(0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xc0, 0x80)).toHaveProperty('name', 'é€\0')
  })

  test('is refused when it is larger than any phone takes', () => {
    const octets = new Uint8Array(4 * 1024 * 1024 + 1)
    octets.set(hello)
    expect(refusal(octets)).toEqual(['wire/class-file', 0])
  })

  test('is refused when it is cut off anywhere', () => {
    const codes = Array.from({ length: hello.length }, (_, length) => {
      const result = refusal(hello.subarray(0, length))
      return Array.isArray(result) ? 'refused' : result
    })
    expect(codes).toEqual(codes.map(() => 'refused'))
  })

  test('is read or refused, whatever its octets are', () => {
    const place = fc.integer({ min: 0, max: hello.length - 1 })
    const change = fc.tuple(place, fc.integer({ min: 0, max: 255 }))
    const candidate = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc
        .array(change, { minLength: 1, maxLength: 4 })
        .map((changes) => changed(Object.fromEntries(changes))),
    )
    fc.assert(
      fc.property(candidate, (octets) => {
        const outcome = refusal(octets)
        expect(outcome).not.toBeInstanceOf(Error)
      }),
      { numRuns: 1000 },
    )
  })
})
