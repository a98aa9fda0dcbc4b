/** Download descriptors that a target sent, read again from their octets, and what they led to. */
import { WireError } from '../errors.ts'
import type { Exchange, Header, RecordedResponse } from '../trace/events.ts'
import { readDownloadDescriptor } from '../wire/download-descriptor.ts'
import type { ReadDownloadDescriptor } from '../wire/download-descriptor.ts'
import {
  isPartReference,
  partNamed,
  partType,
  readTogether,
  togetherMediaType,
} from '../wire/download-parts.ts'
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
  const found = descriptorIn(response)
  if (found === undefined) return []
  const { mediaType, together } = found
  const altered = network?.delivered !== undefined
  const view = { seq, exchange, response, mediaType, together, altered }
  if (found.octets === undefined) {
    return [{ ...view, read: undefined, problem: found.problem, urls: {} }]
  }
  const read = readOrProblem(found.octets, mediaType)
  if (typeof read === 'string') return [{ ...view, read: undefined, problem: read, urls: {} }]
  const { objectUri, installNotifyUri, nextUrl } = read.descriptor
  const isPart = together !== undefined && isPartReference(objectUri ?? '')
  const urls = {
    object: isPart ? objectUri : addressOf(request.url, objectUri),
    installNotify: addressOf(request.url, installNotifyUri),
    next: addressOf(request.url, nextUrl),
  }
  return [{ ...view, read, problem: undefined, urls }]
}

type FoundDescriptor = Pick<DownloadEvidence, 'mediaType' | 'together'> &
  (
    | { readonly octets: Uint8Array }
    /** It is part of a body that cannot be taken apart. */
    | { readonly octets: undefined; readonly problem: string }
  )

function descriptorIn(response: RecordedResponse): FoundDescriptor | undefined {
  const mediaType = parseMediaType(headerValue(response.headers, 'Content-Type') ?? '')
  if (mediaType?.essence === togetherMediaType) return descriptorAmong(response.body, mediaType)
  return isDownloadDescriptor(response, mediaType)
    ? { mediaType, together: undefined, octets: response.body }
    : undefined
}

/** Bodies of parts without a descriptor are something else. */
function descriptorAmong(body: Uint8Array, type: MediaType): FoundDescriptor | undefined {
  try {
    const { parts } = readTogether(body, type)
    const at = parts.findIndex((part) => partType(part)?.essence === ddMediaType)
    const part = parts[at]
    if (part === undefined) return undefined
    return {
      mediaType: partType(part),
      together: { parts, isFirst: at === 0 },
      octets: part.body,
    }
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    const isMeant = mediaTypeParameter(type, 'type') === ddMediaType
    return isMeant
      ? { mediaType: type, together: undefined, octets: undefined, problem: error.message }
      : undefined
  }
}

function readOrProblem(
  octets: Uint8Array,
  type: MediaType | undefined,
): ReadDownloadDescriptor | string {
  try {
    return readDownloadDescriptor(octets, type && mediaTypeParameter(type, 'charset'))
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
  readonly body: Uint8Array
  readonly headers: readonly Header[]
  readonly download: ReadDownload
  readonly types: readonly string[]
  readonly size: number | undefined
}

/** Those that came whole, as the target sent them. */
export function fetchedObjects(context: CheckContext): readonly FetchedObject[] {
  const together = readDownloads(context).flatMap(objectWith)
  return [...together, ...objectsAskedFor(context)].toSorted((a, b) => a.seq - b.seq)
}

/** The part that a descriptor names as its object; none where that is to be fetched, or not there. */
function objectWith(download: ReadDownload): readonly FetchedObject[] {
  const { seq, altered, together, urls, read } = download
  const part = together && partNamed(together.parts, urls.object ?? '')
  if (part === undefined || altered) return []
  const { types, size } = read.descriptor
  return [{ seq, body: part.body, headers: part.headers, download, types, size }]
}

function objectsAskedFor(context: CheckContext): readonly FetchedObject[] {
  return askedObjects(context).flatMap(({ exchange, download }) => {
    const { seq, response, failure } = exchange
    if (response?.status !== 200 || failure !== undefined) return []
    const { types, size } = download.read.descriptor
    const { body, headers } = response
    return [{ seq, body, headers, download, types, size }]
  })
}
