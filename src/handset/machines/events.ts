/** What a user does, as the machines hear it. */
import type { LinkOrigin } from '../access-point.ts'
import type { PromptKind } from '../../trace/events.ts'

export type UserEvent =
  | {
      readonly type: 'user.answered'
      readonly prompt: PromptKind
      readonly answer: 'accept' | 'refuse'
      /** URL of the link that was selected on a page. */
      readonly chosen?: string
      readonly typed?: {
        readonly kind: 'right' | 'wrong'
        readonly user: string
        readonly password: string
      }
    }
  | { readonly type: 'user.cancelled' }

/** A link was selected. */
export interface LinkOpened {
  readonly type: 'link.opened'
  readonly url: string
  /** None: by the user, from nowhere in particular. */
  readonly origin?: LinkOrigin
}

/** The user has a download go on that broke off. */
export interface DownloadWanted {
  readonly type: 'download.wanted'
  readonly url: string
}

export function linkOf({ url, origin = 'user' }: LinkOpened): {
  readonly url: string
  readonly origin: LinkOrigin
} {
  return { url, origin }
}
