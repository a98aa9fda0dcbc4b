/** Reads the constant pool of a class file (JVMS 4.4): what each entry refers to, nothing resolved yet. */
import { WireError } from '../errors.ts'
import type { OctetReader } from './octets.ts'

export type Constant =
  | { readonly kind: 'utf8'; readonly octets: Uint8Array; readonly offset: number }
  /** Class, String, MethodType, Module and Package: one index. */
  | {
      readonly kind: 'class' | 'method-type' | 'name'
      readonly index: number
      readonly offset: number
    }
  | { readonly kind: 'name-and-type'; readonly descriptor: number; readonly offset: number }
  /** Numbers and references, whose parts are entries of their own. */
  | { readonly kind: 'other'; readonly offset: number }

export interface ConstantPool {
  /** By index, from 1; indices that no entry has are absent. */
  readonly constants: ReadonlyMap<number, Constant>
  classNameAt(index: number, offset: number): string
  textAt(index: number, offset: number): string
}

/** JVMS table 4.4-A: what follows the tag, in octets, and how many indices the entry takes. */
const otherBytes: ReadonlyMap<number, number> = new Map([
  [3, 4],
  [4, 4],
  [5, 8],
  [6, 8],
  [9, 4],
  [10, 4],
  [11, 4],
  [15, 3],
  [17, 4],
  [18, 4],
])
const tagUtf8 = 1
const tagLong = 5
const tagDouble = 6
const tagClass = 7
const tagNameAndType = 12
const tagMethodType = 16
const tagsWithName: ReadonlySet<number> = new Set([8, 19, 20])

/** @throws WireError when the pool is cut off or holds an unknown tag */
export function readConstantPool(reader: OctetReader): ConstantPool {
  const count = reader.u16be()
  if (count === 0) {
    throw garbage('Unexpected constant pool count 0, expected at least 1', reader.offset - 2)
  }
  const constants = new Map<number, Constant>()
  let index = 1
  while (index < count) {
    const { constant, indices } = readConstant(reader)
    constants.set(index, constant)
    index += indices
  }
  if (index > count) {
    throw garbage('Unexpected number of 8 octets in the last place of the pool', reader.offset)
  }
  // Entries may share one long text: it is decoded once, or 64 KiB of it could be asked for 64 Ki times.
  const decoded = new Map<number, string>()
  const textAt = (place: number, offset: number): string => {
    const text = decoded.get(place) ?? decodeText(constants, place, offset)
    decoded.set(place, text)
    return text
  }
  const classNameAt = (place: number, offset: number): string => {
    const constant = constants.get(place)
    if (constant?.kind !== 'class') throw unexpected(constant, place, { what: 'a class', offset })
    return textAt(constant.index, constant.offset)
  }
  return { constants, classNameAt, textAt }
}

function readConstant(reader: OctetReader): {
  readonly constant: Constant
  readonly indices: number
} {
  const offset = reader.offset
  const tag = reader.u8()
  const one = (constant: Constant) => ({ constant, indices: 1 })
  if (tag === tagUtf8) return one({ kind: 'utf8', octets: reader.take(reader.u16be()), offset })
  if (tag === tagClass) return one({ kind: 'class', index: reader.u16be(), offset })
  if (tag === tagMethodType) return one({ kind: 'method-type', index: reader.u16be(), offset })
  if (tagsWithName.has(tag)) return one({ kind: 'name', index: reader.u16be(), offset })
  if (tag === tagNameAndType) {
    reader.skip(2)
    return one({ kind: 'name-and-type', descriptor: reader.u16be(), offset })
  }
  const bytes = otherBytes.get(tag)
  if (bytes === undefined) {
    throw garbage(`Unexpected constant tag ${tag}, expected one of JVMS table 4.4-A`, offset)
  }
  reader.skip(bytes)
  return {
    constant: { kind: 'other', offset },
    indices: tag === tagLong || tag === tagDouble ? 2 : 1,
  }
}

function decodeText(
  constants: ReadonlyMap<number, Constant>,
  index: number,
  offset: number,
): string {
  const constant = constants.get(index)
  if (constant?.kind !== 'utf8') throw unexpected(constant, index, { what: 'text', offset })
  return decodeModifiedUtf8(constant.octets, constant.offset)
}

function unexpected(
  constant: Constant | undefined,
  index: number,
  expected: { readonly what: string; readonly offset: number },
): WireError {
  const found = `Unexpected ${constant?.kind ?? 'nothing'} at index ${index}`
  return garbage(`${found}, expected ${expected.what}`, expected.offset)
}

/** JVMS 4.4.7: one to three octets a UTF-16 code unit; no octet is 0 or above 0xEF. */
function decodeModifiedUtf8(octets: Uint8Array, offset: number): string {
  const units: string[] = []
  let place = 0
  while (place < octets.length) {
    const first = octets[place] ?? 0
    const length = encodedBytes(first)
    const rest = octets.subarray(place + 1, place + length)
    if (
      length === 0 ||
      rest.length !== length - 1 ||
      rest.some((octet) => (octet & 0xc0) !== 0x80)
    ) {
      throw garbage('Unexpected octets in a constant, expected modified UTF-8', offset + 3 + place)
    }
    const lead = length === 1 ? first : first & (length === 2 ? 0x1f : 0x0f)
    units.push(
      String.fromCharCode(rest.reduce((unit, octet) => (unit << 6) | (octet & 0x3f), lead)),
    )
    place += length
  }
  return units.join('')
}

/** How many octets a unit that begins with this one takes; 0 when none begins with it. */
function encodedBytes(first: number): number {
  return unitLeads.find(({ from, to }) => first >= from && first <= to)?.bytes ?? 0
}

const unitLeads = [
  { from: 0x01, to: 0x7f, bytes: 1 },
  { from: 0xc0, to: 0xdf, bytes: 2 },
  { from: 0xe0, to: 0xef, bytes: 3 },
] as const

export function garbage(message: string, offset: number): WireError {
  return new WireError('wire/class-file', message, offset)
}
