/** Manners in which a package is asked for again: parts of it, conditions, and programs other than the phone's own. */
import type { HeaderChange } from '../handset/headers.ts'
import type { Header } from '../trace/events.ts'
import { headerValue } from '../wire/http-fields.ts'

/** A package that came whole: who asked for it how, and what it is. */
export interface FetchedPackage {
  readonly url: string
  readonly requestHeaders: readonly Header[]
  readonly headers: readonly Header[]
  readonly bytes: number
}

export const packageParts = ['all', 'first', 'middle', 'last', 'beyond'] as const
export type PackagePart = (typeof packageParts)[number]

/** Octets of the part in the middle. */
const middleBytes = 100

export function rangeOf(part: PackagePart, { bytes }: FetchedPackage): HeaderChange {
  const middle = Math.floor(bytes / 2)
  const ranges: Readonly<Record<PackagePart, string>> = {
    all: '0-',
    first: '0-0',
    middle: `${middle}-${Math.min(middle + middleBytes, bytes) - 1}`,
    last: `${bytes - 1}-`,
    beyond: `${bytes}-`,
  }
  return ['Range', `bytes=${ranges[part]}`]
}

export const conditions = ['same', 'other', 'expires'] as const
export type Condition = (typeof conditions)[number]

/** A version that no package of any server is. */
const otherTag = '"a-version-that-never-was"'

/** None: the target says nothing that could be asked by. */
export function conditionOf(
  condition: Condition,
  { headers }: FetchedPackage,
): HeaderChange | undefined {
  const modified = headerValue(headers, 'Last-Modified')
  switch (condition) {
    case 'same': {
      const tag = headerValue(headers, 'ETag')
      // A weak one is good for no part (RFC 9110 section 13.1.5).
      const validator = tag === undefined || tag.startsWith('W/') ? modified : tag
      return validator === undefined ? undefined : ['If-Range', validator]
    }
    case 'other':
      return ['If-Range', otherTag]
    case 'expires': {
      const date = headerValue(headers, 'Expires') ?? modified
      return date === undefined ? undefined : ['If-Unmodified-Since', date]
    }
    default:
      return condition satisfies never
  }
}

export const programs = ['another', 'gateway', 'desktop', 'nobody', 'unquoted', 'serial'] as const
export type Program = (typeof programs)[number]

/** What the browser of a Nokia E63 sent in 2009: no type of an installer is among it (mdbf.codeplex.com, discussion 62842). */
const acceptOfE63 = [
  'text/html,text/css,multipart/mixed,application/java-archive',
  'application/java',
  'application/x-java-archive',
  'text/vnd.sun.j2me.app-descriptor',
  'application/vnd.oma.drm.message',
  'application/vnd.oma.drm.content',
  'application/vnd.oma.dd+xml',
  'application/vnd.oma.drm.rights+xml',
  'application/vnd.oma.drm.rights+wbxml',
  'application/x-nokia-widget',
  '*/*',
].join(', ')

/** Opera on Windows Mobile may call itself so, and so does a link that is opened at a desk. */
const desktopAgent = 'Opera/9.50 (Windows NT 5.1; U; en)'
/** What a gateway of Openwave appends to the names of phones. */
const gatewaySuffix = 'UP.Link/6.3.0.0.0'
/** Sony Ericsson phones tell their IMEI so; this one is of no phone. */
const serialSuffix = '/SN004999010640000'

export function headersOf(
  program: Program,
  { requestHeaders }: FetchedPackage,
): readonly HeaderChange[] {
  const agent = headerValue(requestHeaders, 'User-Agent') ?? ''
  const profile = headerValue(requestHeaders, 'x-wap-profile')
  switch (program) {
    case 'another':
      return [
        ['Accept', acceptOfE63],
        ['Accept-Charset', 'iso-8859-1, utf-8; q=0.7, *; q=0.7'],
      ]
    case 'gateway':
      return [['User-Agent', `${agent} ${gatewaySuffix}`]]
    case 'desktop':
      return [
        ['User-Agent', desktopAgent],
        ['x-wap-profile', undefined],
        ['Profile', undefined],
        ['UA-OS', undefined],
        ['UA-CPU', undefined],
        ['UA-pixels', undefined],
      ]
    case 'nobody':
      return [['User-Agent', undefined]]
    case 'unquoted':
      return profile === undefined ? [] : [['x-wap-profile', profile.replaceAll('"', '')]]
    case 'serial':
      return [['User-Agent', `${agent}${serialSuffix}`]]
    default:
      return program satisfies never
  }
}
