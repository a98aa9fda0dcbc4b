import { WireError } from '../../errors.ts'
import type { Annotate } from '../annotate.ts'
import { escapeText } from '../escape.ts'
import type { OctetReader, OctetWriter } from '../octets.ts'
import { headerNames } from './header-names.table.ts'
import { decodeText, decodeValue, encodeText, encodeValue, integerOf, textOf } from './values.ts'
import type { WspValue } from './values.ts'

export type WspFieldName =
  | { readonly kind: 'code'; readonly page: number; readonly code: number }
  | { readonly kind: 'text'; readonly text: string }

export interface WspField {
  readonly name: WspFieldName
  readonly value: WspValue
}

/** A field with its place among the octets. */
export interface WspHeader extends WspField {
  readonly offset: number
  readonly end: number
}

/** WSP 8.4.2.6: headers start on it; the content type is always on it. */
export const defaultPage = 1
const shiftDelimiter = 0x7f
const shortCutShiftMax = 0x1f

/**
 * `Header = Message-header | Shift-sequence` to the end of the reader (WSP 8.4.2.6). Fields nobody knows are kept: their
 * values say themselves how long they are.
 */
export function decodeHeaders(reader: OctetReader, annotate?: Annotate): readonly WspHeader[] {
  const headers: WspHeader[] = []
  let page = defaultPage
  while (reader.remaining > 0) {
    const offset = reader.offset
    const first = reader.next ?? 0
    if (first <= shortCutShiftMax || first === shiftDelimiter) {
      page = decodeShift(reader)
      annotate?.(offset, reader.offset, `Headers of code page ${page} follow`)
    } else {
      const name: WspFieldName =
        first > shiftDelimiter
          ? { kind: 'code', page, code: reader.u8() & 0x7f }
          : { kind: 'text', text: decodeText(reader) }
      const header = { name, value: decodeValue(reader), offset, end: reader.offset }
      annotate?.(offset, reader.offset, describeHeader(header))
      headers.push(header)
    }
  }
  return headers
}

function decodeShift(reader: OctetReader): number {
  const first = reader.u8()
  if (first === 0) {
    throw new WireError(
      'wire/wsp-header',
      'Unexpected octet 0x00, expected a header name or a shift of the code page',
      reader.offset - 1,
    )
  }
  return first === shiftDelimiter ? reader.u8() : first
}

/** Fields in their order, with a shift before each that is on another page. */
export function encodeHeaders(writer: OctetWriter, fields: readonly WspField[]): void {
  let page = defaultPage
  for (const { name, value } of fields) {
    if (name.kind === 'text') {
      encodeText(writer, name.text)
    } else {
      if (name.page !== page) writer.u8(shiftDelimiter).u8(name.page)
      page = name.page
      writer.u8(0x80 | name.code)
    }
    encodeValue(writer, value)
  }
}

/** The name of a field as HTTP spells it; `0x3b` or `2/0x3b` for one that is not known. */
export function headerName(name: WspFieldName): string {
  if (name.kind === 'text') return name.text
  const known = name.page === defaultPage && headerNames.find(({ code }) => code === name.code)
  if (known) return known.name
  const number = `0x${name.code.toString(16).padStart(2, '0')}`
  return name.page === defaultPage ? number : `${name.page}/${number}`
}

/** A well-known field of the default page. The name has to be in the table. */
export function field(name: (typeof headerNames)[number]['name'], value: WspValue): WspField {
  const code = headerNames.find((row) => row.name === name)?.code ?? 0
  return { name: { kind: 'code', page: defaultPage, code }, value }
}

/** The first header of this name, in any case of letters. */
export function headerNamed<Field extends WspField>(
  headers: readonly Field[],
  name: string,
): Field | undefined {
  const wanted = name.toLowerCase()
  return headers.find((header) => headerName(header.name).toLowerCase() === wanted)
}

const shownMax = 120

/** A value as text: a number, the text itself, or octets as hex digits. */
export function describeValue(value: WspValue): string {
  const number = integerOf(value)
  if (number !== undefined) return String(number)
  if (value.kind === 'octets') return `${value.octets.length} octets`
  return escapeText(textOf(value) ?? '', shownMax)
}

function describeHeader({ name, value }: WspField): string {
  return `${escapeText(headerName(name), shownMax)}: ${describeValue(value)}`
}
