/** What a trace says of a phone, so that it can be judged without its profile. */
import type { Profile } from '../profile/profile.ts'
import type { CaseFacts } from '../trace/events.ts'

export function tellProfile(profile: Profile): CaseFacts['profile'] {
  const { id, name, platform, personality, userAgent, midpProfiles, configurations } = profile
  const { apis, browser } = profile
  const { pageBytesMax, pushBytesMax } = browser ?? {}
  const known = { id, name, platform, personality, userAgent, midpProfiles, configurations }
  return {
    ...known,
    ...(apis === undefined ? {} : { apis }),
    ...(pageBytesMax === undefined ? {} : { pageBytesMax }),
    ...(pushBytesMax === undefined ? {} : { pushBytesMax }),
    ...tellNative(profile),
  }
}

function tellNative({
  symbian,
  windowsMobile,
}: Profile): Pick<CaseFacts['profile'], 'symbian' | 'windowsMobile'> {
  if (symbian !== undefined) {
    const { edition, osVersion, productUids, machineUid } = symbian
    const machine = machineUid === undefined ? {} : { machineUid }
    return { symbian: { edition, osVersion, productUids, ...machine } }
  }
  if (windowsMobile === undefined) return {}
  const { release, osVersion, processor } = windowsMobile
  return { windowsMobile: { release, osVersion, processor } }
}
