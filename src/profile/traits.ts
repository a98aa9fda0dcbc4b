/** What a scenario can ask of a phone, in one word each. */
import type { Profile } from './profile.ts'

/**
 * @example traitsOf(profile).has('MIDP-2.0')
 * @example traitsOf(profile).has('memory-card')
 */
export function traitsOf(profile: Profile): ReadonlySet<string> {
  const { midpProfiles, symbian, windowsMobile, push, omaDownload, uaprof, uaprofHeader } = profile
  const facts = symbian ?? windowsMobile
  return new Set([
    ...midpProfiles,
    ...(omaDownload === true ? ['oma-download'] : []),
    ...(uaprof === undefined || uaprofHeader === undefined ? [] : ['uaprof']),
    ...(push?.wapPush === true ? ['wap-push'] : []),
    ...(facts === undefined ? [] : [`untrusted-${facts.untrusted}`]),
    ...(facts?.memoryCard === true ? ['memory-card'] : []),
    ...(symbian === undefined ? [] : [symbian.edition, `${symbian.wapPushRoute}-route`]),
    ...(windowsMobile === undefined ? [] : [`release-${windowsMobile.release}`]),
  ])
}
