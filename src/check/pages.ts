/** Pages that a target sent where a link was opened, read again from their octets. */
import { WireError } from '../errors.ts'
import type { Exchange, RecordedResponse, TraceEvent } from '../trace/events.ts'
import { headerValue } from '../wire/http-fields.ts'
import { parseUrl, resolveUrl } from '../wire/http-url.ts'
import { mediaTypeParameter, parseMediaType } from '../wire/media-types.ts'
import type { MediaType } from '../wire/media-types.ts'
import { pageKindOf } from '../wire/page/page.ts'
import type { Page, PageKind } from '../wire/page/page.ts'
import { readPage } from '../wire/page/read-page.ts'
import type { PageEvidence } from './evidence.ts'

/** A descriptor with the label of a page is a descriptor with a wrong label: pages are markup. */
export function isPage(response: RecordedResponse, mediaType: MediaType | undefined): boolean {
  return kindOf(response, mediaType) !== undefined
}

/** @param events those of the whole trace */
export function viewPage(
  exchange: Exchange,
  events: readonly TraceEvent[],
): readonly PageEvidence[] {
  const { response, seq, request } = exchange
  const kind = response && kindOf(response, mediaTypeOf(response))
  if (response === undefined || kind === undefined) return []
  const page = read(response, kind)
  const ways = page ? waysOf(page, request.url) : []
  const rendering = findRendering(exchange, events)
  return [{ seq, exchange, response, kind, page, ways, rendering }]
}

/** Until the phone asks for another page, whatever the browser has is this one. */
function findRendering(
  { seq, request }: Exchange,
  events: readonly TraceEvent[],
): PageEvidence['rendering'] {
  for (const event of events.slice(seq + 1)) {
    if (event.type === 'http.exchanged' && event.purpose !== 'page-part') return undefined
    const isRendering = event.type === 'page.rendered' || event.type === 'page.unrendered'
    if (isRendering && event.url === request.url) return event
  }
  return undefined
}

export function charsetOf(response: RecordedResponse): string | undefined {
  const type = mediaTypeOf(response)
  return type && mediaTypeParameter(type, 'charset')
}

function mediaTypeOf({ headers }: RecordedResponse): MediaType | undefined {
  return parseMediaType(headerValue(headers, 'Content-Type') ?? '')
}

const searchedBytes = 256

function kindOf(
  { body }: RecordedResponse,
  mediaType: MediaType | undefined,
): PageKind | undefined {
  const kind = mediaType && pageKindOf(mediaType.essence)
  if (kind === undefined || kind === 'wmlc') return kind
  const start = new TextDecoder('latin1').decode(body.subarray(0, searchedBytes))
  return /^(?:\u00EF\u00BB\u00BF|\u00FE\u00FF\0?|\u00FF\u00FE)?\s*</.test(start) ? kind : undefined
}

function read(response: RecordedResponse, kind: PageKind): Page | undefined {
  try {
    return readPage(response.body, kind, charsetOf(response))
  } catch (error) {
    if (error instanceof WireError) return undefined
    throw error
  }
}

function waysOf({ base, links, refresh }: Page, url: string): readonly string[] {
  const from = base === undefined ? url : (resolveUrl(url, base) ?? url)
  const hrefs = links.flatMap(({ href, method }) => (method === 'get' ? [href] : []))
  return [...hrefs, ...(refresh === undefined ? [] : [refresh.href])]
    .filter((href) => href !== '' && !href.startsWith('#'))
    .flatMap((href) => parseUrl(resolveUrl(from, href.replaceAll(' ', '%20')) ?? '')?.href ?? [])
}
