import { WireError } from '../../errors.ts'
import { utf8Mib } from '../charsets.table.ts'
import type { MarkupAttribute, MarkupElement } from '../markup.ts'
import { OctetWriter } from '../octets.ts'
import { encodeDate } from './date.ts'
import { wbxmlLimits } from './limits.ts'
import { globalTokens } from './tokens.table.ts'
import type { AttributeToken, TagToken, ValueToken, WbxmlVocabulary } from './vocabulary.ts'

export interface WbxmlForm {
  /** 0x02 is 1.2, the version of the example in WAP-167. */
  readonly version?: number
  /** Texts that are written once, in the string table. */
  readonly strings?: readonly string[]
  /** The document type as a text in the string table. */
  readonly publicIdAsText?: boolean
}

interface Draft {
  /** The body; the string table before it is known only at the end. */
  readonly writer: OctetWriter
  readonly vocabulary: WbxmlVocabulary
  readonly table: OctetWriter
  readonly indexes: Map<string, number>
  tagPage: number
  attributePage: number
}

const version12 = 0x02

/**
 * Writes a document in UTF-8 with the tokens of its vocabulary: the longest attribute start that fits, value tokens where
 * they apply, everything else in line. A name without a token is a literal in the string table.
 *
 * @throws WireError `wire/wbxml-unwritable` for a text with a NUL, `wire/wbxml-too-deep`
 */
export function encodeWbxml(
  root: MarkupElement,
  vocabulary: WbxmlVocabulary,
  { version = version12, strings = [], publicIdAsText = false }: WbxmlForm = {},
): Uint8Array {
  const draft: Draft = {
    writer: new OctetWriter(),
    vocabulary,
    table: new OctetWriter(),
    indexes: new Map(),
    tagPage: 0,
    attributePage: 0,
  }
  const documentType = publicIdAsText
    ? [0, indexOf(draft, vocabulary.documentType.publicId)]
    : [vocabulary.publicId]
  for (const text of strings) indexOf(draft, text)
  writeElement(draft, root, 1)
  const writer = new OctetWriter().u8(version)
  for (const number of documentType) writer.uintvar(number)
  return writer
    .uintvar(utf8Mib)
    .uintvar(draft.table.length)
    .bytes(draft.table.toUint8Array())
    .bytes(draft.writer.toUint8Array())
    .toUint8Array()
}

/** Where a text is in the string table, to which it is added. */
function indexOf({ table, indexes }: Draft, text: string): number {
  const known = indexes.get(text)
  if (known !== undefined) return known
  const index = table.length
  writeText(table, text)
  indexes.set(text, index)
  return index
}

const attributesFlag = 0x80
const contentFlag = 0x40

function writeElement(draft: Draft, element: MarkupElement, depth: number): void {
  const { writer, vocabulary } = draft
  const { name, attributes, content } = element
  if (depth > wbxmlLimits.elementDepthMax) {
    const message = `Unexpected element at depth ${depth}, expected at most ${wbxmlLimits.elementDepthMax}`
    throw new WireError('wire/wbxml-too-deep', `${message} (elementDepthMax)`, writer.length)
  }
  const tag = firstOf(vocabulary.tags, (row) => row.name === name)
  if (tag !== undefined && tag.page !== draft.tagPage) {
    writer.u8(globalTokens.switchPage).u8(tag.page)
    draft.tagPage = tag.page
  }
  const attributesBit = attributes.length > 0 ? attributesFlag : 0
  const contentBit = content.length > 0 ? contentFlag : 0
  writer.u8((tag?.token ?? globalTokens.literal) | attributesBit | contentBit)
  if (tag === undefined) writer.uintvar(indexOf(draft, name))
  for (const attribute of attributes) writeAttribute(draft, attribute)
  if (attributes.length > 0) writer.u8(globalTokens.end)
  for (const node of content) {
    if (typeof node === 'string') writeString(draft, node)
    else writeElement(draft, node, depth + 1)
  }
  if (content.length > 0) writer.u8(globalTokens.end)
}

function writeAttribute(draft: Draft, attribute: MarkupAttribute): void {
  const { vocabulary, writer } = draft
  const { name, value } = attribute
  const start = chooseStart(vocabulary, attribute)
  if (start === undefined) {
    writer.u8(globalTokens.literal).uintvar(indexOf(draft, name))
    if (value !== '') writeString(draft, value)
    return
  }
  if (start.page !== draft.attributePage) writer.u8(globalTokens.switchPage).u8(start.page)
  draft.attributePage = start.page
  writer.u8(start.token)
  const date = vocabulary.dates.includes(name) ? encodeDate(value) : undefined
  if (date !== undefined) {
    writer.u8(globalTokens.opaque).uintvar(date.length).bytes(date)
    return
  }
  const rest = value.slice(start.prefix?.length ?? 0)
  const values = vocabulary.values.filter(({ page }) => page === draft.attributePage)
  if (vocabulary.valueTokens === 'whole') writeWhole(draft, rest, values)
  else writePieces(draft, rest, values)
}

/** The longest start the value has, on the lowest page. In vocabularies of whole values a start is no part of one. */
function chooseStart(
  { attributes, valueTokens }: WbxmlVocabulary,
  { name, value }: MarkupAttribute,
): AttributeToken | undefined {
  const fitting = attributes.filter(({ name: known, prefix = '' }) => {
    if (known !== name) return false
    if (valueTokens === 'whole' && prefix !== '') return value === prefix
    return value.startsWith(prefix)
  })
  const longest = Math.max(...fitting.map(({ prefix = '' }) => prefix.length))
  return firstOf(fitting, ({ prefix = '' }) => prefix.length === longest)
}

function firstOf<Row extends TagToken | AttributeToken>(
  rows: readonly Row[],
  fits: (row: Row) => boolean,
): Row | undefined {
  return rows.filter(fits).toSorted((a, b) => a.page - b.page)[0]
}

function writeWhole(draft: Draft, value: string, tokens: readonly ValueToken[]): void {
  const token = tokens.find(({ text }) => text === value)
  if (token !== undefined) draft.writer.u8(token.token)
  else if (value !== '') writeString(draft, value)
}

function writePieces(draft: Draft, value: string, tokens: readonly ValueToken[]): void {
  let rest = value
  while (rest !== '') {
    const places = tokens.map((row) => ({ row, at: rest.indexOf(row.text) }))
    const [next] = places.filter(({ at }) => at !== -1).toSorted((a, b) => a.at - b.at)
    const before = next === undefined ? rest : rest.slice(0, next.at)
    if (before !== '') writeString(draft, before)
    if (next !== undefined) draft.writer.u8(next.row.token)
    rest = next === undefined ? '' : rest.slice(next.at + next.row.text.length)
  }
}

function writeString({ writer, indexes }: Draft, text: string): void {
  const index = indexes.get(text)
  if (index !== undefined) {
    writer.u8(globalTokens.tableString).uintvar(index)
    return
  }
  writer.u8(globalTokens.inlineString)
  writeText(writer, text)
}

function writeText(writer: OctetWriter, text: string): void {
  if (text.includes('\0')) {
    const message = 'Unexpected NUL in a text, expected none: it would end there'
    throw new WireError('wire/wbxml-unwritable', message, writer.length)
  }
  writer.bytes(new TextEncoder().encode(text)).u8(0)
}
