/** What a phone's browser needs of a page (HTML, XHTML MP, WML): where it leads, and what stands in the way. */

export type PageKind = 'html' | 'xhtml' | 'wml' | 'wmlc'

export interface PageLink {
  /** As it is written, entities resolved. */
  readonly href: string
  /** What the user reads, blanks collapsed, cut at `linkTextMax` characters. */
  readonly text: string
  /** WML's `go` may post; a phone then sends no GET. */
  readonly method: 'get' | 'post'
}

/** A page that goes on by itself: `meta refresh`, or a timer or `onenterforward` of a WML card. */
export interface PageRefresh {
  readonly seconds: number
  readonly href: string
}

export interface Page {
  readonly kind: PageKind
  readonly title: string | undefined
  /** Name of the character set that its text was read in. */
  readonly charset: string
  /** `href` of the `base` element. */
  readonly base: string | undefined
  readonly links: readonly PageLink[]
  /** Links beyond `pageLinksMax`, which are only counted. */
  readonly furtherLinks: number
  readonly refresh: PageRefresh | undefined
  readonly forms: number
  /** There is a field to type a password in. */
  readonly asksPassword: boolean
  readonly scripts: number
  readonly frames: readonly string[]
  readonly notes: readonly PageNote[]
}

export type PageNote =
  /** A character set that is not known, read as ISO 8859-1 instead. */
  { readonly kind: 'unknown-charset'; readonly name: string }

export const pageLimits = {
  /** Octets: several times the largest page that any described phone takes. */
  pageBytesMax: 4_194_304,
  pageDepthMax: 512,
  pageLinksMax: 2_000,
  pageFramesMax: 50,
  linkTextMax: 200,
  hrefCharactersMax: 8_192,
} as const

const kinds: ReadonlyMap<string, PageKind> = new Map([
  ['text/html', 'html'],
  ['application/xhtml+xml', 'xhtml'],
  ['application/vnd.wap.xhtml+xml', 'xhtml'],
  ['text/vnd.wap.wml', 'wml'],
  ['application/vnd.wap.wmlc', 'wmlc'],
])

/** @param essence a media type without its parameters, in lower case */
export function pageKindOf(essence: string): PageKind | undefined {
  return kinds.get(essence)
}
