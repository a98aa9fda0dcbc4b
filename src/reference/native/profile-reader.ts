/**
 * What a request says of its phone by the UAProf document it names (WAP-248 UAProf). The address comes from whoever asks, and
 * most hosts of such documents are gone: each is read once, with a limit in time and size, and what did not come is not
 * waited for again soon.
 */
import { WireError } from '../../errors.ts'
import { readUaProf, uaprofLimits } from '../../wire/uaprof.ts'
import type { UaProf } from '../../wire/uaprof.ts'

/** Where documents come from: the network, or what stands for it. */
export interface ProfileSource {
  /** Must not reject. */
  load(url: string, bounds: ProfileBounds): Promise<LoadedProfile>
}

export type LoadedProfile =
  | { readonly kind: 'document'; readonly octets: Uint8Array }
  /** It did not come whole within the bounds. */
  | { readonly kind: 'nothing'; readonly reason: string }

/** Hears why a document says nothing of its phone. */
export type TellUnread = (url: string, reason: string) => void

export interface ProfileBounds {
  /** Infinity: it waits as long as the host does. */
  readonly msMax: number
  readonly bytesMax: number
}

export interface ProfileReader {
  /** None: the request names no document, or one that cannot be had or read. */
  read(headers: Headers): Promise<UaProf | undefined>
}

export const profileBounds: ProfileBounds = {
  msMax: 2000,
  bytesMax: uaprofLimits.uaprofBytesMax,
}

/** Documents kept, the oldest is forgotten first. */
const documentsMax = 500
/** After a failure nobody asks again for so long. */
const failureMs = 10 * 60_000
/** Characters of a field that names one. */
const fieldMax = 500

interface Known {
  readonly profile: UaProf | undefined
  readonly since: number
}

export function openProfileReader(
  source: ProfileSource | undefined,
  now: () => number,
  bounds: ProfileBounds = profileBounds,
  tellUnread: TellUnread = () => {},
): ProfileReader {
  const known = new Map<string, Known>()
  return {
    async read(headers) {
      const url = profileUrlOf(headers)
      if (url === undefined || source === undefined) return undefined
      const kept = known.get(url)
      const isFresh = kept?.profile !== undefined || now() - (kept?.since ?? -Infinity) < failureMs
      if (kept !== undefined && isFresh) return kept.profile
      const profile = readLoaded(await source.load(url, bounds), (why) => tellUnread(url, why))
      known.delete(url)
      known.set(url, { profile, since: now() })
      const [oldest] = known.keys()
      if (known.size > documentsMax && oldest !== undefined) known.delete(oldest)
      return profile
    },
  }
}

function readLoaded(loaded: LoadedProfile, tell: (why: string) => void): UaProf | undefined {
  if (loaded.kind === 'nothing') {
    tell(loaded.reason)
    return undefined
  }
  try {
    return readUaProf(loaded.octets)
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    tell(error.message)
    return undefined
  }
}

/**
 * In quotes or without, alone or among digests, in `x-wap-profile`, in `Profile`, or in a field with the number that `Opt`
 * gives (RFC 2774, as CC/PP exchange uses it).
 */
export function profileUrlOf(headers: Headers): string | undefined {
  const value = headers.get('x-wap-profile') ?? headers.get('Profile') ?? extensionOf(headers) ?? ''
  // The beginning of a long one would be the address of something else.
  const [url] = value.length > fieldMax ? [] : (/https?:\/\/[^\s",<>]+/i.exec(value) ?? [])
  return url !== undefined && URL.canParse(url) ? url : undefined
}

function extensionOf(headers: Headers): string | undefined {
  const [, number] = /;\s*ns\s*=\s*"?(\d{1,4})/i.exec(headers.get('Opt') ?? '') ?? []
  return number === undefined ? undefined : (headers.get(`${number}-Profile`) ?? undefined)
}
