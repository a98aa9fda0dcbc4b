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
  /** The page went on by itself, or the user selected a link of it; without `to` he went away. */
  | { readonly type: 'page.left'; readonly to?: string }
