/** `--reporter name[=file]`, repeated or joined by commas: which formats are wished for, and where they go. */
import { access, constants, mkdir, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Entry } from '../catalogue.ts'
import { didYouMean } from '../did-you-mean.ts'
import { UsageError } from '../errors.ts'
import type { Page } from '../report/reporter.ts'

interface Wish<T> {
  readonly format: T
  /** Absent: stdout. */
  readonly file: string | undefined
}

/** What a file is written on. */
export const paper: Omit<Page, 'verbose'> = { columns: 100, paint: (_, text) => text }

/**
 * The wishes, and `terminal` on stdout unless another one is to go there.
 *
 * @param formats one of them is called `terminal`
 * @throws UsageError for a format that does not exist, a file without name, and for two on stdout
 */
export function readWishes<T>(
  words: readonly string[],
  formats: readonly Entry<T>[],
): readonly Wish<T>[] {
  const names = formats.map(({ id }) => id).join('|')
  const between = new RegExp(`,(?=(?:${names})(?:[=,]|$))`)
  const wishes = words
    .flatMap((word) => word.split(between))
    .map((word) => {
      const [name = '', ...rest] = word.split('=')
      const format = findFormat(name, formats)
      return { format, file: rest.length === 0 ? undefined : fileOf(name, rest.join('=')) }
    })
  const onStdout = wishes.filter(({ file }) => file === undefined)
  if (onStdout.length > 1) {
    throw new UsageError('cli/two-on-stdout', 'only one report can go to stdout', {
      hint: 'Send the others to files: --reporter name=file.',
    })
  }
  if (onStdout.length === 1) return wishes
  return [{ format: findFormat('terminal', formats), file: undefined }, ...wishes]
}

function fileOf(name: string, file: string): string {
  if (file !== '') return file
  throw new UsageError('cli/no-file', `--reporter ${name}= names no file`, {
    hint: `Say --reporter ${name}=FILE, or --reporter ${name} for stdout.`,
  })
}

/** The format of this name. @throws UsageError with a suggestion */
export function findFormat<T>(name: string, formats: readonly Entry<T>[]): T {
  const found = formats.find(({ id }) => id === name)
  if (found !== undefined) return found.value
  const names = formats.map(({ id }) => id)
  throw new UsageError('cli/no-reporter', `there is no reporter "${name}"`, {
    hint: didYouMean(name, names) ?? `It may be ${names.join(', ')}.`,
  })
}

/**
 * Sees to it that files can be written where they are wished for; folders are made.
 *
 * @param folder for more files
 * @throws UsageError where nothing can be written
 */
export async function makePlaces(
  wishes: readonly { readonly file: string | undefined }[],
  folder?: string,
): Promise<void> {
  const files = wishes.flatMap(({ file }) => (file === undefined ? [] : [dirname(file)]))
  for (const place of folder === undefined ? files : [folder, ...files]) {
    try {
      await makeFolder(place)
      await access(place, constants.W_OK | constants.X_OK)
    } catch (error) {
      throw cannotWrite(place, error)
    }
  }
}

/** Node's own `recursive` never ends where a folder says that it is not there, as /proc does. */
async function makeFolder(folder: string): Promise<void> {
  if (await isFolder(folder)) return
  const parent = dirname(folder)
  if (parent !== folder) await makeFolder(parent)
  await mkdir(folder).catch(async (error: unknown) => {
    // Somebody else may have made it meanwhile.
    if (!(await isFolder(folder))) throw error
  })
}

async function isFolder(place: string): Promise<boolean> {
  const known = await stat(place).catch(() => undefined)
  return known?.isDirectory() === true
}

/** Writes a file that was asked for, and the folders on the way to it. @throws UsageError where nothing can be written */
export async function writeReport(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await makeFolder(dirname(file))
    await writeFile(file, content)
  } catch (error) {
    throw cannotWrite(file, error)
  }
}

function cannotWrite(place: string, cause: unknown): UsageError {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new UsageError('cli/cannot-write', `cannot write ${place}: ${why}`, {
    cause,
    hint: 'Give another place, or see whether this one may be written to.',
  })
}
