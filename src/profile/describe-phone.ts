/** What the UAProf document of a phone says of it (WAP-248): the facts of its profile, and no others. */
import { jadMediaType, jarMediaTypes } from '../wire/media-types.ts'
import type { UaProf } from '../wire/uaprof.ts'
import type { Profile } from './profile.ts'

export function describePhone(profile: Profile): UaProf {
  const { screen, midpProfiles, configurations, symbian, windowsMobile, browser } = profile
  const { vendor, model } = splitName(profile.name)
  return {
    vendor,
    model,
    screen,
    javaPlatforms: [...midpProfiles, ...configurations],
    accept: acceptOf(profile),
    osName: symbian === undefined ? windowsMobile && 'Windows CE' : 'Symbian OS',
    osVersion: symbian?.osVersion ?? windowsMobile?.osVersion,
    wmlDeckSize: browser?.pageBytesMax,
    pushAccept: pushAcceptOf(profile),
    pushMsgSize: browser?.pushBytesMax,
  }
}

/** Names of makers that are two words. */
const longVendors = ['Sony Ericsson'] as const

/** What stands behind the model is for readers of profiles: `HTC S620 / T-Mobile Dash (Excalibur)`. */
function splitName(name: string): { readonly vendor: string; readonly model: string } {
  const [plain = ''] = name.split(/ \/ | \(|, /)
  const long = longVendors.find((one) => plain.startsWith(`${one} `))
  const vendor = long ?? plain.split(' ', 1)[0] ?? ''
  const model = plain.slice(vendor.length).trim()
  return { vendor, model: model === '' ? vendor : model }
}

function acceptOf({ accept, midpProfiles, symbian }: Profile): readonly string[] {
  const asked = (accept?.descriptor ?? '').split(',').map((type) => type.split(';', 1)[0] ?? '')
  const java = midpProfiles.length === 0 ? [] : [jadMediaType, ...jarMediaTypes]
  const types = [...asked.map((type) => type.trim()), ...java, ...(symbian?.packageTypes ?? [])]
  return [...new Set(types.filter((type) => type !== ''))]
}

const indications = ['text/vnd.wap.si', 'application/vnd.wap.sic'] as const
const loadings = ['text/vnd.wap.sl', 'application/vnd.wap.slc'] as const

/** Java phones take WAP push where nothing else is known. */
function pushAcceptOf({ push, platform }: Profile): readonly string[] {
  if (!(push?.wapPush ?? platform === 'midp')) return []
  return push?.serviceLoading === 'ignores' ? indications : [...indications, ...loadings]
}
