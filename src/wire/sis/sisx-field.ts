/**
 * Fields of a SISX package (sisfieldtypes.h and field.cpp of Symbian's installer):
 *
 *     type u32 · length u32, or its low 31 bits with the top bit set and a u32 of the bits above · data · zeros to a
 *     multiple of four, which the length leaves out
 *
 * An array states the type of its elements once, and they go without it.
 */
import { WireError } from '../../errors.ts'
import type { Annotate } from '../annotate.ts'
import { OctetReader } from '../octets.ts'
import type { SisLimits } from './sis-limits.ts'
import type { TakeNote } from './sis-note.ts'

export const fieldTypes = {
  string: 1,
  array: 2,
  compressed: 3,
  version: 4,
  'version range': 5,
  date: 6,
  time: 7,
  'date and time': 8,
  UID: 9,
  language: 11,
  contents: 12,
  controller: 13,
  info: 14,
  'supported languages': 15,
  'supported options': 16,
  prerequisites: 17,
  dependency: 18,
  properties: 19,
  property: 20,
  'certificate chain': 22,
  logo: 23,
  'file description': 24,
  hash: 25,
  if: 26,
  'else if': 27,
  'install block': 28,
  expression: 29,
  data: 30,
  'data unit': 31,
  'file data': 32,
  'supported option': 33,
  'controller checksum': 34,
  'data checksum': 35,
  signature: 36,
  blob: 37,
  'signature algorithm': 38,
  'signature and certificate chain': 39,
  'data index': 40,
  capabilities: 41,
} as const

export type FieldName = keyof typeof fieldTypes

const titles: ReadonlyMap<number, string> = new Map(
  Object.entries(fieldTypes).map(([name, type]) => [type, name]),
)

/** What all readers of one package, or of one controller, have in common. */
export class FieldReading {
  readonly octets: Uint8Array
  /** All readers of fields share it, each going to where it is. */
  readonly reader: OctetReader
  readonly limits: SisLimits
  readonly note: TakeNote
  readonly annotate: Annotate | undefined
  #fields = 0

  constructor(
    octets: Uint8Array,
    way: {
      readonly limits: SisLimits
      readonly note: TakeNote
      readonly annotate: Annotate | undefined
    },
  ) {
    this.octets = octets
    this.reader = new OctetReader(octets)
    this.limits = way.limits
    this.note = way.note
    this.annotate = way.annotate
  }

  /** @throws WireError `sis/too-many-fields` */
  count(offset: number): void {
    this.#fields += 1
    const { fieldsMax } = this.limits
    if (this.#fields <= fieldsMax) return
    const found = `Unexpected fields without end, expected at most ${fieldsMax} (fieldsMax)`
    throw new WireError('sis/too-many-fields', found, offset)
  }
}

interface Place {
  readonly start: number
  readonly end: number
}

/** Reads the fields within one field, in their order. */
export class FieldReader {
  /** Of what this reads, without type, length and padding. */
  readonly place: Place
  /** With type, length and padding, where it is a field itself. */
  readonly whole: Place
  readonly reading: FieldReading
  #offset: number

  constructor(reading: FieldReading, place: Place, whole: Place = place) {
    this.place = place
    this.whole = whole
    this.reading = reading
    this.#offset = place.start
  }

  get offset(): number {
    return this.#offset
  }

  get remaining(): number {
    return this.place.end - this.#offset
  }

  /** Type of the next field; none where no more than padding is left. */
  get nextType(): number | undefined {
    if (this.remaining < 4) return undefined
    this.reading.reader.seek(this.#offset)
    return this.reading.reader.u32le()
  }

  nextIs(name: FieldName): boolean {
    return this.nextType === fieldTypes[name]
  }

  /** A field that holds others. @throws WireError `sis/field` when another one comes */
  take(name: FieldName): FieldReader {
    const field = this.#field(name)
    this.#tellHead(field, name)
    return field
  }

  takeIf(name: FieldName): FieldReader | undefined {
    return this.nextIs(name) ? this.take(name) : undefined
  }

  /** A field that holds one value. */
  leaf<T>(name: FieldName, read: (field: FieldReader) => T, show: (value: T) => string): T {
    return this.#readLeaf(this.#field(name), { name, read, show })
  }

  /** An array of fields that hold others. */
  list<T>(name: FieldName, read: (element: FieldReader) => T): readonly T[] {
    return this.#elements(name).map((element) => {
      this.#tellHead(element, name)
      return read(element)
    })
  }

  /** An array of fields that hold one value each. */
  leaves<T>(
    name: FieldName,
    read: (field: FieldReader) => T,
    show: (value: T) => string,
  ): readonly T[] {
    return this.#elements(name).map((field) => this.#readLeaf(field, { name, read, show }))
  }

  /** @param meaning what it is, where it is told on its own */
  u8(meaning?: string): number {
    return this.#tell(1, this.#step(1).u8(), meaning)
  }

  u16(meaning?: string): number {
    return this.#tell(2, this.#step(2).u16le(), meaning)
  }

  u32(meaning?: string): number {
    return this.#tell(4, this.#step(4).u32le(), meaning)
  }

  i32(meaning?: string): number {
    return this.#tell(4, this.#step(4).u32le() | 0, meaning)
  }

  /** Exact up to 2^53, which is beyond every limit. */
  u64(meaning?: string): number {
    const reader = this.#step(8)
    return this.#tell(8, reader.u32le() + reader.u32le() * 0x100000000, meaning)
  }

  /** What is left, as a view. */
  rest(): Uint8Array {
    return this.#step(this.remaining).take(this.place.end - this.reading.reader.offset)
  }

  refuse(found: string, expected: string, offset = this.offset): WireError {
    return new WireError('sis/field', `Unexpected ${found}, expected ${expected}`, offset)
  }

  /** A type comes first, except within an array. */
  #field(name: FieldName): FieldReader {
    const start = this.#offset
    const type = this.nextType
    if (type !== fieldTypes[name]) throw this.refuse(nameOf(type), `a field of the type ${name}`)
    this.#step(4)
    return this.#content(start)
  }

  #content(start: number): FieldReader {
    this.reading.count(start)
    const low = this.#step(4).u32le()
    const length = low < 0x80000000 ? low : low - 0x80000000 + this.#step(4).u32le() * 0x80000000
    const place = { start: this.#offset, end: this.#offset + length }
    if (length > this.remaining) {
      throw this.refuse(`field of ${length} octets`, `at most ${this.remaining}`, start)
    }
    // The last field of all may go without its padding.
    this.#offset = Math.min(place.end + ((4 - (length % 4)) % 4), this.place.end)
    return new FieldReader(this.reading, place, { start, end: this.#offset })
  }

  /** Takes so many octets, which the reader then stands before. */
  #step(count: number): OctetReader {
    if (count > this.remaining) {
      throw this.refuse(
        'the end of a field',
        `${count} more octets of ${this.remaining} that are left`,
      )
    }
    const { reader } = this.reading
    reader.seek(this.#offset)
    this.#offset += count
    return reader
  }

  #elements(name: FieldName): readonly FieldReader[] {
    const array = this.#field('array')
    const { offset } = array
    const type = array.u32()
    array.#annotate(array.whole.start, array.offset, `Array of ${nameOf(type)}`)
    const elements: FieldReader[] = []
    while (array.remaining >= 4) elements.push(array.#content(array.offset))
    if (elements.length > 0 && type !== fieldTypes[name]) {
      throw this.refuse(`array of ${nameOf(type)}`, `one of ${name}`, offset)
    }
    return elements
  }

  #readLeaf<T>(
    field: FieldReader,
    leaf: {
      readonly name: FieldName
      readonly read: (field: FieldReader) => T
      readonly show: (value: T) => string
    },
  ): T {
    const value = leaf.read(field)
    if (this.reading.annotate !== undefined) {
      this.#annotate(
        field.whole.start,
        field.whole.end,
        `${titleOf(leaf.name)}: ${leaf.show(value)}`,
      )
    }
    return value
  }

  #tellHead(field: FieldReader, name: FieldName): void {
    const { start, end } = field.place
    this.#annotate(field.whole.start, start, `${titleOf(name)}, ${end - start} octets`)
  }

  #tell(bytes: number, value: number, meaning: string | undefined): number {
    if (meaning !== undefined)
      this.#annotate(this.#offset - bytes, this.#offset, `${meaning}: ${value}`)
    return value
  }

  #annotate(start: number, end: number, meaning: string): void {
    this.reading.annotate?.(start, end, meaning)
  }
}

function nameOf(type: number | undefined): string {
  if (type === undefined) return 'end'
  return titles.get(type) ?? `field type ${type}`
}

function titleOf(name: FieldName): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`
}
