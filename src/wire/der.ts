/**
 * Reads DER (X.690) as certificates use it: low tag numbers, definite lengths in their shortest form. Nothing recurses:
 * who reads a structure opens one reader for each level it knows, so that depth is bounded by the reader's own code.
 */
import { WireError } from '../errors.ts'
import { OctetReader } from './octets.ts'

export interface DerElement {
  /** Identifier octet: class, constructed bit and number. */
  readonly tag: number
  readonly content: Uint8Array
  /** Identifier, length and content. */
  readonly whole: Uint8Array
  /** Of the content, in the octets that the outermost reader got. */
  readonly offset: number
}

export const derTag = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const

/** Length octets beyond the first; what needs more is longer than any certificate. */
const lengthOctetsMax = 3

export class DerReader {
  readonly #octets: Uint8Array
  readonly #reader: OctetReader
  readonly #base: number

  /** @param base offset of `octets` in what the outermost reader got, for messages */
  constructor(octets: Uint8Array, base = 0) {
    this.#octets = octets
    this.#reader = new OctetReader(octets)
    this.#base = base
  }

  /** A reader of what an element contains. */
  static of({ content, offset }: DerElement): DerReader {
    return new DerReader(content, offset)
  }

  get atEnd(): boolean {
    return this.#reader.remaining === 0
  }

  get offset(): number {
    return this.#base + this.#reader.offset
  }

  /** @throws WireError `wire/der` where the octets are no element of DER */
  next(): DerElement {
    const start = this.#reader.offset
    const tag = this.#u8('an identifier')
    if ((tag & 0x1f) === 0x1f) throw this.refuse('a tag number of many octets', 'one below 31')
    const length = this.#length()
    if (length > this.#reader.remaining) {
      throw this.refuse(`a length of ${length}`, `at most ${this.#reader.remaining}`)
    }
    const offset = this.offset
    const content = this.#reader.take(length)
    return { tag, content, whole: this.#octets.subarray(start, this.#reader.offset), offset }
  }

  /** @throws WireError `wire/der` when what comes is something else */
  take(tag: number, what: string): DerElement {
    if (this.atEnd) throw this.refuse('the end', what)
    const before = this.offset
    const element = this.next()
    if (element.tag === tag) return element
    throw new DerReader(this.#octets, before).refuse(
      `tag ${hex(element.tag)}`,
      `${what} (${hex(tag)})`,
    )
  }

  /** The next element if it has this tag. */
  takeIf(tag: number): DerElement | undefined {
    return this.#octets[this.#reader.offset] === tag ? this.next() : undefined
  }

  /** @throws WireError `wire/der` when something is left */
  end(what: string): void {
    if (!this.atEnd)
      throw this.refuse(`${this.#reader.remaining} more octets`, `the end of ${what}`)
  }

  refuse(found: string, expected: string): WireError {
    return new WireError('wire/der', `Unexpected ${found}, expected ${expected}`, this.offset)
  }

  #length(): number {
    const first = this.#u8('a length')
    if (first < 0x80) return first
    const count = first & 0x7f
    if (count === 0) throw this.refuse('an indefinite length', 'a definite one')
    if (count > lengthOctetsMax) {
      throw this.refuse(
        `a length of ${count} octets`,
        `at most ${lengthOctetsMax} (lengthOctetsMax)`,
      )
    }
    let length = 0
    for (let read = 0; read < count; read += 1) length = length * 256 + this.#u8('a length')
    if (length < 0x80 || length < 256 ** (count - 1)) {
      throw this.refuse('a length with needless octets', 'its shortest form')
    }
    return length
  }

  #u8(what: string): number {
    if (this.#reader.remaining === 0) throw this.refuse('the end', what)
    return this.#reader.u8()
  }
}

function hex(octet: number): string {
  return `0x${octet.toString(16).padStart(2, '0')}`
}

/** Octets of an object identifier that are read; those of certificates have up to about 20. */
const oidBytesMax = 64

/** `1.2.840.113549.1.1.5`. @throws WireError `wire/der` */
export function readOid(element: DerElement): string {
  const { content } = element
  const reader = DerReader.of(element)
  if (content.length === 0 || content.length > oidBytesMax) {
    throw reader.refuse(
      `an object identifier of ${content.length} octets`,
      `1 to ${oidBytesMax} (oidBytesMax)`,
    )
  }
  const arcs: bigint[] = []
  let arc = 0n
  for (const [at, octet] of content.entries()) {
    if (octet === 0x80 && (at === 0 || (content[at - 1] ?? 0) < 0x80)) {
      throw reader.refuse('an object identifier with needless octets', 'its shortest form')
    }
    arc = (arc << 7n) | BigInt(octet & 0x7f)
    if (octet >= 0x80) continue
    arcs.push(arc)
    arc = 0n
  }
  if ((content.at(-1) ?? 0) >= 0x80) throw reader.refuse('half an object identifier', 'all of it')
  const [first = 0n, ...rest] = arcs
  const root = first < 80n ? first / 40n : 2n
  return [root, first - root * 40n, ...rest].join('.')
}

/** Content of an INTEGER without its sign octet; negative numbers have no place in a certificate. @throws WireError `wire/der` */
export function readUnsigned(element: DerElement): Uint8Array {
  const { content } = element
  const reader = DerReader.of(element)
  const [first, second = 0xff] = content
  if (first === undefined) throw reader.refuse('an integer of no octets', 'at least one')
  if (first >= 0x80) throw reader.refuse('a negative integer', 'a positive one')
  if (first !== 0) return content
  if (content.length > 1 && second < 0x80) {
    throw reader.refuse('an integer with needless octets', 'its shortest form')
  }
  return content.length === 1 ? content : content.subarray(1)
}

/** A number that fits into 31 bits. @throws WireError `wire/der` */
export function readSmallNumber(element: DerElement): number {
  const octets = readUnsigned(element)
  if (octets.length > 4 || (octets.length === 4 && (octets[0] ?? 0) >= 0x80)) {
    throw DerReader.of(element).refuse(`a number of ${octets.length} octets`, 'one below 2^31')
  }
  return octets.reduce((number, octet) => number * 256 + octet, 0)
}

/** Content of a BIT STRING that ends at an octet. @throws WireError `wire/der` */
export function readBitOctets(element: DerElement): Uint8Array {
  if (element.content[0] === 0) return element.content.subarray(1)
  throw DerReader.of(element).refuse('a bit string that ends within an octet', 'whole octets')
}

/** Positions of the bits that are set, the first being 0. @throws WireError `wire/der` */
export function readBits(element: DerElement): ReadonlySet<number> {
  const [unused = 8, ...octets] = element.content
  // Two octets hold the nine bits of a key usage (RFC 5280 4.2.1.3), the longest list of flags in a certificate.
  if (unused > 7 || octets.length > 2) {
    throw DerReader.of(element).refuse('a bit string of many octets', 'at most 16 flags')
  }
  const bits = new Set<number>()
  for (const [at, octet] of octets.entries()) {
    for (let bit = 0; bit < 8; bit += 1) {
      if ((octet & (0x80 >> bit)) !== 0) bits.add(at * 8 + bit)
    }
  }
  return bits
}

/** TRUE is 0xFF, and FALSE, where it is the default, is left out. @throws WireError `wire/der` */
export function readBoolean(element: DerElement): boolean {
  const [octet, ...more] = element.content
  if (more.length > 0 || (octet !== 0xff && octet !== 0)) {
    throw DerReader.of(element).refuse('a boolean that is neither', '0xff or 0x00')
  }
  return octet === 0xff
}

const utcTime = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/
const generalizedTime = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/

/** Milliseconds since 1970. Two digits of a year stand for 1950 to 2049 (RFC 5280 4.1.2.5.1). @throws WireError `wire/der` */
export function readTime(reader: DerReader): number {
  const short = reader.takeIf(derTag.utcTime)
  const element = short ?? reader.take(derTag.generalizedTime, 'a time')
  const text = new TextDecoder('latin1').decode(element.content)
  const digits = (short === undefined ? generalizedTime : utcTime).exec(text) ?? []
  const [year = '', month, day, hour, minute, second] = digits.slice(1)
  const century = year < '50' ? '20' : '19'
  const full = short === undefined ? year : `${century}${year}`
  const iso = `${full}-${month}-${day}T${hour}:${minute}:${second}.000Z`
  const ms = Date.parse(iso)
  // A parser of dates may take 30 February for 2 March.
  if (Number.isNaN(ms) || new Date(ms).toISOString() !== iso) {
    throw DerReader.of(element).refuse('a time that is none', 'a time in UTC with seconds')
  }
  return ms
}
