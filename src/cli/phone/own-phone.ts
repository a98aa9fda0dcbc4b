/** The phone in a file, with the model that it is. */
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { openSqliteStorage } from '../../adapters/storage-sqlite.ts'
import type { SqliteStorage } from '../../adapters/storage-sqlite.ts'
import { didYouMean } from '../../did-you-mean.ts'
import { DataError, UsageError } from '../../errors.ts'
import { loadPhones } from '../../handset/phone-catalogue.ts'
import type { PhoneCatalogue } from '../../handset/phone-catalogue.ts'
import type { Profile } from '../../profile/profile.ts'
import type { RootText } from './read-roots.ts'

export interface OwnPhone {
  readonly file: string
  readonly storage: SqliteStorage
  readonly profile: Profile
  readonly quirks: PhoneCatalogue['quirks']
}

const defaultProfile = 'midp2-plain'

/** @throws DataError when there is none, or it cannot be used */
export async function takePhone(file: string): Promise<OwnPhone> {
  return takeKnownPhone(file, { phones: await loadPhones() })
}

/** The same at once. @param lockWaitMs how long another process may have it before that is an error */
export function takeKnownPhone(
  file: string,
  { phones, lockWaitMs }: { readonly phones: PhoneCatalogue; readonly lockWaitMs?: number },
): OwnPhone {
  const storage = openSqliteStorage(file, lockWaitMs === undefined ? {} : { lockWaitMs })
  return { file, storage, ...modelOf(storage, { phones, file }) }
}

/** The same, and where there is none a new one. @throws UsageError for a profile that does not exist */
export async function takeOrMakePhone(
  file: string,
  wanted: { readonly profile: string | undefined; readonly roots: readonly RootText[] },
): Promise<OwnPhone> {
  const phones = await loadPhones()
  const profile = findProfile(wanted.profile ?? defaultProfile, phones)
  await mkdir(dirname(file), { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new DataError('phone/unusable', `there can be no phone here: ${why}`, {
      place: file,
      hint: 'Give another place with --phone.',
      cause,
    })
  })
  const ifAbsent = {
    profile: profile.id,
    storageBytes: profile.limits.storageBytes,
    roots: wanted.roots,
    on: true,
    covered: true,
    hosts: [],
    calls: 0,
  }
  const storage = openSqliteStorage(file, { ifAbsent })
  return { file, storage, ...modelOf(storage, { phones, file }) }
}

function modelOf(
  storage: SqliteStorage,
  { phones, file }: { readonly phones: PhoneCatalogue; readonly file: string },
): Pick<OwnPhone, 'profile' | 'quirks'> {
  const { profile: id } = storage.belongings
  const profile = phones.profiles.find((one) => one.id === id)
  if (profile !== undefined) return { profile, quirks: phones.quirks }
  storage.close()
  throw new DataError('phone/profile', `this phone is a ${id}, and there is no such profile`, {
    place: file,
    hint: 'See `ota list profiles`; another phone can be given with --phone.',
  })
}

export function findProfile(id: string, { profiles }: PhoneCatalogue): Profile {
  const profile = profiles.find((one) => one.id === id)
  if (profile !== undefined) return profile
  const ids = profiles.map((one) => one.id)
  throw new UsageError('phone/profile', `there is no profile "${id}"`, {
    hint: didYouMean(id, ids) ?? 'See `ota list profiles`.',
  })
}
