/**
 * One thing, one file, one folder: finds the default exports below a folder and keys them by path without extension.
 * The only dynamic import of the product.
 */
import { readdir } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { join, relative, sep } from 'node:path'
import { HarnessFault } from './errors.ts'

export interface Entry<T> {
  /** Path below the folder, `/` separated, without extension. */
  readonly id: string
  readonly value: T
}

/**
 * @param folder URL of a folder, usually `new URL('./checks/', import.meta.url)`
 * @param isShape guards the shape of a default export; a file that fails it is a defect of ours
 */
export async function loadCatalogue<T>(
  folder: URL,
  isShape: (value: unknown) => value is T,
): Promise<readonly Entry<T>[]> {
  const root = fileURLToPath(folder)
  const files = (await readdir(root, { recursive: true, withFileTypes: true }))
    .filter((file) => file.isFile() && /(?<!\.d)\.[jt]s$/.test(file.name))
    .map((file) => join(file.parentPath, file.name))
    .toSorted()
  const entries = await Promise.all(
    files.map(async (file): Promise<Entry<T>> => {
      const id = relative(root, file)
        .split(sep)
        .join('/')
        .replace(/\.[jt]s$/, '')
      const { default: value }: { default?: unknown } = await import(pathToFileURL(file).href)
      if (!isShape(value)) {
        throw new HarnessFault('catalogue/shape', `${file} does not export what its folder holds`)
      }
      return { id, value }
    }),
  )
  return entries
}
