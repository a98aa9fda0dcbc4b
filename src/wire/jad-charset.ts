/** From the octets of a descriptor to octet text in which its grammar can be scanned (OTA2 Discovery step 3). */
import type { Charset, JadTolerance } from './jad-tolerance.table.ts'
import { decodeUtf8, findMalformedUtf8, isAscii, toOctetText } from './octet-text.ts'

export interface DecodedOctets {
  /** Octet text in a charset that agrees with ASCII: the octets themselves, or UTF-16 and UTF-32 written as UTF-8. */
  readonly text: string
  readonly charset: Charset
  /** Octet text of the byte order mark, empty without one. */
  readonly mark: string
  /** Index into `text` at which reading begins. */
  readonly start: number
  /** The charset given cannot be read by this reader, so UTF-8 was tried. */
  readonly unsupported: boolean
  /** Nothing but ASCII, so that nothing needs decoding. */
  readonly ascii: boolean
  /** Unicode text of a part of `text`. */
  readonly decode: (part: string) => string
  /** Index of the first octet in a part of `text` that stands for no character, -1 without one. */
  readonly findUndecodable: (part: string) => number
  /** Octet offset in the descriptor of an index into `text`. */
  readonly offsetOf: (index: number) => number
}

const aliases: ReadonlyMap<string, Charset> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['iso-8859-1', 'iso-8859-1'],
  ['iso8859-1', 'iso-8859-1'],
  ['iso_8859-1', 'iso-8859-1'],
  ['iso8859_1', 'iso-8859-1'],
  ['latin1', 'iso-8859-1'],
  ['l1', 'iso-8859-1'],
  ['us-ascii', 'us-ascii'],
  ['ascii', 'us-ascii'],
  ['utf-16be', 'utf-16be'],
  ['utf-16le', 'utf-16le'],
  // Without a mark UTF-16 and UTF-32 are big-endian (RFC 2781 section 4.3).
  ['utf-16', 'utf-16be'],
  ['utf-32be', 'utf-32be'],
  ['utf-32le', 'utf-32le'],
  ['utf-32', 'utf-32be'],
])

/** Longer marks first: that of UTF-16LE begins that of UTF-32LE. */
const marks: readonly (readonly [charset: Charset, octets: readonly number[]])[] = [
  ['utf-32le', [0xff, 0xfe, 0x00, 0x00]],
  ['utf-32be', [0x00, 0x00, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
]

export function decodeOctets(
  octets: Uint8Array,
  given: string | undefined,
  tolerance: JadTolerance,
): DecodedOctets {
  const label = given?.trim().toLowerCase() ?? ''
  const mark = marks.find(([, pattern]) => pattern.every((octet, at) => octets[at] === octet))
  const marked = tolerance.byteOrderMark === 'skip-and-decode' ? mark?.[0] : undefined
  const wanted = label === '' ? (marked ?? 'utf-8') : aliases.get(label)
  const unsupported = wanted === undefined || !tolerance.charsets.includes(wanted)
  const charset = unsupported ? 'utf-8' : wanted
  const markText = String.fromCharCode(...(mark?.[1] ?? []))
  const skipped = tolerance.byteOrderMark === 'keep' ? 0 : markText.length
  const common = { charset, mark: markText, unsupported }
  if (charset === 'utf-8' || charset === 'iso-8859-1' || charset === 'us-ascii') {
    return { ...common, ...keepOctets(octets, charset), start: skipped }
  }
  return { ...common, ...transcode(octets, charset, skipped), start: 0 }
}

type Text = Pick<DecodedOctets, 'text' | 'ascii' | 'decode' | 'findUndecodable' | 'offsetOf'>

const identity = (part: string): string => part
const findNothing = (): number => -1
const sameOffset = (index: number): number => index

function keepOctets(octets: Uint8Array, charset: 'utf-8' | 'iso-8859-1' | 'us-ascii'): Text {
  const text = toOctetText(octets)
  const common = { text, ascii: isAscii(text), offsetOf: sameOffset }
  if (charset === 'iso-8859-1') return { ...common, decode: identity, findUndecodable: findNothing }
  if (charset === 'utf-8') {
    return { ...common, decode: decodeUtf8, findUndecodable: findMalformedUtf8 }
  }
  return { ...common, decode: replaceHigh, findUndecodable: findHigh }
}

function findHigh(part: string): number {
  return part.search(/[\u0080-\u00ff]/)
}

function replaceHigh(part: string): string {
  return part.replace(/[\u0080-\u00ff]/g, '\ufffd')
}

type WideCharset = 'utf-16be' | 'utf-16le' | 'utf-32be' | 'utf-32le'

/** Writes UTF-16 or UTF-32 as UTF-8; each octet of the result knows the offset of the code unit it came from. */
function transcode(octets: Uint8Array, charset: WideCharset, start: number): Text {
  const units = readUnits(octets, charset, start)
  const width = charset.startsWith('utf-16') ? 2 : 4
  const undecodable: number[] = []
  const offsets: number[] = []
  const characters: string[] = []
  for (let at = 0; at < units.length;) {
    const lead = units[at] ?? 0xfffd
    const tail = units[at + 1]
    const paired = isHigh(lead) && tail !== undefined && isLow(tail) && width === 2
    const point = paired ? 0x10000 + ((lead - 0xd800) << 10) + (tail - 0xdc00) : lead
    const valid = paired || (point <= 0x10ffff && !isHigh(point) && !isLow(point))
    if (!valid) undecodable.push(offsets.length)
    const character = String.fromCodePoint(valid ? point : 0xfffd)
    characters.push(character)
    for (let octet = Buffer.byteLength(character); octet > 0; octet -= 1) {
      offsets.push(start + at * width)
    }
    at += paired ? 2 : 1
  }
  const text = toOctetText(new TextEncoder().encode(characters.join('')))
  return {
    text,
    ascii: isAscii(text),
    decode: decodeUtf8,
    // What had to be replaced stands in the text as U+FFFD.
    findUndecodable: (part) => (undecodable.length === 0 ? -1 : part.indexOf('\u00ef\u00bf\u00bd')),
    offsetOf: (index) => offsets[index] ?? octets.length,
  }
}

function readUnits(octets: Uint8Array, charset: WideCharset, start: number): readonly number[] {
  const little = charset.endsWith('le')
  const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength)
  const width = charset.startsWith('utf-16') ? 2 : 4
  const units: number[] = []
  for (let at = start; at < octets.length; at += width) {
    if (at + width > octets.length) units.push(0xd800)
    else units.push(width === 2 ? view.getUint16(at, little) : view.getUint32(at, little))
  }
  return units
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
