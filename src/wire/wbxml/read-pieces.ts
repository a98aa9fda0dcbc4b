/** What texts of content and values of attributes are made of. */
import { WireError } from '../../errors.ts'
import { decodeText } from '../charset.ts'
import type { Charset } from '../charsets.table.ts'
import { escapeText } from '../escape.ts'
import { findMalformedUtf8, toOctetText } from '../octet-text.ts'
import { OctetReader } from '../octets.ts'
import { logWbxmlDeviation } from './deviation.ts'
import type { StringTable, WbxmlDraft } from './draft.ts'
import { wbxmlLimits } from './limits.ts'
import { extensionTokens, globalTokens } from './tokens.table.ts'

const shownMax = 100

/**
 * The text that the next token stands for, or opaque octets; none where it is no string, entity, extension or opaque, which
 * is then still to be read.
 */
export function readPiece(draft: WbxmlDraft): string | Uint8Array | undefined {
  const { reader } = draft
  const start = reader.offset
  switch (reader.next) {
    case globalTokens.inlineString: {
      reader.skip(1)
      const text = countText(draft, readInline(draft), start)
      draft.annotate?.(start, reader.offset, `Text "${escapeText(text, shownMax)}"`)
      return text
    }
    case globalTokens.tableString: {
      reader.skip(1)
      const index = reader.uintvar()
      const text = countText(draft, readTableString(draft, index, start), start)
      const shown = escapeText(text, shownMax)
      draft.annotate?.(start, reader.offset, `Text ${index} of the string table, "${shown}"`)
      return text
    }
    case globalTokens.entity:
      return readEntity(draft)
    case globalTokens.opaque: {
      reader.skip(1)
      const length = reader.uintvar()
      const octets = reader.take(length)
      draft.annotate?.(start, reader.offset, `Opaque, ${length} octets`)
      return octets
    }
    default:
      return readExtension(draft)
  }
}

function readEntity(draft: WbxmlDraft): string {
  const { reader } = draft
  const start = reader.offset
  reader.skip(1)
  const code = reader.uintvar()
  const named = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  const number = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  draft.annotate?.(start, reader.offset, `Character ${number}`)
  if (named) return countText(draft, String.fromCodePoint(code), start)
  logWbxmlDeviation(draft.deviations, { rule: 'entity', offset: start, found: number })
  return countText(draft, '\uFFFD', start)
}

/** A variable, as it is written in a text; any other extension is left out. */
function readExtension(draft: WbxmlDraft): string | undefined {
  const { reader, vocabulary } = draft
  const offset = reader.offset
  const token = reader.next
  const follows = token === undefined ? undefined : extensionTokens.get(token)
  if (token === undefined || follows === undefined) return undefined
  reader.skip(1)
  const name = readExtensionName(draft, follows, offset)
  const escaping = vocabulary.variables?.get(token)
  if (escaping !== undefined) {
    const text = countText(draft, `$(${name}:${escaping})`, offset)
    draft.annotate?.(offset, reader.offset, `Variable ${escapeText(text, shownMax)}`)
    return text
  }
  const found = `0x${token.toString(16)}`
  draft.annotate?.(offset, reader.offset, `Extension ${found}, without meaning here`)
  logWbxmlDeviation(draft.deviations, { rule: 'extension', offset, found })
  return ''
}

function readExtensionName(
  draft: WbxmlDraft,
  follows: 'string' | 'integer' | 'nothing',
  offset: number,
): string {
  if (follows === 'string') return readInline(draft)
  if (follows === 'nothing') return ''
  const index = draft.reader.uintvar()
  return draft.vocabulary.variables === undefined ? '' : readTableString(draft, index, offset)
}

function readInline(draft: WbxmlDraft): string {
  const { reader, charset } = draft
  const offset = reader.offset
  if (charset.wide !== true) return textOf(draft, reader.untilNul(), offset)
  while (reader.u16be() !== 0);
  const octets = reader.offset - offset - 2
  reader.seek(offset)
  const text = textOf(draft, reader.take(octets), offset)
  reader.skip(2)
  return text
}

/** From the index to the next NUL: an index may point into the middle of another text. */
function readTableString(draft: WbxmlDraft, index: number, offset: number): string {
  const { strings, charset, deviations } = draft
  const { octets } = strings
  requireIndex(strings, index, offset)
  const end = charset.wide === true ? wideEnd(octets, index) : octets.indexOf(0, index)
  if (end === -1) {
    logWbxmlDeviation(deviations, { rule: 'unterminated-string', offset, found: `index ${index}` })
  }
  const text = octets.subarray(index, end === -1 ? octets.length : end)
  return textOf(draft, text, strings.offset + index)
}

function wideEnd(octets: Uint8Array, index: number): number {
  const reader = new OctetReader(octets, { start: index })
  while (reader.remaining >= 2) {
    if (reader.u16be() === 0) return reader.offset - 2
  }
  return -1
}

/** Names and public identifiers in the string table, which are ASCII. */
export function readTableText(strings: StringTable, index: number, offset: number): string {
  requireIndex(strings, index, offset)
  const { octets } = strings
  const end = octets.indexOf(0, index)
  return toOctetText(octets.subarray(index, end === -1 ? octets.length : end))
}

function requireIndex({ octets }: StringTable, index: number, offset: number): void {
  if (index < octets.length) return
  throw new WireError(
    'wire/wbxml-string-index',
    `Unexpected index ${index}, expected one within the string table of ${octets.length} octets`,
    offset,
  )
}

const asciiMib = 3

function textOf({ charset, deviations }: WbxmlDraft, octets: Uint8Array, offset: number): string {
  const text = decodeText(octets, charset)
  const malformed = findMalformed(octets, text, charset)
  if (malformed !== -1) {
    const found = `0x${(octets[malformed] ?? 0).toString(16)} is not ${charset.name}`
    logWbxmlDeviation(deviations, { rule: 'malformed-text', offset: offset + malformed, found })
  }
  return text
}

/** Index of the first octet that is not of the character set, -1 when there is none or it cannot be told. */
function findMalformed(octets: Uint8Array, text: string, charset: Charset): number {
  if (charset.mib === asciiMib) return octets.findIndex((octet) => octet > 0x7f)
  if (charset.label !== 'utf-8' || !text.includes('\uFFFD')) return -1
  return findMalformedUtf8(toOctetText(octets))
}

export function countText(draft: WbxmlDraft, text: string, offset: number): string {
  draft.characters += text.length
  const { textCharactersMax } = wbxmlLimits
  if (draft.characters > textCharactersMax) {
    const message = `Unexpected ${draft.characters} characters, expected at most ${textCharactersMax}`
    throw new WireError('wire/wbxml-too-much-text', `${message} (textCharactersMax)`, offset)
  }
  return text
}
