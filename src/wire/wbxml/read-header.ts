import { WireError } from '../../errors.ts'
import type { Annotate } from '../annotate.ts'
import { charsetOfMib } from '../charset.ts'
import type { Charset } from '../charsets.table.ts'
import type { OctetReader } from '../octets.ts'
import { logWbxmlDeviation } from './deviation.ts'
import type { WbxmlDeviation } from './deviation.ts'
import type { StringTable } from './draft.ts'
import { readTableText } from './read-pieces.ts'
import { vocabularyNamed, vocabularyNumbered } from './vocabularies.ts'
import type { WbxmlVocabulary } from './vocabulary.ts'

export interface WbxmlOptions {
  /** What the content type says, for a document that does not know its own type. */
  readonly expected?: WbxmlVocabulary
  /** Version 1.0 has no character set in its header; Symbian reads one there all the same. */
  readonly charsetInVersion10?: boolean
  readonly annotate?: Annotate
}

export interface WbxmlHeader {
  readonly version: number
  readonly publicId: { readonly number: number; readonly index: number; readonly offset: number }
  readonly charset: number | undefined
  readonly charsetOffset: number
  readonly strings: StringTable
  readonly deviations: WbxmlDeviation[]
}

const newestVersion = 0x03

export function readHeader(reader: OctetReader, options: WbxmlOptions): WbxmlHeader {
  const { annotate } = options
  const deviations: WbxmlDeviation[] = []
  const version = reader.u8()
  annotate?.(0, 1, `WBXML ${(version >> 4) + 1}.${version & 0x0f}`)
  if (version > newestVersion) {
    const found = `0x${version.toString(16)}`
    logWbxmlDeviation(deviations, { rule: 'version', offset: 0, found })
  }
  const publicId = readPublicId(reader, annotate)
  const charsetOffset = reader.offset
  const hasCharset = version > 0 || options.charsetInVersion10 === true
  const charset = hasCharset ? reader.uintvar() : undefined
  if (charset !== undefined) {
    const name = charsetOfMib(charset)?.name ?? 'not known'
    annotate?.(charsetOffset, reader.offset, `Character set ${charset}: ${name}`)
  }
  const lengthOffset = reader.offset
  const length = reader.uintvar()
  annotate?.(lengthOffset, reader.offset, `String table of ${length} octets`)
  const strings = { offset: reader.offset, octets: reader.take(length) }
  if (length > 0) annotate?.(strings.offset, reader.offset, 'String table')
  return { version, publicId, charset, charsetOffset, strings, deviations }
}

/** `publicid = mb_u_int32 | ( zero index )` */
function readPublicId(
  reader: OctetReader,
  annotate: Annotate | undefined,
): WbxmlHeader['publicId'] {
  const offset = reader.offset
  const number = reader.uintvar()
  const index = number === 0 ? reader.uintvar() : 0
  const meaning =
    number === 0
      ? `Document type: text ${index} of the string table`
      : `Document type ${number}: ${vocabularyNumbered(number)?.name ?? 'not one of ours'}`
  annotate?.(offset, reader.offset, meaning)
  return { number, index, offset }
}

export function chooseVocabulary(header: WbxmlHeader, { expected }: WbxmlOptions): WbxmlVocabulary {
  const { number, index, offset } = header.publicId
  const name = number === 0 ? readTableText(header.strings, index, offset) : undefined
  const found = name === undefined ? vocabularyNumbered(number) : vocabularyNamed(name)
  if (found !== undefined) return found
  const what = name ?? `0x${number.toString(16)}`
  if (expected === undefined) {
    throw new WireError(
      'wire/wbxml-public-id',
      `Unexpected document type ${what}, expected SI, SL, CO, PROV or WML`,
      offset,
    )
  }
  logWbxmlDeviation(header.deviations, { rule: 'public-id', offset, found: what })
  return expected
}

const utf8: Charset = { mib: 106, name: 'utf-8', label: 'utf-8' }

export function chooseCharset({ charset, charsetOffset, deviations }: WbxmlHeader): Charset {
  if (charset === undefined) return utf8
  const known = charsetOfMib(charset)
  if (known !== undefined) return known
  const found = charset === 0 ? 'not stated' : String(charset)
  logWbxmlDeviation(deviations, { rule: 'charset', offset: charsetOffset, found })
  return utf8
}
