/** Line by line through a descriptor, under a tolerance. {@link readDescriptor} is what `parseJad` remembers. */
import type { Attribute } from './attributes.ts'
import { logDeviation } from './deviation-log.ts'
import { decodeOctets } from './jad-charset.ts'
import { report } from './jad-draft.ts'
import type { Draft } from './jad-draft.ts'
import { checkName, readName } from './jad-name.ts'
import type { JadTolerance } from './jad-tolerance.table.ts'
import type { Descriptor } from './jad.ts'
import { splitLines } from './text-lines.ts'
import type { TextLine } from './text-lines.ts'
import { trimBlanks, trimControls } from './trim.ts'

export function readDescriptor(
  octets: Uint8Array,
  charset: string | undefined,
  tolerance: JadTolerance,
): Descriptor {
  const decoded = decodeOctets(octets, charset, tolerance)
  const { text, start } = decoded
  const lines = splitLines(text, tolerance.loneCr === 'line-end' ? 'line-end' : 'content', start)
  const draft: Draft = {
    tolerance,
    decoded,
    folds: decideFolding(tolerance, text, lines),
    attributes: [],
    deviations: [],
    wellFormed: true,
    names: new Set(),
    unfolded: undefined,
    pendingName: '',
    loneCrs: 0,
  }
  checkEncoding(draft, charset)
  for (const line of lines) readLine(draft, line)
  finishAttribute(draft)
  const lineEnds = checkLineEnds(draft, lines)
  return {
    attributes: draft.wellFormed || tolerance.afterRefusal === 'go-on' ? draft.attributes : [],
    deviations: draft.deviations.toSorted((a, b) => a.offset - b.offset),
    charset: decoded.charset,
    wellFormed: draft.wellFormed,
    lineEnds,
  }
}

function checkEncoding(draft: Draft, charset: string | undefined): void {
  const { decoded } = draft
  if (decoded.unsupported) {
    const found = { rule: 'unsupported-charset', line: 1, offset: 0, tolerated: false } as const
    logDeviation(draft, found, charset ?? '')
  }
  if (decoded.mark !== '') {
    const found = { rule: 'byte-order-mark', line: 1, offset: 0, tolerated: true } as const
    logDeviation(draft, found, decoded.mark)
  }
}

function decideFolding(
  { continuationLine }: JadTolerance,
  text: string,
  lines: readonly TextLine[],
): boolean {
  if (continuationLine !== 'join-if-manifest') return continuationLine === 'join'
  const last = lines.findLastIndex(({ start, end }) => end > start)
  return lines.slice(0, last + 1).every(({ start, end }, index) => {
    const line = text.slice(start, end)
    return /^[0-9A-Za-z][0-9A-Za-z_-]*: /.test(line) || (index > 0 && line.startsWith(' '))
  })
}

function readLine(draft: Draft, line: TextLine): void {
  const { tolerance, decoded } = draft
  const content = readContent(draft, line)
  if (content === undefined) {
    finishAttribute(draft)
    return
  }
  const first = content.charCodeAt(0)
  if (content === '') {
    finishAttribute(draft)
    report(draft, 'blank-line', { line, tolerated: tolerance.blankLine === 'skip' })
    return
  }
  if (!decoded.ascii) {
    const index = decoded.findUndecodable(content)
    const tolerated = tolerance.undecodableOctets === 'replace'
    if (index !== -1) report(draft, 'undecodable-octets', { line, index, tolerated })
  }
  if ((first === 0x20 || first === 0x09) && readIndented(draft, line, content)) return
  finishAttribute(draft)
  if (first === 0x23) {
    report(draft, 'comment-line', { line, tolerated: true })
    if (tolerance.hashLine === 'skip') return
  }
  startAttribute(draft, line, content)
}

/** The line without what the tolerance drops; none when it is refused for a CR inside. */
function readContent(draft: Draft, line: TextLine): string | undefined {
  const { tolerance, decoded } = draft
  let content = decoded.text.slice(line.start, line.end)
  if (tolerance.loneCr !== 'line-end') {
    const index = content.indexOf('\r')
    if (index !== -1) {
      draft.loneCrs += content.split('\r').length - 1
      report(draft, 'lone-cr', { line, index, tolerated: tolerance.loneCr !== 'refuse' })
      if (tolerance.loneCr === 'refuse') return undefined
      if (tolerance.loneCr === 'drop') content = content.replaceAll('\r', '')
    }
  } else if (line.lineEnd === 'cr') {
    report(draft, 'lone-cr', { line, index: line.end - line.start, tolerated: true })
  }
  const mark = content.indexOf('\u001a')
  if (mark !== -1 && tolerance.endOfFileMark === 'drop') {
    report(draft, 'end-of-file-mark', { line, index: mark, tolerated: true })
    content = content.replaceAll('\u001a', '')
  }
  return content
}

/** A line that begins with a blank. Answers whether that is all there is to it. */
function readIndented(draft: Draft, line: TextLine, content: string): boolean {
  const { tolerance, unfolded } = draft
  const joins = draft.folds && unfolded !== undefined && content.startsWith(' ')
  if (trimBlanks(content) === '') {
    report(draft, 'white-line', { line, tolerated: tolerance.whiteLine === 'skip' })
    if (!joins) finishAttribute(draft)
  } else {
    const skips = tolerance.continuationLine === 'join-if-manifest'
    report(draft, 'continuation-line', { line, tolerated: joins || skips })
    if (!joins && skips) return false
    if (!joins) finishAttribute(draft)
  }
  if (joins) unfolded.pieces.push(content.slice(1))
  return true
}

function startAttribute(draft: Draft, line: TextLine, content: string): void {
  const { tolerance } = draft
  const colon = content.indexOf(':')
  if (colon === -1) {
    readColonless(draft, line, content)
    return
  }
  const name = readName(draft, line, content.slice(0, colon))
  if (name === undefined) return
  const next = content.charCodeAt(colon + 1)
  if (colon + 1 < content.length && next !== 0x20 && next !== 0x09) {
    const tolerated = tolerance.noSpaceAfterColon === 'accept'
    report(draft, 'no-space-after-colon', { line, index: colon, tolerated })
    if (!tolerated) return
  }
  draft.unfolded = { line, name, pieces: [content.slice(colon + 1)] }
}

function readColonless(draft: Draft, line: TextLine, content: string): void {
  const { lineWithoutColon, noFinalLineEnd } = draft.tolerance
  const unfinished = noFinalLineEnd === 'accept-and-drop-name' && line.lineEnd === 'none'
  const tolerated = lineWithoutColon === 'skip' || (unfinished && isUnfinishedName(content))
  report(draft, 'line-without-colon', { line, tolerated })
  if (lineWithoutColon === 'join-to-next-name') draft.pendingName += content
}

/** `attrname [WSP]` and no more. */
function isUnfinishedName(content: string): boolean {
  return /^[^\0-\x20\x7f()<>@,;:'"/[\]?={}]+[ \t]*$/.test(content)
}

function finishAttribute(draft: Draft): void {
  const { tolerance, decoded, unfolded } = draft
  if (unfolded === undefined) return
  draft.unfolded = undefined
  const { line, name } = unfolded
  const octetValue = readValue(draft, line, unfolded.pieces.join(''))
  if (octetValue === undefined) return
  if (octetValue === '') {
    const tolerated = tolerance.emptyValue === 'accept'
    report(draft, 'empty-value', { line, tolerated })
    if (!tolerated) return
  }
  const value = decoded.ascii ? octetValue : decoded.decode(octetValue)
  const spelled = checkName(draft, line, name)
  checkLength(draft, line, { name: spelled, value })
  draft.attributes.push({
    name: spelled,
    value,
    line: line.number,
    offset: decoded.offsetOf(line.start),
  })
}

/** Octet text of the value without its outer blanks; none when the line is refused for it. */
function readValue(draft: Draft, line: TextLine, piece: string): string | undefined {
  const { illegalValue } = draft.tolerance
  const value = illegalValue === 'trim' ? trimControls(piece) : trimBlanks(piece)
  if (findControl(piece) === -1) return value
  const tolerated = illegalValue === 'accept' || findControl(value) === -1
  report(draft, 'illegal-value', { line, tolerated })
  return tolerated ? value : undefined
}

function findControl(value: string): number {
  for (let index = 0; index < value.length; index += 1) {
    const code = value.charCodeAt(index)
    // A CR in a value is reported as a CR.
    if ((code < 0x20 && code !== 0x09 && code !== 0x0d) || code === 0x7f) return index
  }
  return -1
}

function checkLength(
  draft: Draft,
  line: TextLine,
  attribute: Pick<Attribute, 'name' | 'value'>,
): void {
  const { name, value } = attribute
  const { nameCharactersMax, valueCharactersMax, valueLimits } = draft.tolerance
  if (nameCharactersMax !== undefined && name.length > nameCharactersMax) {
    report(draft, 'long-name', { line, tolerated: false })
  }
  const limit = valueLimits.find(([limited]) => limited === name)?.[1] ?? valueCharactersMax
  if (limit !== undefined && value.length > limit) {
    report(draft, 'long-value', { line, tolerated: false })
  }
}

function checkLineEnds(draft: Draft, lines: readonly TextLine[]): Descriptor['lineEnds'] {
  const { tolerance } = draft
  const counts = { crlf: 0, lf: 0, cr: 0, none: 0 }
  const style = lines[0]?.lineEnd
  for (const line of lines) {
    const { lineEnd } = line
    if (lineEnd !== 'none' && lineEnd !== style && counts[lineEnd] === 0) {
      const tolerated = tolerance.mixedLineEnds === 'accept'
      report(draft, 'mixed-line-ends', { line, index: line.end - line.start, tolerated })
    }
    counts[lineEnd] += 1
  }
  const last = lines.at(-1)
  if (last?.lineEnd === 'none') {
    const tolerated = tolerance.noFinalLineEnd !== 'refuse'
    report(draft, 'no-final-line-end', { line: last, index: last.end - last.start, tolerated })
  }
  return { crlf: counts.crlf, lf: counts.lf, cr: counts.cr + draft.loneCrs }
}
