/** How long what is on the air takes, by the speed of the phone. */
import type { Profile } from '../profile/profile.ts'
import type { Arrival } from './arrival.ts'
import { slowMsMax } from './slow-pace.ts'

type Speed = { readonly profile: Pick<Profile, 'radio'> }

/** Octets of a body that are there when so much of the time of a transfer is over. */
export function bodyBytesBy(ms: number, { fact, extraMs }: Arrival, { profile }: Speed): number {
  const { latencyMs, bytesPerSecond } = profile.radio
  const bytes = Math.floor(((ms - latencyMs - extraMs) * bytesPerSecond) / 1000)
  return Math.max(0, bytes - (fact.response?.head.length ?? 0))
}

/** Virtual time that so many octets take to the phone. */
export function msOf({ profile }: Speed, bytes: number): number {
  const { latencyMs, bytesPerSecond } = profile.radio
  return Math.ceil(latencyMs + (bytes * 1000) / bytesPerSecond)
}

/** What is still to pass of the time of a transfer. */
export function msLeft({ profile }: Speed, { bytes, extraMs, slowed }: Arrival): number {
  if (slowed === undefined) return msOf({ profile }, bytes) + extraMs
  const wholeMs = Math.min(slowMsMax, (bytes * 1000) / slowed.bytesPerSecond)
  return Math.ceil(profile.radio.latencyMs + Math.max(0, wholeMs - slowed.passedMs)) + extraMs
}
