/** The head of a request as a phone of this platform writes it (OTA2 Device identification). */
import type { Profile } from '../../profile/profile.ts'
import { jadMediaType, jarMediaTypes } from '../../wire/media-types.ts'
import type { Header, Purpose } from '../../trace/events.ts'
import type { RequestStyle } from '../behaviour.ts'

/** Accept fields of those whose profile knows none of its own. */
interface Accepts {
  readonly descriptor: string
  readonly package: string
}

/** As the examples of the document have them, and a little of anything for a link whose type nobody knows. */
export const bookAccepts: Accepts = {
  descriptor: `${jadMediaType}, ${jarMediaTypes.join(', ')}, */*;q=0.1`,
  package: 'application/java, application/java-archive',
}

export function styleRequest(purpose: Purpose, profile: Profile, accepts: Accepts): RequestStyle {
  const headers: Header[] = [['User-Agent', profile.userAgent]]
  if (!purpose.endsWith('-report')) {
    headers.push(
      ['Accept', acceptFor(purpose, profile, accepts)],
      ['Accept-Language', profile.acceptLanguage],
      ['Accept-Charset', profile.acceptCharset ?? 'UTF-8, ISO-8859-1'],
      ...uaprofHeaders(profile),
    )
  }
  return { form: 'origin', version: '1.1', connection: 'keep-alive', headers }
}

/** An object may be of any type that the user has agreed to. */
function acceptFor(purpose: Purpose, profile: Profile, accepts: Accepts): string {
  if (purpose === 'object') return '*/*'
  const kind = purpose === 'package' ? 'package' : 'descriptor'
  return profile.accept?.[kind] ?? accepts[kind]
}

/** The URL stands in quotes, which are part of the value (WAP-248 UAProf, W-HTTP transport). */
function uaprofHeaders({ uaprof, uaprofHeader }: Profile): readonly Header[] {
  return uaprof === undefined || uaprofHeader === undefined ? [] : [[uaprofHeader, `"${uaprof}"`]]
}
