/**
 * `multipart/related` bodies (RFC 2046 section 5.1, RFC 2387), as initiators really write them: an empty line before the
 * first boundary, LF for CR LF, base64 where nothing asked for it.
 */
import { WireError } from '../errors.ts'
import { fromOctetText, toOctetText } from './octet-text.ts'

export interface BodyPart {
  /** As they were written, in their order. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** After its transfer encoding was undone. */
  readonly body: Uint8Array
  /** Octet at which the part begins. */
  readonly offset: number
  /** Octet at which what follows its headers begins. */
  readonly bodyOffset: number
  readonly transferEncoding: string | undefined
}

export const multipartLimits = {
  multipartBytesMax: 262_144,
  partsMax: 8,
  partHeadersMax: 64,
} as const

const boundaryForm = /^[ -~]{1,70}$/

/**
 * @param multipartBytesMax where bodies may be larger than control messages are
 * @throws WireError `wire/multipart…` where there is no part, or a limit is reached
 */
export function parseMultipart(
  octets: Uint8Array,
  boundary: string,
  multipartBytesMax: number = multipartLimits.multipartBytesMax,
): readonly BodyPart[] {
  if (octets.length > multipartBytesMax) {
    throw overLimit('multipartBytesMax', octets.length, multipartBytesMax)
  }
  if (!boundaryForm.test(boundary)) {
    throw new WireError(
      'wire/multipart',
      'Unexpected boundary, expected 1 to 70 printable characters',
      0,
    )
  }
  const text = toOctetText(octets)
  const parts: BodyPart[] = []
  let delimiter = findDelimiter(text, boundary, 0)
  while (delimiter !== undefined && !delimiter.last) {
    const next = findDelimiter(text, boundary, delimiter.end)
    if (next === undefined) {
      const message = `Unexpected end of the body, expected the boundary --${boundary}--`
      throw new WireError('wire/multipart', message, text.length)
    }
    if (parts.length === multipartLimits.partsMax) {
      throw overLimit('partsMax', parts.length + 1, multipartLimits.partsMax)
    }
    parts.push(readPart(text, delimiter.end, Math.max(delimiter.end, next.start)))
    delimiter = next
  }
  if (parts.length > 0) return parts
  throw new WireError('wire/multipart', `Unexpected body, expected the boundary --${boundary}`, 0)
}

interface Delimiter {
  /** Where what stands before it ends, without the line end that belongs to the boundary. */
  readonly start: number
  readonly end: number
  readonly last: boolean
}

function findDelimiter(text: string, boundary: string, from: number): Delimiter | undefined {
  const line = `--${boundary}`
  for (let at = text.indexOf(line, from); at !== -1; at = text.indexOf(line, at + 1)) {
    if (at !== 0 && text[at - 1] !== '\n') continue
    let end = at + line.length
    const last = text.startsWith('--', end)
    if (last) end += 2
    while (text[end] === ' ' || text[end] === '\t') end += 1
    if (text.startsWith('\r\n', end)) end += 2
    else if (text[end] === '\n') end += 1
    else if (end < text.length) continue
    return { start: beforeLineEnd(text, at), end, last }
  }
  return undefined
}

function beforeLineEnd(text: string, at: number): number {
  if (at === 0) return 0
  return text[at - 2] === '\r' ? at - 2 : at - 1
}

const headerForm = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+)[ \t]*:[ \t]*(.*?)[ \t]*$/

function readPart(text: string, start: number, end: number): BodyPart {
  const headers: (readonly [string, string])[] = []
  let at = start
  while (at < end) {
    const lineEnd = text.indexOf('\n', at)
    const stop = lineEnd === -1 || lineEnd >= end ? end : lineEnd
    const line = text.slice(at, text[stop - 1] === '\r' ? stop - 1 : stop)
    const offset = at
    at = Math.min(end, stop + 1)
    if (line === '') break
    addHeader(headers, line, offset)
  }
  const transferEncoding = headers
    .find(([name]) => name.toLowerCase() === 'content-transfer-encoding')?.[1]
    .toLowerCase()
  const raw = text.slice(at, end)
  return {
    headers,
    body: decodeTransfer(raw, transferEncoding, at),
    offset: start,
    bodyOffset: at,
    transferEncoding,
  }
}

function addHeader(headers: (readonly [string, string])[], line: string, offset: number): void {
  if (headers.length === multipartLimits.partHeadersMax) {
    throw overLimit('partHeadersMax', headers.length + 1, multipartLimits.partHeadersMax)
  }
  const last = headers.at(-1)
  if (/^[ \t]/.test(line) && last !== undefined) {
    headers.splice(-1, 1, [last[0], `${last[1]} ${line.trim()}`])
    return
  }
  const [, name, value] = headerForm.exec(line) ?? []
  if (name === undefined || value === undefined) {
    const message = 'Unexpected line in the headers of a part, expected a name, a colon and a value'
    throw new WireError('wire/multipart-header', message, offset)
  }
  headers.push([name, value])
}

function decodeTransfer(raw: string, encoding: string | undefined, offset: number): Uint8Array {
  if (encoding === 'base64') return new Uint8Array(Buffer.from(raw, 'base64'))
  const plain = encoding === undefined || ['7bit', '8bit', 'binary'].includes(encoding)
  if (plain) return fromOctetText(raw)
  const message = `Unexpected transfer encoding ${encoding}, expected none, 7bit, 8bit, binary or base64`
  throw new WireError('wire/multipart-encoding', message, offset)
}

function overLimit(name: keyof typeof multipartLimits, found: number, max: number): WireError {
  const message = `Unexpected ${found}, expected at most ${max} (${name})`
  return new WireError('wire/multipart-too-large', message, 0)
}

/** The body, with the line ends of RFC 2046. The boundary must stand in no part. */
export function formatMultipart(
  parts: readonly Pick<BodyPart, 'headers' | 'body'>[],
  boundary: string,
): Uint8Array {
  const pieces = parts.flatMap(({ headers, body }) => [
    Buffer.from(`--${boundary}\r\n`),
    Buffer.from(
      `${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
      'latin1',
    ),
    body,
    Buffer.from('\r\n'),
  ])
  return new Uint8Array(Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]))
}

/** Value of the first header of this name, in any case of letters. */
export function partHeader(
  { headers }: Pick<BodyPart, 'headers'>,
  name: string,
): string | undefined {
  const wanted = name.toLowerCase()
  return headers.find(([given]) => given.toLowerCase() === wanted)?.[1]
}
