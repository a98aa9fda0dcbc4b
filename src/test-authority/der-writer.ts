/** Writes DER (X.690) as certificates need it. Each function gives one whole element. */
import { OctetWriter } from '../wire/octets.ts'

export function element(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const content = new OctetWriter()
  for (const octets of contents) content.bytes(octets)
  const writer = new OctetWriter().u8(tag)
  if (content.length < 0x80) writer.u8(content.length)
  else if (content.length < 0x100) writer.u8(0x81).u8(content.length)
  else writer.u8(0x82).u16be(content.length)
  return writer.bytes(content.toUint8Array()).toUint8Array()
}

export function sequence(...contents: readonly Uint8Array[]): Uint8Array {
  return element(0x30, ...contents)
}

export function unsigned(value: number): Uint8Array {
  const hex = value.toString(16)
  const octets = Uint8Array.from(
    Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex'),
  )
  return element(0x02, ...((octets[0] ?? 0) >= 0x80 ? [Uint8Array.of(0)] : []), octets)
}

export function boolean(value: boolean): Uint8Array {
  return element(0x01, Uint8Array.of(value ? 0xff : 0))
}

/** Whole octets. */
export function bitOctets(octets: Uint8Array): Uint8Array {
  return element(0x03, Uint8Array.of(0), octets)
}

/** Flags by their positions, without the zeros behind the last (X.690 11.2.2). */
export function bitFlags(bits: readonly number[]): Uint8Array {
  const last = Math.max(-1, ...bits)
  const octets = new Uint8Array(Math.ceil((last + 1) / 8))
  for (const bit of bits) octets[bit >> 3] = (octets[bit >> 3] ?? 0) | (0x80 >> (bit & 7))
  return element(0x03, Uint8Array.of(octets.length * 8 - 1 - last), octets)
}

/** @param dotted `1.2.840.113549.1.1.5` */
export function oid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return element(0x06, ...[first * 40 + second, ...rest].map(writeArc))
}

function writeArc(arc: number): Uint8Array {
  const septets = [arc & 0x7f]
  for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) {
    septets.unshift((left & 0x7f) | 0x80)
  }
  return Uint8Array.from(septets)
}

export function utf8(text: string): Uint8Array {
  return element(0x0c, new TextEncoder().encode(text))
}

/** UTCTime before 2050, GeneralizedTime from then on (RFC 5280 4.1.2.5). @param iso `2006-01-01T00:00:00Z` */
export function time(iso: string): Uint8Array {
  const digits = new Date(iso).toISOString().replaceAll(/[-:T]|\.\d+/g, '')
  return digits < '2050'
    ? element(0x17, new TextEncoder().encode(digits.slice(2)))
    : element(0x18, new TextEncoder().encode(digits))
}
