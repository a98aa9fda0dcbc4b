/** What a request may make its answer depend on: which part of the package, and of which version (RFC 9110 sections 13 and 14). */
import { chooseRange } from '../byte-range.ts'
import type { ByteRange } from '../byte-range.ts'

/** A version of a package, as its answers name it. */
export interface Validators {
  readonly tag: string
  /** `Last-Modified` */
  readonly modified: string
}

/** It is not the version that was asked for: 412. */
export type Chosen = ByteRange | { readonly kind: 'failed' }

/** @param request method and headers; a range is asked for with GET alone */
export function chooseOctets(
  { method, headers }: { readonly method: string; readonly headers: Headers },
  version: Validators,
  length: number,
): Chosen {
  if (!isWanted(headers, version)) return { kind: 'failed' }
  const isAsked = method === 'GET' && isSameVersion(headers.get('If-Range'), version)
  return chooseRange(isAsked ? (headers.get('Range') ?? '') : '', length)
}

/** The entity tag counts where there is one, and then no date (RFC 9110 section 13.2.2). */
function isWanted(headers: Headers, { tag, modified }: Validators): boolean {
  const tags = headers.get('If-Match')
  if (tags !== null) return tags.trim() === '*' || tags.split(',').some((one) => one.trim() === tag)
  const since = Date.parse(headers.get('If-Unmodified-Since') ?? '')
  return Number.isNaN(since) || Date.parse(modified) <= since
}

/** A part only of what the phone has the beginning of, to the second (RFC 9110 section 13.1.5). */
function isSameVersion(condition: string | null, { tag, modified }: Validators): boolean {
  return condition === null || condition === tag || condition === modified
}
