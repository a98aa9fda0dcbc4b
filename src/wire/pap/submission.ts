/** What an initiator posts to a gateway: a control entity alone, or in front of the content of a push. */
import { WireError } from '../../errors.ts'
import { mediaTypeParameter, parseMediaType } from '../media-types.ts'
import type { MediaType } from '../media-types.ts'
import type { PapDeviation, PapMessage, PapVersion } from './message.ts'
import { formatMultipart, parseMultipart, partHeader } from '../multipart.ts'
import type { BodyPart } from '../multipart.ts'
import { readPapMessage } from './read-message.ts'
import type { ReadPapMessage } from './read-message.ts'
import { formatPapMessage } from './write-message.ts'

export interface PapContent {
  readonly mediaType: MediaType
  /** All of the part, among them those that are meant for the phone. */
  readonly headers: BodyPart['headers']
  readonly body: Uint8Array
}

export interface PapSubmission extends ReadPapMessage {
  readonly content: PapContent | undefined
}

/**
 * Reads the body of a request by its content type.
 *
 * @throws WireError where there is no control entity that can be read
 */
export function readPapSubmission(contentType: string, body: Uint8Array): PapSubmission {
  const type = parseMediaType(contentType)
  if (type?.essence === 'multipart/related') return readRelated(type, body)
  if (isXml(type)) {
    const read = readPapMessage(body, charsetOf(type))
    return { ...read, content: undefined, deviations: missingContent(read, undefined) }
  }
  throw new WireError(
    'wire/pap-content-type',
    `Unexpected content type ${contentType.slice(0, 100)}, expected multipart/related or application/xml`,
    0,
  )
}

function readRelated(type: MediaType, body: Uint8Array): PapSubmission {
  const boundary = mediaTypeParameter(type, 'boundary')
  if (boundary === undefined) {
    const message = 'Unexpected multipart/related without a boundary, expected one'
    throw new WireError('wire/multipart', message, 0)
  }
  const [control, second] = parseMultipart(body, boundary)
  if (control === undefined) {
    throw new WireError('wire/multipart', 'Unexpected body without parts, expected two', 0)
  }
  const controlType = typeOf(control)
  const read = readControl(control, charsetOf(controlType))
  const deviations: PapDeviation[] = []
  const related = mediaTypeParameter(type, 'type')
  if (related?.toLowerCase() !== 'application/xml') {
    deviations.push({ rule: 'related-type', offset: 0, found: related ?? 'none' })
  }
  if (!isXml(controlType)) {
    const found = partHeader(control, 'Content-Type') ?? 'none'
    deviations.push({ rule: 'part-type', offset: control.offset, found })
  }
  const content = second === undefined ? undefined : readContent(second, deviations)
  return { ...read, content, deviations: [...deviations, ...missingContent(read, content)] }
}

/** Places are those of the request, not of the part; in base64 they can only name the part. */
function readControl(part: BodyPart, charset: string | undefined): ReadPapMessage {
  const isPlain = part.transferEncoding !== 'base64'
  const place = (offset: number) => part.bodyOffset + (isPlain ? offset : 0)
  try {
    const read = readPapMessage(part.body, charset)
    const deviations = read.deviations.map((one) => ({ ...one, offset: place(one.offset) }))
    return { ...read, deviations }
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    const message = error.message.replace(/ \(at octet \d+\)$/, '')
    throw new WireError(error.code, message, place(error.offset))
  }
}

function readContent(part: BodyPart, deviations: PapDeviation[]): PapContent | undefined {
  const { headers, body, offset, transferEncoding } = part
  if (transferEncoding !== undefined) {
    deviations.push({ rule: 'transfer-encoding', offset, found: transferEncoding })
  }
  const mediaType = typeOf(part)
  if (mediaType !== undefined) return { mediaType, headers, body }
  const found = partHeader(part, 'Content-Type') ?? 'none'
  deviations.push({ rule: 'part-type', offset, found })
  return undefined
}

function missingContent(
  { message, deviations }: ReadPapMessage,
  content: PapContent | undefined,
): readonly PapDeviation[] {
  const missing = message.kind === 'push-message' && content === undefined
  return missing
    ? [...deviations, { rule: 'missing-content', offset: 0, found: 'push-message alone' }]
    : deviations
}

function typeOf(part: BodyPart): MediaType | undefined {
  const text = partHeader(part, 'Content-Type')
  return text === undefined ? undefined : parseMediaType(text)
}

function isXml(type: MediaType | undefined): boolean {
  return type?.essence === 'application/xml' || type?.essence === 'text/xml'
}

function charsetOf(type: MediaType | undefined): string | undefined {
  return type === undefined ? undefined : mediaTypeParameter(type, 'charset')
}

/** A push as it is posted, with the content type of the request. */
export function formatPapSubmission(
  message: PapMessage,
  content: { readonly headers: BodyPart['headers']; readonly body: Uint8Array },
  { boundary, version = '2.0' }: { readonly boundary: string; readonly version?: PapVersion },
): { readonly contentType: string; readonly body: Uint8Array } {
  const control = {
    headers: [['Content-Type', 'application/xml']] as const,
    body: new TextEncoder().encode(formatPapMessage(message, version)),
  }
  return {
    contentType: `multipart/related; boundary="${boundary}"; type="application/xml"`,
    body: formatMultipart([control, content], boundary),
  }
}
