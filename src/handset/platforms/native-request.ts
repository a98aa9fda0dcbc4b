/** The head of a request as the browser of a native phone writes it. */
import type { Profile } from '../../profile/profile.ts'
import type { Header, Purpose } from '../../trace/events.ts'
import type { RequestStyle } from '../behaviour.ts'

export function styleNative(
  purpose: Purpose,
  profile: Profile,
  { accept, more = [] }: { readonly accept: string; readonly more?: readonly Header[] },
): RequestStyle {
  const { userAgent, acceptLanguage, acceptCharset, uaprof, uaprofHeader } = profile
  const announced: readonly Header[] =
    uaprof === undefined || uaprofHeader === undefined ? [] : [[uaprofHeader, `"${uaprof}"`]]
  const fetching: readonly Header[] = [
    ['Accept', profile.accept?.descriptor ?? accept],
    ['Accept-Language', acceptLanguage],
    ...(acceptCharset === undefined ? [] : [['Accept-Charset', acceptCharset] as const]),
    ...more,
    ...announced,
  ]
  const headers: readonly Header[] = [
    ['User-Agent', userAgent],
    ...(purpose.endsWith('-report') ? [] : fetching),
  ]
  return { form: 'origin', version: '1.1', connection: 'keep-alive', headers }
}
