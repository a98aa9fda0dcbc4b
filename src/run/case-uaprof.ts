/** The UAProf document of the phone of a case: where the phone says that it lies, and who fetched it. */
import type { Recorder } from '../handset/recorder.ts'
import type { ProfileHost } from '../network/profile-host.ts'
import { describePhone } from '../profile/describe-phone.ts'
import type { Profile } from '../profile/profile.ts'
import { writeUaProf } from '../wire/uaprof-writer.ts'

export interface UaprofPlace {
  /** None: nobody has the document. */
  readonly host?: ProfileHost
  /** What the phone says in the place of the URL of its maker; none: it says nothing of a document. */
  addressOf(url: string): string | undefined
}

/** The phone as it announces itself; from now on the host has its document, and the trace tells who asks for it. */
export function announceProfile(
  profile: Profile,
  place: UaprofPlace | undefined,
  recorder: Pick<Recorder, 'record'>,
): Profile {
  const { uaprof: url } = profile
  if (place === undefined || url === undefined) return profile
  place.host?.have(url, () => writeUaProf(describePhone(profile)))
  place.host?.watch(
    (fetch) => void recorder.record('network', { type: 'uaprof.fetched', ...fetch }),
  )
  return { ...profile, uaprof: place.addressOf(url) }
}

/** The phone in the hands of a person, who has no run that could serve its document: no server is to ask its maker for it. */
export function withholdProfile(profile: Profile): Profile {
  return { ...profile, uaprof: undefined }
}
