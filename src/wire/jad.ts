import { WireError } from '../errors.ts'
import type { Attribute, Deviation } from './attributes.ts'
import { escapeText } from './escape.ts'
import { readDescriptor } from './jad-reader.ts'
import { strictJad } from './jad-tolerance.table.ts'
import type { JadTolerance } from './jad-tolerance.table.ts'

export interface Descriptor {
  readonly attributes: readonly Attribute[]
  /** In the order of the octets. At most 1,000 are listed, the first refused one always. */
  readonly deviations: readonly Deviation[]
  /** The charset it was read in, in lower case. */
  readonly charset: string
  /** No deviation that the tolerance in force refuses. */
  readonly wellFormed: boolean
  /** How many lines end in which way; `cr` counts every CR that no LF follows. */
  readonly lineEnds: { readonly crlf: number; readonly lf: number; readonly cr: number }
}

export interface JadOptions {
  /** Of the `Content-Type` field; UTF-8 without one. */
  readonly charset?: string | undefined
  /** By the letter of the grammar without one. */
  readonly tolerance?: JadTolerance | undefined
}

/** Octets of a descriptor that are read; the smallest devices take 5 KB. */
export const jadBytesMax = 1_048_576

interface Memory {
  readonly charset: string | undefined
  readonly tolerance: JadTolerance
  readonly descriptor: Descriptor
}

/** Handset and judge read the same octets, often more than once. */
const memories = new WeakMap<Uint8Array, Memory[]>()
/** Readings remembered of one descriptor. */
const memoriesMax = 8

/**
 * Reads a descriptor (PKG21 "BNF for parsing application descriptors"). Whatever the octets are, there is a result: what
 * departs from the grammar is listed, and reading goes on behind it so that a notify URL survives. A line that breaks
 * the grammar beyond what the tolerance in force accepts gives no attribute; undecodable octets become U+FFFD.
 * Of more than 1 MiB the lines that fit are read. The result is remembered by identity of `octets`, which must not
 * change afterwards.
 */
export function parseJad(octets: Uint8Array, options: JadOptions = {}): Descriptor {
  const { charset, tolerance = strictJad } = options
  const remembered = memories.get(octets) ?? []
  const known = remembered.find((one) => one.tolerance === tolerance && one.charset === charset)
  if (known !== undefined) return known.descriptor
  const descriptor =
    octets.length > jadBytesMax
      ? readBeginning(octets, charset, tolerance)
      : readDescriptor(octets, charset, tolerance)
  memories.set(octets, [
    { charset, tolerance, descriptor },
    ...remembered.slice(0, memoriesMax - 1),
  ])
  return descriptor
}

function readBeginning(
  octets: Uint8Array,
  charset: string | undefined,
  tolerance: JadTolerance,
): Descriptor {
  const end = octets.lastIndexOf(lineFeed, jadBytesMax - 1) + 1 || jadBytesMax
  const beginning = readDescriptor(octets.subarray(0, end), charset, tolerance)
  const { crlf, lf } = beginning.lineEnds
  const tooLong: Deviation = {
    rule: 'too-long',
    line: crlf + lf + 1,
    offset: end,
    found: `${octets.length} octets, more than ${jadBytesMax}`,
    tolerated: false,
  }
  return {
    ...beginning,
    attributes: tolerance.afterRefusal === 'go-on' ? beginning.attributes : [],
    deviations: [...beginning.deviations, tooLong],
    wellFormed: false,
  }
}

const lineFeed = 0x0a

/**
 * Writes a descriptor, one line for each attribute.
 *
 * @throws WireError `wire/jad-attribute` for an attribute that would not come out as one line with that name
 */
export function formatJad(
  attributes: readonly (readonly [name: string, value: string])[],
  lineEnd: '\r\n' | '\n' = '\r\n',
): Uint8Array {
  let text = ''
  for (const [name, value] of attributes) {
    if (name === '' || /[:\r\n]/.test(name) || /[\r\n]/.test(value)) {
      const found = escapeText(`${name}: ${value}`)
      throw new WireError('wire/jad-attribute', `Unexpected attribute "${found}"`, text.length)
    }
    text += `${name}: ${value}${lineEnd}`
  }
  return new TextEncoder().encode(text)
}
