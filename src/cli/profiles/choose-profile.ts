import { didYouMean } from '../../did-you-mean.ts'
import { UsageError } from '../../errors.ts'
import type { Profile } from '../../profile/profile.ts'

/** @throws UsageError with a suggestion */
export function chooseProfile(id: string, profiles: readonly Profile[]): Profile {
  const found = profiles.find((profile) => profile.id === id)
  if (found !== undefined) return found
  throw new UsageError('profiles/unknown', `there is no profile "${id}"`, {
    hint:
      didYouMean(
        id,
        profiles.map((profile) => profile.id),
      ) ?? 'See `ota profiles`.',
  })
}
