/** How a phone takes what is pushed to it: decisions of its behaviour, about which phones differ. */
import type { Profile } from '../profile/profile.ts'
import type { ApplicationId } from '../wire/wsp/push-headers.ts'
import type { InboxMessage } from './inbox.ts'

/** An SI as far as it is weighed against those that are there. */
export type DatedMessage = Pick<InboxMessage, 'createdAt'>

export interface PushHabits {
  /** WDP ports at which its push client listens. */
  readonly listensAt: (port: number) => boolean
  readonly takesWapPush: (profile: Profile) => boolean
  /** Is there somebody on the phone whom the push is for, and who shows SI and SL? */
  readonly knowsApplication: (application: ApplicationId) => boolean
  /** May the content type come without a charset? */
  readonly needsCharset: boolean
  /** Is an SI without a text shown, by its link? */
  readonly showsWithoutText: boolean
  /** What an arriving SI does to one of the same id. */
  readonly orderOf: (
    stored: DatedMessage,
    arriving: DatedMessage,
  ) => 'replaces' | 'beside' | 'discarded'
  readonly serviceLoading: (profile: Profile) => 'asks' | 'loads' | 'ignores'
  /** Links that the user can select in a text, as he would go to them. */
  readonly linksIn: (text: string) => readonly string[]
  /** Can an installation begin with a link in a text? */
  readonly opensTextLinks: (profile: Profile) => boolean
}
