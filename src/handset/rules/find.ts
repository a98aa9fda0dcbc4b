/** What a link led to. */
import { headerValue } from '../../wire/http-fields.ts'
import {
  hasEssence,
  jarMediaTypes,
  mediaTypeParameter,
  parseMediaType,
} from '../../wire/media-types.ts'
import type { Profile } from '../../profile/profile.ts'
import type { Behaviour, Received } from '../behaviour.ts'
import { browsePage } from './browsing.ts'
import type { PageFind } from './browsing.ts'

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
  | { readonly kind: 'package'; readonly url: string; readonly octets: Uint8Array }
  | PageFind
  | { readonly kind: 'dead end'; readonly reason: string; readonly cancelled: boolean }

/** Something to install. */
export type InstallableFind = Extract<Find, { readonly kind: 'descriptor' | 'package' }>

/** The charset parameter of a media type. */
export function statedCharset(contentType: string): string | undefined {
  const type = parseMediaType(contentType)
  return type === undefined ? undefined : mediaTypeParameter(type, 'charset')
}

/** What a retrieval of a link came to. */
export function judgeFind(
  { behaviour, profile }: { readonly behaviour: Behaviour; readonly profile: Profile },
  { received, cancelled }: Retrieved,
): Find {
  if (received.kind === 'failure') {
    const isStopped = cancelled || received.cause === 'cancelled'
    return deadEnd(cancelled ? 'the user stopped it' : received.detail, isStopped)
  }
  const { status, url, body: octets, headers } = received
  if (status !== 200) return deadEnd(`HTTP status ${status}`, false)
  const contentType = headerValue(headers, 'Content-Type')
  if (behaviour.acceptsAsDescriptor(contentType)) {
    const charset = contentType === undefined ? undefined : behaviour.charsetOf(contentType)
    return { kind: 'descriptor', url, octets, charset }
  }
  // By its type only, whatever the phone takes for a package later: a link may lead anywhere.
  if (hasEssence(contentType, jarMediaTypes)) {
    return { kind: 'package', url, octets }
  }
  const page = behaviour.browser.reads(contentType, profile)
  if (page === undefined) return deadEnd(`media type ${contentType ?? 'missing'}`, false)
  const charset = contentType === undefined ? undefined : statedCharset(contentType)
  const pageBytesMax = behaviour.browser.pageBytesMax(profile)
  const found = browsePage(behaviour.browser, { url, octets, page, charset, pageBytesMax })
  if (found.kind === 'page') return found
  return deadEnd(`media type ${contentType ?? 'missing'}: ${found.reason}`, false)
}

export function isInstallable(find: Find): find is InstallableFind {
  return find.kind === 'descriptor' || find.kind === 'package'
}

function deadEnd(reason: string, cancelled: boolean): Find {
  return { kind: 'dead end', reason, cancelled }
}
