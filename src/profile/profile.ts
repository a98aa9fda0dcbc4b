import { readFile, readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { parseDataFile } from '../data-file.ts'
import { profileSchema } from './schema.ts'
import type { ProfileFile } from './schema.ts'

/** What a handset model is. `id` is the file name without `.yaml`. */
export type Profile = Readonly<ProfileFile> & { readonly id: string }

/** @throws DataError with `file:line:col` */
export function parseProfile(text: string, file: string, id: string): Profile {
  return { id, ...parseDataFile(text, file, profileSchema) }
}

/** All profiles of a folder, sorted by id. */
export async function loadProfiles(folder: URL): Promise<readonly Profile[]> {
  const root = fileURLToPath(folder)
  const names = (await readdir(root)).filter((name) => name.endsWith('.yaml')).toSorted()
  return Promise.all(
    names.map(async (name) =>
      parseProfile(await readFile(join(root, name), 'utf8'), `profiles/${name}`, name.slice(0, -5)),
    ),
  )
}
