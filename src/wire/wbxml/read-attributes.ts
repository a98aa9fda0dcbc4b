import { WireError } from '../../errors.ts'
import type { MarkupAttribute } from '../markup.ts'
import { decodeDate } from './date.ts'
import { logWbxmlDeviation } from './deviation.ts'
import type { WbxmlDraft } from './draft.ts'
import { countText, readPiece, readTableText } from './read-pieces.ts'
import { globalTokens } from './tokens.table.ts'

type PlacedAttribute = MarkupAttribute & { readonly offset: number }

/** Tokens below begin an attribute, the others are pieces of its value. */
const firstValueToken = 0x80

/** `1*attribute END`, where `attribute = attrStart *attrValue` (WAP-192 section 5.3). */
export function readAttributes(draft: WbxmlDraft): readonly PlacedAttribute[] {
  const { reader } = draft
  const attributes: PlacedAttribute[] = []
  for (;;) {
    const start = reader.offset
    const octet = reader.u8()
    if (octet === globalTokens.end) {
      draft.annotate?.(start, reader.offset, 'End of the attributes')
      return attributes
    }
    if (octet === globalTokens.switchPage) switchPage(draft, start)
    else attributes.push(readAttribute(draft, octet, start))
  }
}

/** `pi = PI attrStart *attrValue END`: nothing of it matters here. */
export function skipInstruction(draft: WbxmlDraft): void {
  const { reader } = draft
  const start = reader.offset
  reader.skip(1)
  draft.annotate?.(start, reader.offset, 'Processing instruction')
  readAttributes(draft)
}

function switchPage(draft: WbxmlDraft, start: number): void {
  draft.attributePage = draft.reader.u8()
  draft.annotate?.(
    start,
    draft.reader.offset,
    `Attributes of code page ${draft.attributePage} follow`,
  )
}

function readAttribute(draft: WbxmlDraft, octet: number, offset: number): PlacedAttribute {
  const { name, prefix } = readStart(draft, octet, offset)
  const shown = prefix === '' ? name : `${name}="${prefix}…`
  draft.annotate?.(offset, draft.reader.offset, `Attribute ${shown}`)
  const pieces = [countText(draft, prefix, offset)]
  for (let piece = readValuePiece(draft, name); piece !== undefined;) {
    pieces.push(piece)
    piece = readValuePiece(draft, name)
  }
  return { name, value: pieces.join(''), offset }
}

function readStart(
  draft: WbxmlDraft,
  octet: number,
  offset: number,
): { readonly name: string; readonly prefix: string } {
  if (octet === globalTokens.literal) {
    const name = readTableText(draft.strings, draft.reader.uintvar(), offset)
    return { name, prefix: '' }
  }
  const page = draft.attributePage
  const code = `0x${octet.toString(16).padStart(2, '0')}`
  if (octet >= firstValueToken || octet < globalTokens.literal) {
    const message = `Unexpected token ${code}, expected one that begins an attribute`
    throw new WireError('wire/wbxml-token', message, offset)
  }
  const known = draft.vocabulary.attributes.find((row) => row.token === octet && row.page === page)
  if (known !== undefined) return { name: known.name, prefix: known.prefix ?? '' }
  const found = `attribute ${code} of page ${page}`
  logWbxmlDeviation(draft.deviations, { rule: 'unknown-attribute', offset, found })
  return { name: found, prefix: '' }
}

/** The next piece of the value, none where the next attribute or END comes. */
function readValuePiece(draft: WbxmlDraft, name: string): string | undefined {
  const { reader } = draft
  const start = reader.offset
  const piece = readPiece(draft)
  if (piece !== undefined) return pieceText(draft, name, piece, start)
  const octet = reader.next
  if (octet === globalTokens.switchPage) {
    reader.skip(1)
    switchPage(draft, start)
    return ''
  }
  if (octet === undefined || octet < firstValueToken) return undefined
  reader.skip(1)
  const page = draft.attributePage
  const known = draft.vocabulary.values.find((row) => row.token === octet && row.page === page)
  if (known !== undefined) {
    draft.annotate?.(start, reader.offset, `Value "${known.text}"`)
    return countText(draft, known.text, start)
  }
  const found = `value 0x${octet.toString(16)} of page ${page}`
  draft.annotate?.(start, reader.offset, `Unknown ${found}`)
  logWbxmlDeviation(draft.deviations, { rule: 'unknown-value', offset: start, found })
  return ''
}

/** Dates are opaque and nothing else is. */
function pieceText(
  draft: WbxmlDraft,
  name: string,
  piece: string | Uint8Array,
  offset: number,
): string {
  const { deviations } = draft
  const isDate = draft.vocabulary.dates.includes(name)
  if (typeof piece === 'string') {
    if (isDate && piece !== '') {
      logWbxmlDeviation(deviations, { rule: 'date-as-text', offset, found: piece })
    }
    return piece
  }
  if (!isDate) {
    const found = `${piece.length} octets in ${name}`
    logWbxmlDeviation(deviations, { rule: 'opaque', offset, found })
    return ''
  }
  const { text, flaw } = decodeDate(piece)
  if (flaw !== undefined) logWbxmlDeviation(deviations, { rule: flaw, offset, found: text })
  return countText(draft, text, offset)
}
