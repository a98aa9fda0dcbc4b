import { WireError } from '../errors.ts'
import type { Attribute, Deviation, DeviationRule } from './attributes.ts'
import { logDeviation } from './deviation-log.ts'
import type { DeviationLog } from './deviation-log.ts'
import { decodeUtf8, findMalformedUtf8, toOctetText } from './octet-text.ts'
import { splitLines } from './text-lines.ts'
import type { TextLine } from './text-lines.ts'
import { trimBlanks } from './trim.ts'

export interface ManifestSection {
  /** Value of its `Name` attribute; absent where the section does not begin with one. */
  readonly name: string | undefined
  readonly attributes: readonly Attribute[]
}

export interface Manifest {
  /** The main section: everything before the first blank line that follows an attribute. */
  readonly main: readonly Attribute[]
  readonly sections: readonly ManifestSection[]
  readonly deviations: readonly Deviation[]
  /** No deviation that breaks the grammar. */
  readonly wellFormed: boolean
}

/** Octets of a manifest beyond which it is refused; one implementation has the same limit. */
const manifestBytesMax = 1_048_576
/** JAR file specification: no line may be longer than 72 bytes. Devices must cope with longer ones (PKG21). */
const lineBytesMax = 72

/** Departures that the grammar leaves open, or that devices have to cope with. */
const harmless: ReadonlySet<DeviationRule> = new Set<DeviationRule>([
  'duplicate-name',
  'empty-value',
  'long-line',
  'mixed-line-ends',
  'no-final-line-end',
])

/** An attribute whose lines are still being joined, as octets: a fold may divide a UTF-8 character. */
interface Unfolded {
  readonly line: TextLine
  readonly name: string
  readonly pieces: string[]
}

interface Draft extends DeviationLog {
  readonly text: string
  readonly sections: { readonly attributes: Attribute[]; readonly names: Set<string> }[]
  /** The next attribute begins a section. */
  betweenSections: boolean
  /** Absent after a blank line and after a line that was left out. */
  unfolded: Unfolded | undefined
  /** Lines that continue a line which was left out are left out with it. */
  skipping: boolean
}

/**
 * Reads `META-INF/MANIFEST.MF` (JAR file specification; PKG21 "Manifest"): sections divided by blank lines, lines ended
 * by CR LF, LF or CR, a line that begins with one SP continues the value before it. Values are unfolded and without
 * outer blanks. A line that breaks the grammar is left out and reported.
 *
 * @throws WireError `wire/manifest-too-long` for over 1 MiB
 */
export function parseManifest(octets: Uint8Array): Manifest {
  refuseSize(octets.length)
  const draft: Draft = {
    text: toOctetText(octets),
    deviations: [],
    wellFormed: true,
    sections: [],
    betweenSections: true,
    unfolded: undefined,
    skipping: false,
  }
  const lines = splitLines(draft.text, 'line-end')
  for (const line of lines) readLine(draft, line)
  finishAttribute(draft)
  checkLineEnds(draft, lines)
  const [main, ...others] = draft.sections
  const sections = others.map(({ attributes }) => nameSection(draft, attributes))
  return {
    main: main?.attributes ?? [],
    sections,
    deviations: draft.deviations.toSorted((a, b) => a.offset - b.offset),
    wellFormed: draft.wellFormed,
  }
}

function refuseSize(bytes: number): void {
  if (bytes <= manifestBytesMax) return
  const message = `Unexpected manifest of ${bytes} octets, expected at most ${manifestBytesMax}`
  throw new WireError('wire/manifest-too-long', message, manifestBytesMax)
}

function readLine(draft: Draft, line: TextLine): void {
  const { text } = draft
  if (line.end - line.start > lineBytesMax) report(draft, 'long-line', line)
  if (line.end > line.start && text.charCodeAt(line.start) === 0x20) {
    if (draft.unfolded !== undefined) {
      draft.unfolded.pieces.push(text.slice(line.start + 1, line.end))
    } else if (!draft.skipping) {
      report(draft, 'continuation-line', line)
    }
    return
  }
  finishAttribute(draft)
  draft.skipping = false
  if (line.end === line.start) {
    if (draft.sections.length === 0) report(draft, 'blank-line', line)
    draft.betweenSections = true
    return
  }
  if (draft.betweenSections) draft.sections.push({ attributes: [], names: new Set() })
  draft.betweenSections = false
  draft.unfolded = startAttribute(draft, line)
  draft.skipping = draft.unfolded === undefined
}

function startAttribute(draft: Draft, line: TextLine): Unfolded | undefined {
  const content = draft.text.slice(line.start, line.end)
  const colon = content.indexOf(':')
  if (colon === -1) return report(draft, 'line-without-colon', line)
  if (colon === 0) return report(draft, 'empty-name', line)
  const name = content.slice(0, colon)
  if (content.startsWith('\u00ef\u00bb\u00bf')) return report(draft, 'byte-order-mark', line)
  const trimmed = trimBlanks(name)
  if (trimmed !== name && isName(trimmed)) return report(draft, 'space-before-colon', line)
  if (!isName(name)) return report(draft, 'illegal-name', line)
  if (content.charCodeAt(colon + 1) !== 0x20) {
    return report(draft, 'no-space-after-colon', line, colon)
  }
  return { line, name, pieces: [content.slice(colon + 2)] }
}

function finishAttribute(draft: Draft): void {
  const { unfolded } = draft
  const section = draft.sections.at(-1)
  if (unfolded === undefined || section === undefined) return
  draft.unfolded = undefined
  const { line, name } = unfolded
  const octetValue = unfolded.pieces.join('')
  const value = trimBlanks(decodeUtf8(octetValue))
  if (octetValue.includes('\0')) {
    report(draft, 'illegal-value', line)
    return
  }
  if (findMalformedUtf8(octetValue) !== -1) report(draft, 'undecodable-octets', line)
  if (value === '') report(draft, 'empty-value', line)
  const key = name.toLowerCase()
  if (section.names.has(key)) report(draft, 'duplicate-name', line)
  section.names.add(key)
  section.attributes.push({ name, value, line: line.number, offset: line.start })
}

/** `name: alphanum *headerchar` */
function isName(text: string): boolean {
  return /^[0-9A-Za-z][0-9A-Za-z_-]*$/.test(text)
}

function checkLineEnds(draft: Draft, lines: readonly TextLine[]): void {
  const [first] = lines
  const other = lines.find(({ lineEnd }) => lineEnd !== 'none' && lineEnd !== first?.lineEnd)
  if (other !== undefined) report(draft, 'mixed-line-ends', other, other.end - other.start)
  const last = lines.at(-1)
  if (last?.lineEnd === 'none') report(draft, 'no-final-line-end', last)
}

function nameSection(draft: Draft, attributes: readonly Attribute[]): ManifestSection {
  const [first] = attributes
  if (first?.name.toLowerCase() === 'name') return { name: first.value, attributes }
  if (first !== undefined) {
    const found = { number: first.line, start: first.offset, end: first.offset }
    report(draft, 'section-without-name', found)
  }
  return { name: undefined, attributes }
}

function report(
  draft: Draft,
  rule: DeviationRule,
  line: Pick<TextLine, 'number' | 'start'>,
  index = 0,
): undefined {
  const offset = line.start + index
  const tolerated = harmless.has(rule)
  const excerpt = draft.text.slice(line.start, line.start + 2 * lineBytesMax)
  const [found = ''] = /^[^\r\n]*/.exec(excerpt) ?? []
  logDeviation(draft, { rule, line: line.number, offset, tolerated }, found)
  return undefined
}

/**
 * Writes a main section: lines folded at 72 octets, never inside a UTF-8 character, CR LF, and the blank line that ends
 * the section (JAR file specification).
 *
 * @throws WireError `wire/manifest-attribute` for a name outside the grammar or a value with NUL, CR or LF
 */
export function formatManifest(
  main: readonly (readonly [name: string, value: string])[],
): Uint8Array {
  let text = ''
  for (const [name, value] of main) {
    if (!isName(name) || /[\0\r\n]/.test(value)) {
      throw new WireError('wire/manifest-attribute', `Unexpected attribute "${name}"`, text.length)
    }
    text += `${fold(`${name}: ${value}`)}\r\n`
  }
  return new TextEncoder().encode(`${text}\r\n`)
}

function fold(line: string): string {
  const pieces: string[] = []
  let piece = ''
  let bytes = 0
  for (const character of line) {
    const width = Buffer.byteLength(character)
    if (bytes + width > lineBytesMax) {
      pieces.push(piece)
      piece = ' '
      bytes = 1
    }
    piece += character
    bytes += width
  }
  return [...pieces, piece].join('\r\n')
}
