import { WireError } from '../../errors.ts'
import type { Annotate } from '../annotate.ts'
import { charsetOfMib } from '../charset.ts'
import { OctetWriter } from '../octets.ts'
import type { OctetReader } from '../octets.ts'
import { contentTypes } from './content-types.table.ts'
import { knownParameters } from './parameters.table.ts'
import type { KnownParameter } from './parameters.table.ts'
import {
  decodeText,
  decodeValue,
  decodeValueLength,
  encodeText,
  encodeValue,
  encodeValueLength,
  integerOf,
  integerValue,
  textOf,
} from './values.ts'
import type { WspValue } from './values.ts'

/** What has a registered number or a name of its own. */
export type WspName =
  | { readonly kind: 'code'; readonly code: number }
  | { readonly kind: 'text'; readonly text: string }

export interface WspParameter {
  readonly name: WspName
  /** A quality is a uintvar: 1 to 100 are hundredths and one more, above are thousandths and 100 more (WSP 8.4.2.3). */
  readonly value: WspValue | { readonly kind: 'quality'; readonly value: number }
}

export interface WspContentType {
  readonly media: WspName
  readonly parameters: readonly WspParameter[]
}

const knownCodesMax = 0x7f

/**
 * `Content-type-value = Constrained-media | Content-general-form` (WSP 8.4.2.24). The first octet decides: 00 to 1F begin
 * the general form with its length, 20 to 7F a text, 80 to FF are a number.
 */
export function decodeContentType(reader: OctetReader, annotate?: Annotate): WspContentType {
  const start = reader.offset
  const first = reader.next ?? 0
  if (first > 0x1f) {
    const contentType = { media: decodeName(reader), parameters: [] }
    annotate?.(start, reader.offset, `Content type ${describeMedia(contentType.media)}`)
    return contentType
  }
  const length = decodeValueLength(reader)
  annotate?.(start, reader.offset, `Content type of ${length} octets`)
  const part = reader.part(length)
  const mediaStart = part.offset
  const media = decodeMedia(part)
  annotate?.(mediaStart, part.offset, describeMedia(media))
  const parameters: WspParameter[] = []
  while (part.remaining > 0) {
    const parameterStart = part.offset
    const parameter = decodeParameter(part)
    annotate?.(parameterStart, part.offset, `Parameter ${describeParameter(parameter)}`)
    parameters.push(parameter)
  }
  return { media, parameters }
}

/** In the general form a long integer can stand for a number over 127. */
function decodeMedia(reader: OctetReader): WspName {
  const first = reader.next
  const start = reader.offset
  if (first === undefined || first > 0x1f) return decodeName(reader)
  return { kind: 'code', code: decodeLongCode(reader, start) }
}

function decodeLongCode(reader: OctetReader, start: number): number {
  const code = integerOf(decodeValue(reader))
  if (code !== undefined) return code
  throw new WireError(
    'wire/wsp-integer',
    'Unexpected value, expected an integer of 1 to 6 octets',
    start,
  )
}

/** A short integer or a text; at the end of the octets the reader refuses. */
function decodeName(reader: OctetReader): WspName {
  const first = reader.next
  if (first !== undefined && first < 0x80) return { kind: 'text', text: decodeText(reader) }
  return { kind: 'code', code: reader.u8() & 0x7f }
}

/** `Parameter = Typed-parameter | Untyped-parameter` (WSP 8.4.2.4). */
function decodeParameter(reader: OctetReader): WspParameter {
  const start = reader.offset
  const first = reader.next ?? 0
  const name: WspName =
    first <= 0x1f ? { kind: 'code', code: decodeLongCode(reader, start) } : decodeName(reader)
  if (name.kind === 'code' && knownParameter(name.code)?.form === 'quality') {
    return { name, value: { kind: 'quality', value: reader.uintvar() } }
  }
  return { name, value: decodeValue(reader) }
}

/** Bare where there are no parameters and the number is short, in the general form otherwise. */
export function encodeContentType(writer: OctetWriter, contentType: WspContentType): void {
  const { media, parameters } = contentType
  const short = media.kind === 'text' || media.code <= knownCodesMax
  if (parameters.length === 0 && short) {
    encodeName(writer, media)
    return
  }
  const inner = new OctetWriter()
  encodeName(inner, media)
  for (const { name, value } of parameters) {
    encodeName(inner, name)
    if (value.kind === 'quality') inner.uintvar(value.value)
    else encodeValue(inner, value)
  }
  encodeValueLength(writer, inner.length)
  writer.bytes(inner.toUint8Array())
}

function encodeName(writer: OctetWriter, name: WspName): void {
  if (name.kind === 'text') encodeText(writer, name.text)
  else encodeValue(writer, integerValue(name.code))
}

/** The media type as text, in lower case; none for a number that is not registered. */
export function mediaTypeOf({ media }: WspContentType): string | undefined {
  return media.kind === 'text'
    ? media.text.toLowerCase()
    : contentTypes.find(({ code }) => code === media.code)?.name
}

/** The content type of this name, with the number where there is one. */
export function contentTypeNamed(
  name: string,
  parameters: readonly WspParameter[] = [],
): WspContentType {
  const known = contentTypes.find((row) => row.name === name)
  const media: WspName =
    known === undefined ? { kind: 'text', text: name } : { kind: 'code', code: known.code }
  return { media, parameters }
}

/** Value of the first parameter of this name, well-known or as text. */
export function parameterOf(
  { parameters }: WspContentType,
  name: string,
): WspParameter['value'] | undefined {
  return parameters.find((parameter) => parameterName(parameter.name)?.toLowerCase() === name)
    ?.value
}

/** The name of the character set that the content type states; none for one that is not known. */
export function charsetParameter(contentType: WspContentType): string | undefined {
  const value = parameterOf(contentType, 'charset')
  if (value === undefined || value.kind === 'quality') return undefined
  const mib = integerOf(value)
  return mib === undefined ? textOf(value) : charsetOfMib(mib)?.name
}

export function parameterName(name: WspName): string | undefined {
  return name.kind === 'text' ? name.text : knownParameter(name.code)?.name
}

function knownParameter(code: number): KnownParameter | undefined {
  return knownParameters.find((row) => row.code === code)
}

function describeMedia(media: WspName): string {
  if (media.kind === 'text') return `${media.text} (as text)`
  const known = mediaTypeOf({ media, parameters: [] })
  return known ?? `number 0x${media.code.toString(16)}, not registered`
}

function describeParameter({ name, value }: WspParameter): string {
  const known = name.kind === 'text' ? undefined : knownParameter(name.code)
  const label = parameterName(name) ?? describeUnknown(name)
  if (value.kind === 'quality') return `${label}=${value.value} (uintvar)`
  const number = integerOf(value)
  if (number === undefined) return `${label}=${textOf(value) ?? '(octets)'}`
  const charset = known?.form === 'charset' ? charsetOfMib(number)?.name : undefined
  return `${label}=${charset ?? String(number)}`
}

function describeUnknown(name: WspName): string {
  return name.kind === 'text' ? name.text : `0x${name.code.toString(16)}`
}
