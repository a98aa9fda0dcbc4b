/**
 * What a phone makes of a download descriptor before the object is fetched, and of the object that comes (OMA Download OTA
 * 1.0, as Chromium's OMADownloadHandler and MediaTek's DownloadProvider have it): the first problem found decides; a notify
 * URL that could be read survives it.
 */
import { WireError } from '../../errors.ts'
import { readDownloadDescriptor } from '../../wire/download-descriptor.ts'
import type { DownloadDescriptor, ReadDownloadDescriptor } from '../../wire/download-descriptor.ts'
import { isPartReference, partNamed } from '../../wire/download-parts.ts'
import { escapeText } from '../../wire/escape.ts'
import { headerValue } from '../../wire/http-fields.ts'
import { resolveUrl } from '../../wire/http-url.ts'
import { parseMediaType } from '../../wire/media-types.ts'
import type { BodyPart } from '../../wire/multipart.ts'
import type { Received, Refusal } from '../behaviour.ts'
import type { DownloadHabits, ObjectUse } from '../download-habits.ts'
import { examineInOrder } from './examination.ts'
import type { Examination } from './examination.ts'

export interface DownloadQuestion {
  readonly octets: Uint8Array
  readonly charset: string | undefined
  readonly url: string
  readonly freeBytes: number
  readonly habits: DownloadHabits
  /** What came with it in one response; none: it came alone. */
  readonly parts?: readonly BodyPart[] | undefined
}

/** What is known of a descriptor while it is examined. */
export interface DownloadDraft extends DownloadQuestion {
  readonly descriptor: DownloadDescriptor
  readonly objectUrl: string | undefined
}

export type DownloadExamination = Examination<DownloadDraft>

/** A descriptor that passed its examination. */
export interface DownloadPlan {
  readonly url: string
  readonly objectUrl: string
  /** Essences of the media types, the object's own first. */
  readonly mediaTypes: readonly string[]
  readonly bytes: number
  readonly use: ObjectUse
  /** Came with it, if `objectUrl` names one of them; none: it came alone. */
  readonly parts?: readonly BodyPart[]
  readonly name: string | undefined
  readonly vendor: string | undefined
}

/** Where a transaction reports and leads, as far as that could be read. */
export interface DownloadWays {
  readonly installNotify: string | undefined
  readonly nextUrl: string | undefined
}

export type DownloadAnswer = DownloadWays &
  (
    | { readonly kind: 'proceed'; readonly plan: DownloadPlan }
    | { readonly kind: 'refuse'; readonly refusal: Refusal }
  )

export function examineDownload(question: DownloadQuestion): DownloadAnswer {
  const read = readOrProblem(question)
  if (read instanceof WireError) {
    const reason = `the download descriptor cannot be read: ${read.message}`
    return {
      kind: 'refuse',
      refusal: { code: 906, reason },
      installNotify: undefined,
      nextUrl: undefined,
    }
  }
  const { descriptor } = read
  const ways = {
    installNotify: usableUrl(question.url, descriptor.installNotifyUri),
    nextUrl: usableUrl(question.url, descriptor.nextUrl),
  }
  const { objectUri } = descriptor
  const isPart = question.parts !== undefined && isPartReference(objectUri ?? '')
  const objectUrl = isPart ? objectUri : usableUrl(question.url, objectUri)
  const { draft, refusal } = examineInOrder<DownloadDraft>(
    { ...question, descriptor, objectUrl },
    question.habits.order,
  )
  return refusal === undefined
    ? { kind: 'proceed', plan: makePlan(draft), ...ways }
    : { kind: 'refuse', refusal, ...ways }
}

function readOrProblem({ octets, charset }: DownloadQuestion): ReadDownloadDescriptor | WireError {
  try {
    return readDownloadDescriptor(octets, charset)
  } catch (error) {
    if (error instanceof WireError) return error
    throw error
  }
}

/** Without its fragment, with blanks escaped and nothing else (the content download engine of S60). */
function usableUrl(base: string, reference: string | undefined): string | undefined {
  if (reference === undefined || reference === '') return undefined
  return resolveUrl(base, reference.replaceAll(' ', '%20'))?.replace(/#.*$/, '')
}

function makePlan({ url, objectUrl, descriptor, habits, parts }: DownloadDraft): DownloadPlan {
  const mediaTypes = essencesOf(descriptor)
  const [own] = mediaTypes
  const use = own === undefined ? undefined : habits.useOf(own)
  if (objectUrl === undefined || use === undefined || descriptor.size === undefined) {
    throw new TypeError('the order has no look at the mandatory elements')
  }
  const { size: bytes, name, vendor } = descriptor
  const plan = { url, objectUrl, mediaTypes, bytes, use, name, vendor }
  return parts === undefined ? plan : { ...plan, parts }
}

function essencesOf({ types }: DownloadDescriptor): readonly string[] {
  return types.flatMap((type) => parseMediaType(type)?.essence ?? [])
}

export const mandatoryElements: DownloadExamination = {
  name: 'mandatory elements',
  examine({ descriptor: { types, size, objectUri } }) {
    if (!types.some((type) => type !== '')) return invalid('type is missing')
    if (size === undefined) return invalid('size is missing, or no number above 0')
    return objectUri === undefined || objectUri === '' ? invalid('objectURI is missing') : undefined
  },
}

/** The same major version; another minor one is the same to it. */
export const majorVersion = versionThat((version) => /^1\.\d/.test(version))

/** As Nokia's Qt client: 1.0 and nothing else. */
function versionThat(isKnown: (version: string) => boolean): DownloadExamination {
  return {
    name: 'version',
    examine({ descriptor: { version } }) {
      return version === undefined || version === '' || isKnown(version)
        ? undefined
        : { code: 951, reason: `DDVersion is ${quote(version)}, not 1.0` }
    },
  }
}

export const objectAddress: DownloadExamination = {
  name: 'object URI',
  examine: ({ objectUrl }) =>
    objectUrl === undefined ? invalid('objectURI is not a usable URL') : undefined,
}

export const memory: DownloadExamination = {
  name: 'memory',
  examine({ descriptor: { size = 0 }, freeBytes }) {
    return size <= freeBytes
      ? undefined
      : { code: 901, reason: `${size} octets needed, ${freeBytes} free` }
  },
}

/** Every type has to be of use: that of the object, and those of what it contains. */
export const mediaTypes: DownloadExamination = {
  name: 'media types',
  examine({ descriptor, habits }) {
    const unknown = descriptor.types.find((type) => {
      const essence = parseMediaType(type)?.essence
      return essence === undefined || habits.useOf(essence) === undefined
    })
    return unknown === undefined
      ? undefined
      : { code: 953, reason: `nothing on this phone takes ${quote(unknown)}` }
  },
}

function invalid(reason: string): Refusal {
  return { code: 906, reason }
}

function quote(text: string): string {
  return `"${escapeText(text, 60)}"`
}

/** The object, where it came with its descriptor, as if it had been fetched; none where it is still to be fetched. */
export function objectInParts({ objectUrl: url, parts }: DownloadPlan): Received | undefined {
  if (parts === undefined || !isPartReference(url)) return undefined
  const part = partNamed(parts, url)
  if (part === undefined) {
    const detail = `no part of the response is called ${escapeText(url)}`
    return { kind: 'failure', url, cause: 'unreachable', detail }
  }
  return { kind: 'response', url, status: 200, headers: part.headers, body: part.body }
}

/** What came, if it is what the descriptor says. */
export function takeObject(
  { mediaTypes: stated, bytes }: DownloadPlan,
  received: Extract<Received, { kind: 'response' }>,
): Refusal | undefined {
  const contentType = headerValue(received.headers, 'Content-Type')
  const essence = contentType === undefined ? undefined : parseMediaType(contentType)?.essence
  if (contentType !== undefined && (essence === undefined || !stated.includes(essence))) {
    const reason = `the object came as ${quote(contentType)}, not as ${quote(stated.join(', '))}`
    return { code: 905, reason }
  }
  const { length } = received.body
  return length === bytes
    ? undefined
    : { code: 905, reason: `the object has ${length} octets, not ${bytes}` }
}

/** What an object that did not come is reported as. */
export function refuseMissingObject(received: Received): Refusal {
  if (received.kind === 'response') {
    return { code: 954, reason: `the object is not available: HTTP status ${received.status}` }
  }
  switch (received.cause) {
    case 'cancelled':
      return { code: 902, native: 'user-cancelled', reason: 'the user stopped the download' }
    case 'no-coverage':
    case 'interrupted':
      return { code: 903, reason: `the connection was lost: ${received.detail}` }
    case 'unreachable':
      return { code: 954, reason: `the object is not available: ${received.detail}` }
    default:
      return received.cause satisfies never
  }
}
