/** The phones that come with the product: their profiles, and the quirks that profiles and scenarios can name. */
import { loadProfiles } from '../profile/profile.ts'
import type { Profile } from '../profile/profile.ts'
import type { KnownNames } from '../profile/schema.ts'
import type { Quirk } from './behaviour.ts'
import { platforms } from './platform.ts'
import { loadQuirks } from './quirk-catalogue.ts'

export interface PhoneCatalogue {
  /** Sorted by id. */
  readonly profiles: readonly Profile[]
  readonly quirks: ReadonlyMap<string, Quirk>
}

/** @throws DataError with `file:line:col` for a profile that cannot be read, or names what there is not */
export async function loadPhones(): Promise<PhoneCatalogue> {
  const quirks = await loadQuirks()
  const folder = new URL('../../profiles/', import.meta.url)
  return { quirks, profiles: await loadProfiles(folder, knownNames(quirks)) }
}

/** What a profile may name. */
export function knownNames(quirks: ReadonlyMap<string, Quirk>): KnownNames {
  const { midp, symbian, 'windows-mobile': windowsMobile } = platforms
  return {
    personalities: {
      midp: [...midp.keys()],
      symbian: [...symbian.keys()],
      'windows-mobile': [...windowsMobile.keys()],
    },
    quirks: [...quirks.keys()],
  }
}
