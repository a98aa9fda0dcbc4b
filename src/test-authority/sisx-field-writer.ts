/**
 * Writes the fields of SISX packages: type u32, length u32, data, zeros to a multiple of four. The length leaves out the
 * zeros. An array has the type of its elements once, which then go without it.
 */
import { OctetWriter } from '../wire/octets.ts'
import { fieldTypes } from '../wire/sis/sisx-field.ts'
import type { FieldName } from '../wire/sis/sisx-field.ts'
import type { SisVersion } from '../wire/sis/sisx-leaf.ts'

/** A field with its type, length and padding. */
export function field(name: FieldName, ...contents: readonly Uint8Array[]): Uint8Array {
  const data = joined(contents)
  return new OctetWriter(data.length + 12)
    .u32le(fieldTypes[name])
    .bytes(withoutType(data))
    .toUint8Array()
}

/** An array field of what {@link joined} elements hold. */
export function arrayOf(name: FieldName, elements: readonly Uint8Array[]): Uint8Array {
  return field('array', u32(fieldTypes[name]), ...elements.map(withoutType))
}

function withoutType(data: Uint8Array): Uint8Array {
  const writer = new OctetWriter(data.length + 8).u32le(data.length).bytes(data)
  while (writer.length % 4 > 0) writer.u8(0)
  return writer.toUint8Array()
}

export function joined(contents: readonly Uint8Array[]): Uint8Array {
  const bytes = contents.reduce((sum, { length }) => sum + length, 0)
  const writer = new OctetWriter(Math.max(bytes, 1))
  for (const octets of contents) writer.bytes(octets)
  return writer.toUint8Array()
}

export function u8(value: number): Uint8Array {
  return Uint8Array.of(value)
}

export function u16(value: number): Uint8Array {
  return new OctetWriter(2).u16le(value).toUint8Array()
}

/** A negative number is written as its two's complement. */
export function u32(value: number): Uint8Array {
  return new OctetWriter(4).u32le(value >>> 0).toUint8Array()
}

export function u64(value: number): Uint8Array {
  return joined([u32(value), u32(Math.floor(value / 0x100000000))])
}

/** UTF-16, the lower octet first. */
export function utf16(text: string): Uint8Array {
  return joined(Array.from({ length: text.length }, (_, at) => u16(text.charCodeAt(at))))
}

export function text(value: string): Uint8Array {
  return field('string', utf16(value))
}

export function texts(values: readonly string[]): Uint8Array {
  return arrayOf('string', values.map(utf16))
}

export function uid(value: number): Uint8Array {
  return field('UID', u32(value))
}

export function version({ major, minor, build }: SisVersion): Uint8Array {
  return field('version', u32(major), u32(minor), u32(build))
}

/** The month counts from 0. @param iso `2008-01-31T12:00:00` */
export function instant(iso: string): Uint8Array {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = iso
    .split(/[-:T]/)
    .map(Number)
  return field(
    'date and time',
    field('date', u16(year), u8(month - 1), u8(day)),
    field('time', u8(hour), u8(minute), u8(second)),
  )
}
