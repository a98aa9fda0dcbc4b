import type { Profile } from '../profile/profile.ts'
import type { CaseFacts } from '../trace/events.ts'

/** What a trace has to say of a phone, so that it can be judged alone. */
export function tellProfile(profile: Profile): CaseFacts['profile'] {
  const { id, name, platform, personality, userAgent, midpProfiles, configurations } = profile
  const { apis, browser } = profile
  const pageBytesMax = browser?.pageBytesMax
  return {
    id,
    name,
    platform,
    personality,
    userAgent,
    midpProfiles,
    configurations,
    ...(apis === undefined ? {} : { apis }),
    ...(pageBytesMax === undefined ? {} : { pageBytesMax }),
  }
}
