/** HTTP fields over pairs as they stood on the wire: order, case and repetition kept (RFC 9110, RFC 9112). */
import { WireError } from '../errors.ts'
import { escapeText } from './escape.ts'
import { fromOctetText, toOctetText } from './octet-text.ts'
import { trimBlanks } from './trim.ts'

export type Field = readonly [name: string, value: string]

/** Value of the first field of this name, in any case of letters. */
export function headerValue(headers: readonly Field[], name: string): string | undefined {
  for (const field of headers) if (isNamed(field[0], name)) return field[1]
  return undefined
}

/** The length tells most names apart before any letter is looked at. */
function isNamed(given: string, name: string): boolean {
  return (
    given.length === name.length && (given === name || given.toLowerCase() === name.toLowerCase())
  )
}

/** Values of every field of this name, in order. */
export function headerValues(headers: readonly Field[], name: string): readonly string[] {
  return headers.filter(([given]) => isNamed(given, name)).map(([, value]) => value)
}

/** Characters of a field value beyond which it is not read. */
const fieldCharactersMax = 65_536

export interface Challenge {
  /** As written; schemes are compared in any case of letters. */
  readonly scheme: string
  readonly realm?: string
  readonly parameters: readonly Field[]
}

const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+"
const quotedString = '"((?:[^"\\\\]|\\\\.)*)"'
const challengeStart = new RegExp(`[ \\t,]*(${token})(?=[ \\t,]|$)`, 'y')
const challengeParameter = new RegExp(
  `[ \\t,]*(${token})[ \\t]*=[ \\t]*(?:(${token})(?=[ \\t,]|$)|${quotedString})`,
  'sy',
)
const token68 = /[ \t]+[A-Za-z0-9._~+/-]+=*(?=[ \t]*(?:,|$))/y

/**
 * Reads `WWW-Authenticate` or `Proxy-Authenticate`: one or more challenges (RFC 9110 section 11.6.1), as far as they
 * follow their grammar.
 */
export function parseChallenge(value: string): readonly Challenge[] {
  const challenges: Challenge[] = []
  const text = value.slice(0, fieldCharactersMax)
  let at = 0
  while (at < text.length) {
    const start = matchAt(challengeStart, text, at)
    if (start?.[1] === undefined) break
    at += start[0].length
    const read = readParameters(text, at)
    at = read.at
    const realm = headerValue(read.parameters, 'realm')
    challenges.push({
      scheme: start[1],
      ...(realm === undefined ? {} : { realm }),
      parameters: read.parameters,
    })
  }
  return challenges
}

function readParameters(
  text: string,
  start: number,
): { readonly parameters: readonly Field[]; readonly at: number } {
  const parameters: Field[] = []
  let at = start
  let match = matchAt(challengeParameter, text, at)
  if (match === undefined) {
    const alone = matchAt(token68, text, at)
    return { parameters, at: at + (alone?.[0].length ?? 0) }
  }
  while (match?.[1] !== undefined) {
    parameters.push([match[1], match[2] ?? (match[3] ?? '').replace(/\\(.)/gs, '$1')])
    at += match[0].length
    match = matchAt(challengeParameter, text, at)
  }
  return { parameters, at }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}

export type RetryAfter =
  | { readonly kind: 'seconds'; readonly seconds: number }
  | { readonly kind: 'date'; readonly text: string }

const imfFixdate =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), [0-9]{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT$/

/** `Retry-After` is a number of seconds or a date (RFC 9110 section 10.2.3). */
export function parseRetryAfter(value: string): RetryAfter | undefined {
  const text = value.trim()
  if (/^[0-9]{1,15}$/.test(text)) return { kind: 'seconds', seconds: Number(text) }
  return imfFixdate.test(text) ? { kind: 'date', text } : undefined
}

export interface ContentRange {
  /** First octet of the part, from 0. */
  readonly start: number
  /** Last octet of the part. */
  readonly end: number
  /** Octets of the whole; absent where the server does not know. */
  readonly total: number | undefined
}

/** `Content-Range: bytes 0-99/1234` (RFC 9110 section 14.4). None for other units and for an unsatisfied range. */
export function parseContentRange(value: string): ContentRange | undefined {
  const match = /^bytes ([0-9]{1,15})-([0-9]{1,15})\/([0-9]{1,15}|\*)$/i.exec(value.trim())
  if (match === null) return undefined
  const start = Number(match[1])
  const end = Number(match[2])
  const total = match[3] === '*' ? undefined : Number(match[3])
  return start > end || (total !== undefined && end >= total) ? undefined : { start, end, total }
}

export interface SetCookie {
  readonly name: string
  readonly value: string
  /** Names as written, compared in any case of letters; an attribute without a value has an empty one. */
  readonly attributes: readonly Field[]
}

/** Reads one `Set-Cookie` field as a user agent does (RFC 6265 section 5.2). None where it would be ignored. */
export function parseSetCookie(value: string): SetCookie | undefined {
  const [pair = '', ...rest] = value.slice(0, fieldCharactersMax).split(';')
  const equals = pair.indexOf('=')
  if (equals === -1 || pair.slice(0, equals).trim() === '') return undefined
  const attributes = rest.map(splitCookieAttribute).filter(([name]) => name !== '')
  return { name: pair.slice(0, equals).trim(), value: pair.slice(equals + 1).trim(), attributes }
}

function splitCookieAttribute(text: string): Field {
  const equals = text.indexOf('=')
  return equals === -1
    ? [text.trim(), '']
    : [text.slice(0, equals).trim(), text.slice(equals + 1).trim()]
}

export interface ResponseHead {
  readonly version: string
  readonly status: number
  readonly reason: string
  readonly headers: readonly Field[]
  /** Octets of the head, the empty line that ends it included. */
  readonly bytes: number
}

/** Octets of a head beyond which it is refused. */
const headBytesMax = 65_536

const statusLine = /^HTTP\/([0-9]\.[0-9]) ([0-9]{3})(?: ([^\0\r\n]*))?$/
const fieldLine = new RegExp(`^(${token}):([^\\0\\r]*)$`)

/**
 * Reads the head of a response (RFC 9112 sections 4 and 5). A line may end in LF alone; a folded field is joined with
 * one blank; octets beyond ASCII appear as ISO-8859-1 characters.
 *
 * @throws WireError `wire/http-head` when it does not follow its grammar, does not end, or is over 64 KiB
 */
export function parseResponseHead(octets: Uint8Array): ResponseHead {
  const text = toOctetText(octets.subarray(0, headBytesMax))
  const headers: Field[] = []
  let status: RegExpExecArray | undefined
  let start = 0
  let ended = false
  while (!ended || status === undefined) {
    const lf = text.indexOf('\n', start)
    if (lf === -1) throw badHead('a head without an end, expected an empty line', text.length)
    const line = text.slice(start, lf > start && text[lf - 1] === '\r' ? lf - 1 : lf)
    if (status === undefined) status = readStatusLine(line)
    else if (line === '') ended = true
    else readFieldLine(line, start, headers)
    start = lf + 1
  }
  const [, version = '', code, reason = ''] = status
  return { version, status: Number(code), reason, headers, bytes: start }
}

function readStatusLine(line: string): RegExpExecArray {
  const match = statusLine.exec(line)
  if (match === null) {
    throw badHead(`"${escapeText(line)}", expected a status line such as "HTTP/1.1 200 OK"`, 0)
  }
  return match
}

function readFieldLine(line: string, offset: number, headers: Field[]): void {
  const last = headers.at(-1)
  if (last !== undefined && /^[ \t]+[^\0\r]*$/.test(line)) {
    headers[headers.length - 1] = [last[0], `${last[1]} ${line.trim()}`.trim()]
    return
  }
  const [, name, value = ''] = fieldLine.exec(line) ?? []
  if (name === undefined) throw badHead(`"${escapeText(line)}", expected "name: value"`, offset)
  headers.push([name, trimBlanks(value)])
}

function badHead(found: string, offset: number): WireError {
  return new WireError('wire/http-head', `Unexpected ${found}`, offset)
}

export interface RequestHead {
  readonly method: string
  /** Request target as it goes on the wire: origin form, absolute form or `*`. */
  readonly target: string
  readonly version: '1.0' | '1.1'
  readonly headers: readonly Field[]
}

const wholeToken = new RegExp(`^${token}$`)

/**
 * Writes the head of a request with its empty line (RFC 9112 section 3). Nothing is added and nothing is changed.
 *
 * @throws WireError `wire/http-head` for a part that would not come out as one part on the wire
 */
export function formatRequestHead({ method, target, version, headers }: RequestHead): Uint8Array {
  if (!wholeToken.test(method)) throw badHead(`method "${escapeText(method)}"`, 0)
  if (!/^[!-~\u0080-\u00ff]+$/.test(target)) throw badHead(`target "${escapeText(target)}"`, 0)
  let text = `${method} ${target} HTTP/${version}\r\n`
  for (const [name, value] of headers) {
    if (!wholeToken.test(name) || !/^[\t -~\u0080-\u00ff]*$/.test(value)) {
      throw badHead(`field "${escapeText(`${name}: ${value}`)}"`, text.length)
    }
    text += `${name}: ${value}\r\n`
  }
  return fromOctetText(`${text}\r\n`)
}
