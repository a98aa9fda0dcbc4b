/**
 * Reads a page as forgivingly as a phone's browser does: tags that nobody closed, attributes without quotes, entities, and
 * whatever stands around them. XHTML is read as HTML is, since phones do; WML keeps the case of its names.
 */
import { Parser } from 'htmlparser2'
import { WireError } from '../../errors.ts'
import { charsetNamed, charsetOfMark, charsetOfMib, decodeText } from '../charset.ts'
import type { Charset } from '../charsets.table.ts'
import type { ReadElement } from '../markup.ts'
import { decodeWbxml } from '../wbxml/decode.ts'
import { PageCollector } from './collector.ts'
import { pageLimits } from './page.ts'
import type { Page, PageKind, PageNote } from './page.ts'

/**
 * @param charset of the Content-Type field
 * @throws WireError `wire/page-too-large`, `wire/page-too-deep`; for a compiled page also `wire/wbxml-…`
 */
export function readPage(octets: Uint8Array, kind: PageKind, charset?: string): Page {
  if (octets.length > pageLimits.pageBytesMax) {
    const message = `Unexpected page of ${octets.length} octets, expected at most ${pageLimits.pageBytesMax}`
    throw new WireError('wire/page-too-large', `${message} (pageBytesMax)`, pageLimits.pageBytesMax)
  }
  if (kind === 'wmlc') return readCompiled(octets)
  const notes: PageNote[] = []
  const chosen = chooseCharset(octets, kind, charset, notes)
  const collector = new PageCollector()
  const xmlMode = kind === 'wml'
  const parser = new Parser(
    {
      onopentag: (name, attributes) => collector.open(name, attributes),
      ontext: (text) => collector.text(text),
      onclosetag: (name) => collector.close(name),
    },
    { xmlMode, decodeEntities: true, recognizeSelfClosing: kind === 'xhtml', recognizeCDATA: true },
  )
  parser.end(decodeText(octets, chosen).replace(/^\uFEFF/, ''))
  return { kind, charset: chosen.name, notes, ...collector.collected() }
}

function readCompiled(octets: Uint8Array): Page {
  const { root, charset } = decodeWbxml(octets)
  const collector = new PageCollector()
  walk(collector, root)
  const { name } = charsetOfMib(charset ?? utf8.mib) ?? utf8
  return { kind: 'wmlc', charset: name, notes: [], ...collector.collected() }
}

/** As deep as the reader of the document allows. */
function walk(collector: PageCollector, { name, attributes, content }: ReadElement): void {
  collector.open(
    name,
    Object.fromEntries(attributes.map((attribute) => [attribute.name, attribute.value])),
  )
  for (const node of content) {
    if (typeof node === 'string') collector.text(node)
    else walk(collector, node)
  }
  collector.close(name)
}

const latin1: Charset = { mib: 4, name: 'iso-8859-1', label: 'latin1' }
const utf8: Charset = { mib: 106, name: 'utf-8', label: 'utf-8' }
const searchedBytes = 1024
const inDeclaration = /^\s*<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]{1,40})["']/
const inMeta = /<meta\b[^>]*?\bcharset\s*=\s*["']?([\w.:-]{1,40})/i

/** Byte order mark, Content-Type, the page's own word within its first kilobyte, else what its kind is in. */
function chooseCharset(
  octets: Uint8Array,
  kind: PageKind,
  given: string | undefined,
  notes: PageNote[],
): Charset {
  const marked = charsetOfMark(octets)
  if (marked !== undefined) return marked
  const start = new TextDecoder('latin1').decode(octets.subarray(0, searchedBytes))
  const name = given ?? inDeclaration.exec(start)?.[1] ?? inMeta.exec(start)?.[1]
  if (name === undefined) return kind === 'html' ? latin1 : utf8
  const known = charsetNamed(name) ?? windowsOf(name)
  if (known !== undefined) return known
  notes.push({ kind: 'unknown-charset', name })
  return latin1
}

/** Not among the numbers of WAP, and common on pages. */
function windowsOf(name: string): Charset | undefined {
  const number = /^(?:windows-|cp-?)(125[0-8])$/i.exec(name)?.[1]
  if (number === undefined) return undefined
  const label = `windows-${number}`
  return { mib: Number(number) + 1000, name: label, label }
}
