/**
 * XML documents, as PAP messages, the text forms of SI, SL and provisioning documents, and download descriptors are. Nothing
 * outside the document is read: a document type is kept as text, and the only entities are the five of XML 1.0 section 4.6.
 */
import { SaxesParser } from 'saxes'
import { WireError } from '../errors.ts'
import { charsetNamed, charsetOfMark, decodeText } from './charset.ts'
import type { Charset } from './charsets.table.ts'

export interface MarkupAttribute {
  readonly name: string
  readonly value: string
}

export interface MarkupElement {
  readonly name: string
  readonly attributes: readonly MarkupAttribute[]
  readonly content: readonly (MarkupElement | string)[]
}

/** An element as it was read: the octet it begins at, and those its attributes begin (WBXML) or end at (XML). */
export interface ReadElement extends MarkupElement {
  readonly attributes: readonly (MarkupAttribute & { readonly offset: number })[]
  readonly content: readonly (ReadElement | string)[]
  readonly offset: number
}

export interface MarkupDocument {
  readonly root: ReadElement
  /** What stands between `<!DOCTYPE` and `>`. */
  readonly documentType: string | undefined
  readonly instructions: readonly { readonly target: string; readonly body: string }[]
}

/** A formal public identifier and where it lies, as in `<!DOCTYPE si PUBLIC "…" "…">`. */
export interface DocumentType {
  readonly publicId: string
  readonly systemId: string
}

export const markupLimits = {
  /** Octets of a document: over a hundred times the longest a phone is known to take. */
  markupBytesMax: 262_144,
  elementDepthMax: 32,
  /** Elements, attributes and texts together. */
  markupNodesMax: 10_000,
} as const

interface Open {
  readonly name: string
  readonly attributes: (MarkupAttribute & { readonly offset: number })[]
  readonly content: (ReadElement | string)[]
  readonly offset: number
}

/** From places in the text to octets: exact for UTF-8, UTF-16 and character sets of one octet. */
interface Scale {
  readonly octets: number
  /** Of a byte order mark. */
  readonly before: number
  readonly unit: 'utf-8' | 1 | 2
}

interface Draft {
  readonly text: string
  readonly scale: Scale
  readonly stack: Open[]
  /** Attributes come before the element they belong to. */
  attributes: (MarkupAttribute & { readonly offset: number })[]
  tagOffset: number
  /** The last place asked for, in UTF-16 units and in octets: places only grow. */
  place: { readonly position: number; readonly offset: number }
  nodes: number
  root: ReadElement | undefined
  documentType: string | undefined
  readonly instructions: { readonly target: string; readonly body: string }[]
}

const predefined: ReadonlyMap<string | symbol, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/**
 * Reads a well-formed document. Its character set is that of its byte order mark, of the caller (a `charset` parameter),
 * of its declaration, or UTF-8, in this order.
 *
 * @throws WireError `wire/markup-…` with the octet at which it stops being one, or reaches a limit
 */
export function parseMarkup(octets: Uint8Array, charsetName?: string): MarkupDocument {
  if (octets.length > markupLimits.markupBytesMax) {
    throw overLimit('markupBytesMax', octets.length, markupLimits.markupBytesMax)
  }
  const charset = charsetOf(octets, charsetName)
  const whole = decodeText(octets, charset)
  const text = whole.replace(/^\uFEFF/, '')
  const draft: Draft = {
    text,
    scale: scaleOf(charset, octets.length, text.length < whole.length),
    stack: [],
    attributes: [],
    tagOffset: 0,
    place: { position: 0, offset: 0 },
    nodes: 0,
    root: undefined,
    documentType: undefined,
    instructions: [],
  }
  read(draft)
  const { root, documentType, instructions } = draft
  if (root === undefined) throw notWellFormed(draft, 'document without a root', text.length)
  return { root, documentType, instructions }
}

const declaredEncoding = /^\s*<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]{1,40})["']/

function charsetOf(octets: Uint8Array, charsetName: string | undefined): Charset {
  const marked = charsetOfMark(octets)
  if (marked !== undefined) return marked
  const start = new TextDecoder('latin1').decode(octets.subarray(0, 200))
  const name = charsetName ?? declaredEncoding.exec(start)?.[1]
  const charset = charsetNamed(name ?? 'utf-8')
  if (charset !== undefined) return charset
  throw new WireError(
    'wire/markup-charset',
    `Unexpected character set ${name}, expected one of UTF-8 and those of WAP`,
    0,
  )
}

function read(draft: Draft): void {
  const parser = new SaxesParser({ xmlns: false })
  // A plain record would also find `toString` and the like.
  parser.ENTITIES = new Proxy({}, { get: (_, name) => predefined.get(name) })
  parser.on('error', (error) => {
    throw notWellFormed(draft, error.message.replace(/^\d+:\d+: /, ''), parser.position)
  })
  parser.on('doctype', (documentType) => {
    draft.documentType = documentType.trim()
  })
  parser.on('processinginstruction', (instruction) => {
    countNode(draft)
    draft.instructions.push(instruction)
  })
  parser.on('opentagstart', () => {
    draft.tagOffset = octetAt(draft, draft.text.lastIndexOf('<', parser.position - 1))
  })
  parser.on('attribute', ({ name, value }) => {
    countNode(draft)
    draft.attributes.push({ name, value, offset: octetAt(draft, parser.position) })
  })
  parser.on('opentag', ({ name }) => {
    open(draft, name)
  })
  parser.on('closetag', () => {
    close(draft)
  })
  const addText = (text: string) => {
    countNode(draft)
    draft.stack.at(-1)?.content.push(text)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.write(draft.text).close()
}

function open(draft: Draft, name: string): void {
  countNode(draft)
  if (draft.stack.length >= markupLimits.elementDepthMax) {
    throw overLimit('elementDepthMax', draft.stack.length + 1, markupLimits.elementDepthMax)
  }
  const { attributes, tagOffset } = draft
  draft.stack.push({ name, attributes, content: [], offset: tagOffset })
  draft.attributes = []
}

function close(draft: Draft): void {
  const closed = draft.stack.pop()
  if (closed === undefined) return
  const element = { ...closed, content: joinTexts(closed.content) }
  const parent = draft.stack.at(-1)
  if (parent === undefined) draft.root = element
  else parent.content.push(element)
}

/** CDATA sections and what stands beside them are one text. */
function joinTexts(content: readonly (ReadElement | string)[]): readonly (ReadElement | string)[] {
  const joined: (ReadElement | string)[] = []
  for (const node of content) {
    const before = joined.at(-1)
    if (typeof node === 'string' && typeof before === 'string') {
      joined.splice(-1, 1, before + node)
    } else {
      joined.push(node)
    }
  }
  return joined
}

function countNode(draft: Draft): void {
  draft.nodes += 1
  const max = markupLimits.markupNodesMax
  if (draft.nodes > max) throw overLimit('markupNodesMax', draft.nodes, max)
}

function scaleOf(charset: Charset, octets: number, isMarked: boolean): Scale {
  if (charset.label === 'utf-8') return { octets, before: isMarked ? 3 : 0, unit: 'utf-8' }
  if (charset.label.startsWith('utf-16')) return { octets, before: isMarked ? 2 : 0, unit: 2 }
  return { octets, before: 0, unit: 1 }
}

/** The parser counts UTF-16 units; a document beyond ASCII has more octets, and what is no UTF-8 has fewer than it seems. */
function octetAt(draft: Draft, position: number): number {
  const { text, place, scale } = draft
  const piece = text.slice(place.position, position)
  const length = scale.unit === 'utf-8' ? Buffer.byteLength(piece) : piece.length * scale.unit
  const offset = place.offset + length
  draft.place = { position: Math.max(position, place.position), offset }
  return Math.min(scale.before + offset, scale.octets)
}

function notWellFormed(draft: Draft, why: string, position: number): WireError {
  return new WireError(
    'wire/markup-not-well-formed',
    `Unexpected XML (${why.replace(/\.$/, '')}), expected a well-formed document`,
    octetAt(draft, position),
  )
}

function overLimit(name: keyof typeof markupLimits, found: number, max: number): WireError {
  return new WireError(
    'wire/markup-too-large',
    `Unexpected ${found}, expected at most ${max} (${name})`,
    0,
  )
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** A document in UTF-8 with its declaration, and its document type where it has one. */
export function formatMarkup(root: MarkupElement, documentType?: DocumentType): string {
  const type =
    documentType === undefined
      ? ''
      : `<!DOCTYPE ${root.name} PUBLIC "${documentType.publicId}" "${documentType.systemId}">\n`
  return `<?xml version="1.0" encoding="UTF-8"?>\n${type}${formatElement(root)}\n`
}

function formatElement({ name, attributes, content }: MarkupElement): string {
  const list = attributes
    .map((attribute) => ` ${attribute.name}="${attribute.value.replace(/[&<>"\t\n\r]/g, escape)}"`)
    .join('')
  if (content.length === 0) return `<${name}${list}/>`
  const inside = content
    .map((node) =>
      typeof node === 'string' ? node.replace(/[&<>\r]/g, escape) : formatElement(node),
    )
    .join('')
  return `<${name}${list}>${inside}</${name}>`
}

function escape(character: string): string {
  return escapes[character] ?? character
}

/** Value of the first attribute of this name. */
export function attributeOf({ attributes }: MarkupElement, name: string): string | undefined {
  return attributes.find((attribute) => attribute.name === name)?.value
}

/** The elements of this name directly in it. */
export function childrenNamed<Element extends MarkupElement>(
  { content }: { readonly content: readonly (Element | string)[] },
  name: string,
): readonly Element[] {
  return content.filter((node): node is Element => typeof node !== 'string' && node.name === name)
}

/** The text directly in it. */
export function textOfElement({ content }: MarkupElement): string {
  return content.filter((node) => typeof node === 'string').join('')
}
