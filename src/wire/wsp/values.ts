/**
 * Values of headers and parameters. Their first octet says how they go on, known header or not (WSP 8.4.1.2):
 *
 *     00-1E  that many octets follow          1F     a uintvar says how many octets follow
 *     20-7F  text up to a NUL                 80-FF  the lower seven bits are the value
 */
import { WireError } from '../../errors.ts'
import { OctetWriter } from '../octets.ts'
import type { OctetReader } from '../octets.ts'

export type WspValue =
  | { readonly kind: 'short'; readonly value: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'octets'; readonly octets: Uint8Array }

const lengthQuote = 0x1f
/** Octets 128 to 255 at the start of a text would read as a short integer, so a quote goes before them (WSP 8.4.2.1). */
const textQuote = 0x7f
const shortMax = 0x7f
/** Octets of an integer that JavaScript can hold exactly. */
const integerOctetsMax = 6

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

export function decodeValue(reader: OctetReader): WspValue {
  const first = reader.next
  if (first !== undefined && first >= 0x80) return { kind: 'short', value: reader.u8() & 0x7f }
  if (first !== undefined && first > lengthQuote) return { kind: 'text', text: decodeText(reader) }
  return { kind: 'octets', octets: reader.take(decodeValueLength(reader)) }
}

/** `Value-length = Short-length | (Length-quote Length)`, also where a quote stands before a length that needs none. */
export function decodeValueLength(reader: OctetReader): number {
  const first = reader.u8()
  if (first > lengthQuote) {
    throw new WireError(
      'wire/wsp-value-length',
      `Unexpected octet 0x${first.toString(16)}, expected a value length of 0x00 to 0x1f`,
      reader.offset - 1,
    )
  }
  return first === lengthQuote ? reader.uintvar() : first
}

/** `Text-string = [Quote] *TEXT End-of-string`. Octets that are no UTF-8 become U+FFFD. */
export function decodeText(reader: OctetReader): string {
  if (reader.next === textQuote) reader.skip(1)
  return utf8.decode(reader.untilNul())
}

export function encodeValue(writer: OctetWriter, value: WspValue): void {
  switch (value.kind) {
    case 'short':
      if (!Number.isInteger(value.value) || value.value < 0 || value.value > shortMax) {
        throw unwritable(`short integer ${value.value}`, 'an integer of 0 to 127', writer)
      }
      writer.u8(0x80 | value.value)
      return
    case 'text':
      encodeText(writer, value.text)
      return
    case 'octets':
      encodeValueLength(writer, value.octets.length)
      writer.bytes(value.octets)
      return
    default:
      value satisfies never
  }
}

export function encodeValueLength(writer: OctetWriter, length: number): void {
  if (length < lengthQuote) writer.u8(length)
  else writer.u8(lengthQuote).uintvar(length)
}

/** A text whose first octet cannot begin a value is refused, and one with a NUL: neither could be read back. */
export function encodeText(writer: OctetWriter, text: string): void {
  const octets = new TextEncoder().encode(text)
  const [first = 0] = octets
  if (first < 0x20 || octets.includes(0)) {
    throw unwritable(`text ${JSON.stringify(text)}`, 'one without NUL and leading controls', writer)
  }
  if (first >= textQuote) writer.u8(textQuote)
  writer.bytes(octets).u8(0)
}

/** The shortest form: a short integer up to 127, a long integer beyond (WSP 8.4.2.1). */
export function integerValue(value: number): WspValue {
  if (value <= shortMax) return { kind: 'short', value }
  const octets = new OctetWriter()
    .u16be(Math.floor(value / 0x1_0000_0000))
    .u32be(value % 0x1_0000_0000)
  const all = octets.toUint8Array()
  return { kind: 'octets', octets: all.slice(all.findIndex((octet) => octet !== 0)) }
}

/** A short or long integer, as `Integer-value` allows both; none for a text, for no octets, and beyond six of them. */
export function integerOf(value: WspValue): number | undefined {
  if (value.kind === 'short') return value.value
  if (value.kind === 'text' || value.octets.length === 0) return undefined
  if (value.octets.length > integerOctetsMax) return undefined
  return value.octets.reduce((sum, octet) => sum * 0x100 + octet, 0)
}

/** The text of a `Text-string` or `Quoted-string`: the latter has a quotation mark before it and none behind. */
export function textOf(value: WspValue): string | undefined {
  if (value.kind !== 'text') return undefined
  return value.text.startsWith('"') ? value.text.slice(1) : value.text
}

function unwritable(what: string, expected: string, writer: OctetWriter): WireError {
  return new WireError('wire/wsp-value', `Unexpected ${what}, expected ${expected}`, writer.length)
}
