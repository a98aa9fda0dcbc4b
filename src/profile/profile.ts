import { readFile, readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { join, matchesGlob } from 'node:path'
import { parseDataFile } from '../data-file.ts'
import { profileSchemaOf } from './schema.ts'
import type { KnownNames, ProfileFile } from './schema.ts'

/** What a handset model is. `id` is the file name without `.yaml`. */
export type Profile = Readonly<ProfileFile> & { readonly id: string }

/** @throws DataError with `file:line:col` */
export function parseProfile(
  text: string,
  file: string,
  context: { readonly id: string; readonly known: KnownNames },
): Profile {
  return { id: context.id, ...parseDataFile(text, file, schemaFor(context.known)) }
}

const schemas = new WeakMap<KnownNames, ReturnType<typeof profileSchemaOf>>()

/** Made once for all files that are read with the same names: making one costs more than reading one. */
function schemaFor(known: KnownNames): ReturnType<typeof profileSchemaOf> {
  const schema = schemas.get(known) ?? profileSchemaOf(known)
  schemas.set(known, schema)
  return schema
}

/** All profiles of a folder, sorted by id. */
export async function loadProfiles(folder: URL, known: KnownNames): Promise<readonly Profile[]> {
  const root = fileURLToPath(folder)
  const ids = (await readdir(root))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .toSorted()
  return Promise.all(
    ids.map(async (id) => {
      const name = `${id}.yaml`
      const text = await readFile(join(root, name), 'utf8')
      return parseProfile(text, `profiles/${name}`, { id, known })
    }),
  )
}

/** Is it the glob of this phone, by its id (`nokia-*`) or by its platform and id (`midp/*`)? */
export function isSelected({ id, platform }: Profile, glob: string): boolean {
  return matchesGlob(id, glob) || matchesGlob(`${platform}/${id}`, glob)
}
