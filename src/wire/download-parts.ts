/**
 * A download descriptor and its object in one response: `multipart/related`, the descriptor first, and the object named by its
 * Content-ID (S60 codhandler, CCodDownloadImpl and CodUtil; RFC 2392).
 */
import { WireError } from '../errors.ts'
import { ddMediaType, mediaTypeParameter, parseMediaType } from './media-types.ts'
import type { MediaType } from './media-types.ts'
import { parseMultipart, partHeader } from './multipart.ts'
import type { BodyPart } from './multipart.ts'

export const togetherMediaType = 'multipart/related'

export const togetherLimits = {
  /** Octets of such a response: those of the largest package that the phones take this way. */
  togetherBytesMax: 4_194_304,
} as const

export interface TogetherDelivery {
  readonly parts: readonly BodyPart[]
  /** The descriptor, where the first part is one. */
  readonly descriptor: BodyPart | undefined
  /** There is one, but behind something else. */
  readonly isBehind: boolean
}

/** @throws WireError `wire/multipart…` */
export function readTogether(octets: Uint8Array, type: MediaType): TogetherDelivery {
  const boundary = mediaTypeParameter(type, 'boundary')
  if (boundary === undefined) {
    throw new WireError('wire/multipart', 'Unexpected multipart without a boundary parameter', 0)
  }
  const parts = parseMultipart(octets, boundary, togetherLimits.togetherBytesMax)
  const [first] = parts
  const descriptor = first !== undefined && isDescriptor(first) ? first : undefined
  return { parts, descriptor, isBehind: descriptor === undefined && parts.some(isDescriptor) }
}

function isDescriptor(part: BodyPart): boolean {
  return partType(part)?.essence === ddMediaType
}

export function partType(part: BodyPart): MediaType | undefined {
  return parseMediaType(partHeader(part, 'Content-Type') ?? '')
}

/** `cid:` and a Content-ID. */
const partReference = /^cid:(.*)$/is

export function isPartReference(uri: string): boolean {
  return partReference.test(uri)
}

/** The part that a `cid:` URI names; none where it names none of them. */
export function partNamed(parts: readonly BodyPart[], uri: string): BodyPart | undefined {
  const [, id = ''] = partReference.exec(uri) ?? []
  if (id === '') return undefined
  return parts.find((part) => bareId(partHeader(part, 'Content-ID') ?? '') === id)
}

/** Written between angle brackets in a header, and without them in a URI. */
function bareId(id: string): string {
  return /^<(.*)>$/s.exec(id)?.[1] ?? id
}
