/** What a link led to. */
import { WireError } from '../../errors.ts'
import { partType, readTogether } from '../../wire/download-parts.ts'
import { escapeText } from '../../wire/escape.ts'
import { headerValue } from '../../wire/http-fields.ts'
import {
  hasEssence,
  jarMediaTypes,
  mediaTypeParameter,
  parseMediaType,
} from '../../wire/media-types.ts'
import type { BodyPart } from '../../wire/multipart.ts'
import type { Header } from '../../trace/events.ts'
import type { NativeEnd } from '../../trace/native-ends.table.ts'
import type { Behaviour, Received } from '../behaviour.ts'
import type { Phone } from '../phone.ts'
import type { RenderOutcome } from '../ports.ts'
import { browsePage, browseRendered, takeRaw } from './browsing.ts'
import type { PageFind, RawPage } from './browsing.ts'

/** The end of a retrieval, as far as it matters here. */
interface Retrieved {
  readonly received: Received
  readonly cancelled: boolean
}

export type Find =
  | {
      readonly kind: 'descriptor'
      readonly url: string
      readonly octets: Uint8Array
      readonly charset: string | undefined
    }
  | {
      readonly kind: 'package'
      readonly url: string
      readonly octets: Uint8Array
      /** The user has agreed to it before it was fetched. */
      readonly agreed?: true
    }
  /** A download descriptor. */
  | {
      readonly kind: 'download'
      readonly url: string
      readonly octets: Uint8Array
      readonly charset: string | undefined
      /** What came with it in one response; none: it came alone. */
      readonly parts?: readonly BodyPart[]
    }
  | PageFind
  | RawPage
  | {
      readonly kind: 'dead end'
      readonly reason: string
      readonly cancelled: boolean
      readonly native?: NativeEnd
    }

/** What a link led to, as it came. */
export interface LinkContents {
  readonly url: string
  readonly headers: readonly Header[]
  readonly contentType: string | undefined
  readonly octets: Uint8Array
}

export interface PackageReference {
  /** Value of MIDlet-Jar-URL. */
  readonly reference: string
  /** Where the descriptor came from, and by which link. */
  readonly descriptorUrl: string
  readonly linkUrl: string
}

export type Recognition =
  | { readonly kind: 'descriptor'; readonly charset: string | undefined }
  | { readonly kind: 'package' }
  | { readonly kind: 'unknown'; readonly reason: string; readonly native?: NativeEnd }

/** Something to install. */
export type InstallableFind = Extract<
  Find,
  { readonly kind: 'descriptor' | 'package' | 'download' }
>

/** Characters of a media type that are told. */
const typeCharactersMax = 100

/** What a target calls its octets, for the reason why nothing comes of them. */
export function tellType(contentType: string | undefined): string {
  return contentType === undefined ? 'missing' : escapeText(contentType, typeCharactersMax)
}

/** The charset parameter of a media type. */
export function statedCharset(contentType: string): string | undefined {
  const type = parseMediaType(contentType)
  return type === undefined ? undefined : mediaTypeParameter(type, 'charset')
}

/** What a retrieval of a link came to. */
export function judgeFind(
  { behaviour, profile, renderer }: Pick<Phone, 'behaviour' | 'profile' | 'renderer'>,
  { received, cancelled }: Retrieved,
): Find {
  if (received.kind === 'failure') {
    const isStopped = cancelled || received.cause === 'cancelled'
    return deadEnd(cancelled ? 'the user stopped it' : received.detail, isStopped)
  }
  const { status, url, body: octets, headers } = received
  if (status !== 200) return deadEnd(`HTTP status ${status}`, false)
  const contentType = headerValue(headers, 'Content-Type')
  const charset = contentType === undefined ? undefined : statedCharset(contentType)
  if (behaviour.download.takes(contentType, profile)) {
    return { kind: 'download', url, octets, charset }
  }
  if (behaviour.download.takesTogether(contentType, profile)) return takeTogether(received)
  const found = behaviour.recognise({ url, headers, contentType, octets }, behaviour)
  if (found.kind !== 'unknown') return { ...found, url, octets }
  const page = behaviour.browser.reads(contentType, profile)
  if (page === undefined) return { ...found, kind: 'dead end', cancelled: false }
  const pageBytesMax = behaviour.browser.pageBytesMax(profile)
  const came = { url, headers, octets, page, charset, pageBytesMax }
  const read = (renderer === undefined ? browsePage : takeRaw)(behaviour.browser, came)
  if (read.kind !== 'dead end') return read
  return deadEnd(`media type ${tellType(contentType)}: ${read.reason}`, false)
}

/** A descriptor and its object in one response: the first part has to be the descriptor. */
function takeTogether({
  url,
  headers,
  body,
}: Extract<Received, { readonly kind: 'response' }>): Find {
  const contentType = headerValue(headers, 'Content-Type')
  const type = parseMediaType(contentType ?? '')
  try {
    const { parts, descriptor } = type === undefined ? nothing : readTogether(body, type)
    if (descriptor === undefined) {
      return deadEnd(`media type ${tellType(contentType)}: its first part is no descriptor`, false)
    }
    const descriptorType = partType(descriptor)
    const charset = descriptorType && mediaTypeParameter(descriptorType, 'charset')
    return { kind: 'download', url, octets: descriptor.body, charset, parts }
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    return deadEnd(`media type ${tellType(contentType)}: ${error.message}`, false)
  }
}

const nothing = { parts: [], descriptor: undefined }

/** What a page came to once its scripts have run. */
export function judgeRendered(
  { behaviour }: Pick<Phone, 'behaviour'>,
  find: Find | undefined,
  outcome: RenderOutcome,
): Find {
  if (find?.kind !== 'raw page') throw new TypeError('no page was to be shown')
  const shown = browseRendered(behaviour.browser, find, outcome)
  return shown.kind === 'dead end' ? deadEnd(shown.reason, false) : shown
}

export function isInstallable(find: Find): find is InstallableFind {
  return find.kind === 'descriptor' || find.kind === 'package' || find.kind === 'download'
}

/** Java phones go by the media type, and by nothing else (OTA2 Discovery step 1). */
export function recogniseSuite(
  { contentType }: LinkContents,
  behaviour: Pick<Behaviour, 'acceptsAsDescriptor' | 'charsetOf'>,
): Recognition {
  if (behaviour.acceptsAsDescriptor(contentType)) {
    const charset = contentType === undefined ? undefined : behaviour.charsetOf(contentType)
    return { kind: 'descriptor', charset }
  }
  // By its type only, whatever the phone takes for a package later: a link may lead anywhere.
  if (hasEssence(contentType, jarMediaTypes)) return { kind: 'package' }
  return { kind: 'unknown', reason: `media type ${tellType(contentType)}` }
}

function deadEnd(reason: string, cancelled: boolean): Find {
  return { kind: 'dead end', reason, cancelled }
}
