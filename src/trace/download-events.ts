/** The part of the vocabulary that tells of downloads behind a descriptor of OMA Download OTA. */

export type DownloadEventFact =
  | {
      /** A descriptor was read and passed its examination. */
      readonly type: 'download.described'
      readonly url: string
      readonly objectUrl: string
      readonly mediaTypes: readonly string[]
      /** Octets that the descriptor states. */
      readonly bytes: number
      readonly name?: string
      readonly vendor?: string
      readonly installNotify?: string
      readonly nextUrl?: string
    }
  /** The transaction is over, and what came may be used. */
  | {
      readonly type: 'object.released'
      readonly url: string
      readonly mediaType: string
      readonly bytes: number
    }
  | { readonly type: 'object.discarded'; readonly url: string; readonly reason: string }
  /** A picture, a tone or the like is in flash. */
  | {
      readonly type: 'content.stored'
      readonly name: string
      readonly mediaType: string
      readonly bytes: number
    }
