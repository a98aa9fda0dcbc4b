/** Download descriptors that a target sent, read again from their octets, and what they led to. */
import { WireError } from '../errors.ts'
import type { Exchange, RecordedResponse } from '../trace/events.ts'
import { readDownloadDescriptor } from '../wire/download-descriptor.ts'
import type { ReadDownloadDescriptor } from '../wire/download-descriptor.ts'
import { headerValue } from '../wire/http-fields.ts'
import { resolveUrl } from '../wire/http-url.ts'
import { ddMediaType, mediaTypeParameter, parseMediaType } from '../wire/media-types.ts'
import type { MediaType } from '../wire/media-types.ts'
import type { CheckContext } from './check.ts'
import type { DownloadEvidence } from './evidence.ts'

const searchedBytes = 4096

const startOfRoot = /^<(?:[\w.-]{1,40}:)?media[\s>/]/

/** What may stand before the root of a document, by its beginning and its end. */
const prolog = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<!', '>'],
] as const

const prologPartsMax = 8

/** By its label, or by its first octets where the label is wrong. */
export function isDownloadDescriptor({ body }: RecordedResponse, type: MediaType | undefined) {
  if (type?.essence === ddMediaType) return true
  // `<`, or a mark or a blank before it; anything else is told from its first octet.
  const [first] = body
  if (first !== 0x3c && first !== 0xef && first !== 0x20 && first !== 0x0a && first !== 0x0d) {
    return false
  }
  const start = new TextDecoder('latin1').decode(body.subarray(0, searchedBytes))
  return startOfRoot.test(behindProlog(start.replace(/^\u00EF\u00BB\u00BF/, '')))
}

function behindProlog(start: string): string {
  let rest = start.trimStart()
  for (let parts = 0; parts < prologPartsMax; parts += 1) {
    const part = prolog.find(([begins]) => rest.startsWith(begins))
    const end = part === undefined ? -1 : rest.indexOf(part[1])
    if (part === undefined || end === -1) return rest
    rest = rest.slice(end + part[1].length).trimStart()
  }
  return rest
}

export function viewDownload(exchange: Exchange): readonly DownloadEvidence[] {
  const { seq, request, response, network } = exchange
  if (response === undefined || request.method !== 'GET') return []
  const mediaType = parseMediaType(headerValue(response.headers, 'Content-Type') ?? '')
  if (!isDownloadDescriptor(response, mediaType)) return []
  const read = readOrProblem(response, mediaType)
  const view = { seq, exchange, response, mediaType, altered: network?.delivered !== undefined }
  if (typeof read === 'string') return [{ ...view, read: undefined, problem: read, urls: {} }]
  const { objectUri, installNotifyUri, nextUrl } = read.descriptor
  const urls = {
    object: addressOf(request.url, objectUri),
    installNotify: addressOf(request.url, installNotifyUri),
    next: addressOf(request.url, nextUrl),
  }
  return [{ ...view, read, problem: undefined, urls }]
}

function readOrProblem(
  { body }: RecordedResponse,
  type: MediaType | undefined,
): ReadDownloadDescriptor | string {
  try {
    return readDownloadDescriptor(body, type && mediaTypeParameter(type, 'charset'))
  } catch (error) {
    if (error instanceof WireError) return error.message
    throw error
  }
}

/** As phones make a request of it: blanks escaped, without a fragment. */
function addressOf(base: string, reference: string | undefined): string | undefined {
  if (reference === undefined || reference === '') return undefined
  return resolveUrl(base, reference.replaceAll(' ', '%20'))?.replace(/#.*$/, '')
}

export type ReadDownload = DownloadEvidence & { readonly read: ReadDownloadDescriptor }

export function readDownloads({ evidence }: CheckContext): readonly ReadDownload[] {
  return evidence.downloads.filter((found): found is ReadDownload => found.read !== undefined)
}

/** A request for an object, and the descriptor that named its URL. */
export interface AskedObject {
  readonly exchange: Exchange
  readonly download: ReadDownload
}

/** Of descriptors that nobody changed on their way. */
export function askedObjects(
  context: CheckContext,
  methods: readonly string[] = ['GET'],
): readonly AskedObject[] {
  const downloads = readDownloads(context)
  return context.evidence.exchanges('object').flatMap((exchange) => {
    const download = downloads.findLast(
      ({ seq, urls }) => seq < exchange.seq && urls.object === exchange.request.url,
    )
    const isOwn = download !== undefined && !download.altered
    return isOwn && methods.includes(exchange.request.method) ? [{ exchange, download }] : []
  })
}

export interface FetchedObject {
  readonly seq: number
  readonly response: RecordedResponse
  readonly download: ReadDownload
  readonly types: readonly string[]
  readonly size: number | undefined
}

/** Those that came whole, as the target sent them. */
export function fetchedObjects(context: CheckContext): readonly FetchedObject[] {
  return askedObjects(context).flatMap(({ exchange, download }) => {
    const { seq, response, failure } = exchange
    if (response?.status !== 200 || failure !== undefined) return []
    const { types, size } = download.read.descriptor
    return [{ seq, response, download, types, size }]
  })
}
