import { WireError } from '../../errors.ts'
import type { ReadElement } from '../markup.ts'
import { OctetReader } from '../octets.ts'
import { logWbxmlDeviation } from './deviation.ts'
import type { WbxmlDeviation, WbxmlRule } from './deviation.ts'
import type { WbxmlDraft } from './draft.ts'
import { wbxmlLimits } from './limits.ts'
import { readAttributes, skipInstruction } from './read-attributes.ts'
import { chooseCharset, chooseVocabulary, readHeader } from './read-header.ts'
import type { WbxmlOptions } from './read-header.ts'
import { readPiece, readTableText } from './read-pieces.ts'
import { globalTokens, literalTokens } from './tokens.table.ts'
import type { WbxmlVocabulary } from './vocabulary.ts'

export interface WbxmlDocument {
  /** 0x01 is 1.1, 0x02 is 1.2, 0x03 is 1.3. */
  readonly version: number
  readonly vocabulary: WbxmlVocabulary
  /** MIBenum; none where version 1.0 has no place for it. */
  readonly charset: number | undefined
  readonly stringTable: Uint8Array
  readonly root: ReadElement
  readonly deviations: readonly WbxmlDeviation[]
}

/**
 * Reads a WBXML document (WAP-192 section 5.3):
 *
 *     version  publicid (0: and the index of a text)  charset  length and octets of the string table  body
 *
 * Whatever a receiver can skip is a deviation. A document that ends too early is refused, as strict readers do.
 *
 * @throws WireError `wire/wbxml-…` or `wire/out-of-bounds` with the octet
 */
export function decodeWbxml(octets: Uint8Array, options: WbxmlOptions = {}): WbxmlDocument {
  const { documentBytesMax } = wbxmlLimits
  if (octets.length > documentBytesMax) {
    const message = `Unexpected document of ${octets.length} octets, expected at most ${documentBytesMax}`
    throw new WireError('wire/wbxml-too-long', `${message} (documentBytesMax)`, documentBytesMax)
  }
  const reader = new OctetReader(octets)
  const header = readHeader(reader, options)
  const { version, charset, strings, deviations } = header
  const draft: WbxmlDraft = {
    reader,
    vocabulary: chooseVocabulary(header, options),
    charset: chooseCharset(header),
    strings,
    annotate: options.annotate,
    deviations,
    tagPage: 0,
    attributePage: 0,
    characters: 0,
  }
  const root = readBody(draft)
  if (reader.remaining > 0) {
    options.annotate?.(reader.offset, octets.length, 'Octets after the end of the document')
    deviate(draft, 'trailing-octets', reader.offset, `${reader.remaining} octets`)
  }
  const { vocabulary } = draft
  return { version, vocabulary, charset, stringTable: strings.octets, root, deviations }
}

/** `body = *pi element *pi` */
function readBody(draft: WbxmlDraft): ReadElement {
  const { reader } = draft
  while (reader.next === globalTokens.pi) skipInstruction(draft)
  while (reader.next === globalTokens.switchPage) switchTagPage(draft)
  const root = readElement(draft, 1)
  while (reader.next === globalTokens.pi) skipInstruction(draft)
  return root
}

function switchTagPage(draft: WbxmlDraft): void {
  const start = draft.reader.offset
  draft.reader.skip(1)
  draft.tagPage = draft.reader.u8()
  draft.annotate?.(start, draft.reader.offset, `Tags of code page ${draft.tagPage} follow`)
}

const attributesFlag = 0x80
const contentFlag = 0x40
const identity = 0x3f

/** `element = stag [ 1*attribute END ] [ *content END ]` */
function readElement(draft: WbxmlDraft, depth: number): ReadElement {
  const { reader } = draft
  const offset = reader.offset
  if (depth > wbxmlLimits.elementDepthMax) {
    const message = `Unexpected element at depth ${depth}, expected at most ${wbxmlLimits.elementDepthMax}`
    throw new WireError('wire/wbxml-too-deep', `${message} (elementDepthMax)`, offset)
  }
  const octet = reader.u8()
  const name = readTagName(draft, octet, offset)
  const hasAttributes = (octet & attributesFlag) !== 0
  const hasContent = (octet & contentFlag) !== 0
  const follows = [hasAttributes && 'attributes', hasContent && 'content'].filter(Boolean)
  const ending = follows.length === 0 ? ', empty' : `, with ${follows.join(' and ')}`
  draft.annotate?.(offset, reader.offset, `<${name}>${ending}`)
  const attributes = hasAttributes ? readAttributes(draft) : []
  const content = hasContent ? readContent(draft, name, depth) : []
  return { name, attributes, content, offset }
}

function readTagName(draft: WbxmlDraft, octet: number, offset: number): string {
  if (literalTokens.has(octet)) {
    return readTableText(draft.strings, draft.reader.uintvar(), offset)
  }
  const token = octet & identity
  const page = draft.tagPage
  const known = draft.vocabulary.tags.find((row) => row.token === token && row.page === page)
  if (known !== undefined) return known.name
  if (token <= globalTokens.literal) {
    const found = `0x${octet.toString(16).padStart(2, '0')}`
    throw new WireError('wire/wbxml-token', `Unexpected token ${found}, expected a tag`, offset)
  }
  const found = `tag 0x${token.toString(16).padStart(2, '0')} of page ${page}`
  deviate(draft, 'unknown-tag', offset, found)
  return found
}

/** `content = element | string | extension | entity | pi | opaque`, up to END. */
function readContent(
  draft: WbxmlDraft,
  name: string,
  depth: number,
): readonly (ReadElement | string)[] {
  const { reader } = draft
  const content: (ReadElement | string)[] = []
  for (;;) {
    const start = reader.offset
    const octet = reader.next
    if (octet === globalTokens.end) {
      reader.skip(1)
      draft.annotate?.(start, reader.offset, `</${name}>`)
      return content
    }
    if (octet === globalTokens.switchPage) switchTagPage(draft)
    else if (octet === globalTokens.pi) skipInstruction(draft)
    else addNode(content, readPiece(draft) ?? readElement(draft, depth + 1))
  }
}

function addNode(
  content: (ReadElement | string)[],
  piece: ReadElement | string | Uint8Array,
): void {
  const node = piece instanceof Uint8Array ? '' : piece
  const before = content.at(-1)
  if (typeof node !== 'string') content.push(node)
  else if (typeof before === 'string') content.splice(-1, 1, before + node)
  else if (node !== '') content.push(node)
}

function deviate(draft: WbxmlDraft, rule: WbxmlRule, offset: number, found: string): void {
  logWbxmlDeviation(draft.deviations, { rule, offset, found })
}
