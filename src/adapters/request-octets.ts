/** From a request to the octets of it, in the order of fields that the handset wants. */
import { UsageError } from '../errors.ts'
import type { HttpRequest } from '../handset/ports.ts'
import type { Header, RecordedRequest } from '../trace/events.ts'
import { formatRequestHead } from '../wire/http-fields.ts'
import { viewOf } from './octet-gatherer.ts'

export interface RequestOctets {
  /** Scheme and authority as written, without user information: names the connections that can carry it. */
  readonly origin: string
  readonly recorded: RecordedRequest
  /** Head and framed body. */
  readonly octets: Uint8Array
}

const noOctets = new Uint8Array(0)
/**
 * User information ends at the last `@`, and the authority at a backslash as at a slash, as in WHATWG URL: whoever decides
 * whether a host may be contacted reads URLs so, and must have read the one that is contacted.
 */
const webUrl = /^(https?:\/\/)(?:[^/?#\\\s]*@)?([^/?#\\@\s]+)([^#]*)/i

/**
 * Path and query stay as they are written, since a notify URL is used without modification (OTA2 Status reports).
 * The body of an HTTP/1.0 request always has a length: chunks came with HTTP/1.1 (RFC 9112 section 6.1).
 *
 * @throws UsageError `http/url` for anything but an absolute http or https URL
 */
export function requestOctets(request: HttpRequest): RequestOctets {
  const { method, url, version, body } = request
  const [whole, scheme, authority, place] = webUrl.exec(url) ?? []
  if (whole === undefined || !scheme || !authority || place === undefined) {
    throw new UsageError('http/url', `Unexpected URL "${url}", expected an absolute http(s) URL`)
  }
  const origin = `${scheme}${authority}`
  const path = place.startsWith('/') ? place : `/${place}`
  const target = request.form === 'absolute' ? `${origin}${path}` : path
  const chunked = request.framing === 'chunked' && version === '1.1' && body !== undefined
  const headers = allHeaders(request, { authority, chunked })
  const head = formatRequestHead({ method, target, version, headers })
  const recorded = {
    method,
    url: whole.length === url.length ? url : whole,
    target,
    version,
    headers,
    head,
    body: body ?? noOctets,
  }
  if (body === undefined) return { origin, recorded, octets: head }
  const framed = chunked ? [head, ...chunkOf(body), lastChunk] : [head, body]
  return { origin, recorded, octets: viewOf(Buffer.concat(framed)) }
}

function allHeaders(
  { method, headers, body, connection }: HttpRequest,
  { authority, chunked }: { readonly authority: string; readonly chunked: boolean },
): readonly Header[] {
  const all: Header[] = []
  if (!headers.some(([name]) => name.length === 4 && name.toLowerCase() === 'host')) {
    all.push(['Host', authority])
  }
  all.push(...headers)
  if (chunked) all.push(['Transfer-Encoding', 'chunked'])
  else if (body !== undefined || method === 'POST') {
    all.push(['Content-Length', String(body?.length ?? 0)])
  }
  all.push(['Connection', connection])
  return all
}

const lastChunk = new TextEncoder().encode('0\r\n\r\n')
const lineEnd = new TextEncoder().encode('\r\n')

function chunkOf(body: Uint8Array): readonly Uint8Array[] {
  if (body.length === 0) return []
  return [new TextEncoder().encode(`${body.length.toString(16)}\r\n`), body, lineEnd]
}
