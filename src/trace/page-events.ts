/** The part of the vocabulary that tells of pages in the browser of a phone. */

export interface PageLinkFact {
  /** Resolved, without fragment. */
  readonly url: string
  readonly text: string
  /** Its address looks like something that the phone installs. */
  readonly installs: boolean
}

export type PageEventFact =
  | {
      readonly type: 'page.shown'
      readonly url: string
      readonly page: 'html' | 'xhtml' | 'wml' | 'wmlc'
      /** Octets of the page. */
      readonly bytes: number
      readonly title?: string
      /** Those that a user can follow. */
      readonly links: readonly PageLinkFact[]
      /** It goes on by itself after so many milliseconds. */
      readonly refresh?: { readonly url: string; readonly ms: number }
    }
  /** A browser that runs scripts had the page; what the user sees then is told by `page.shown`. */
  | {
      readonly type: 'page.rendered'
      readonly url: string
      /** What there was to read, from its beginning. */
      readonly text: string
      /** Links that can be followed and seen, and where it goes on by itself. */
      readonly ways: number
      /** Requests of the page for what belongs to it, and the octets that came. */
      readonly asked: number
      readonly bytes: number
      /** URLs that nobody was asked for: past the limits, or by another way than HTTP. */
      readonly unasked: readonly string[]
      /** Screen of the phone as a PNG; no part of the trace hash. None: it was too large. */
      readonly screenshot?: Uint8Array
    }
  /** A browser that runs scripts was to have the page, and nothing came of it. */
  | {
      readonly type: 'page.unrendered'
      readonly url: string
      /** There is none on this machine, or it did not come to an end. */
      readonly why: 'no-browser' | 'broken-off'
      readonly reason: string
    }
  /** The page went on by itself, or the user selected a link of it; without `to` he went away. */
  | { readonly type: 'page.left'; readonly to?: string }
