/** The browser of a phone: which pages it shows, and what of them the user can go on to. */
import type { Profile } from '../profile/profile.ts'
import type { PageKind } from '../wire/page/page.ts'

export interface BrowserHabits {
  /** The kind of page that it takes a body of this type for; none: it shows no such page. */
  readonly reads: (contentType: string | undefined, profile: Profile) => PageKind | undefined
  /** Octets of a page that it can hold; none: no limit is known. */
  readonly pageBytesMax: (profile: Profile) => number | undefined
  /** Does a page with a timer or a `meta refresh` go on by itself? */
  readonly goesOn: boolean
  /** Pages that a user goes through for one link. */
  readonly pagesMax: number
  /** Does an address look like something that this phone installs? */
  readonly installs: (url: string) => boolean
}
