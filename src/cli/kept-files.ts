/**
 * Which files in a folder that `--out` named are of a run. They are listed there beside them, so that the next run into the
 * same folder takes those away that are no longer of it, and never a file of anybody else.
 */
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../errors.ts'
import { writeReport } from './report-wishes.ts'

const listName = 'files.json'

/** Traces and pictures of pages, as runs name them: whatever a list says, nothing else is taken away. */
const ours = /^traces\/(?:[\w-]+\/)*[\w.-]+@[\w.-]+\.(?:jsonl|page-\d+\.png)$/

const filesMax = 200_000

export interface KeptFiles {
  /** Before anything is written: a run that is killed leaves nothing that the next one does not know of. */
  begin(files: readonly string[]): Promise<void>
  /** Takes away what an earlier run wrote there and this one did not. @param files relative to the folder, with slashes */
  end(files: readonly string[]): Promise<void>
}

/** @throws UsageError for a list that cannot be read */
export async function openKeptFiles(folder: string): Promise<KeptFiles> {
  const list = join(folder, listName)
  const former = await readList(list)
  const write = (files: Iterable<string>) =>
    writeReport(list, `${JSON.stringify({ format: 1, files: [...files] }, undefined, 2)}\n`)
  return {
    begin: (files) => write(new Set([...former, ...files])),
    async end(files) {
      const kept = new Set(files)
      for (const name of former) {
        if (ours.test(name) && !kept.has(name)) await rm(join(folder, name), { force: true })
      }
      await write(files)
    },
  }
}

async function readList(list: string): Promise<readonly string[]> {
  const text = await readFile(list, 'utf8').catch((cause: unknown) => {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new UsageError('cli/cannot-read', `cannot read ${list}: ${why}`, { cause, hint })
  })
  if (text === undefined) return []
  const names = namesIn(text)
  if (names !== undefined) return names
  throw new UsageError('cli/cannot-read', `${list} is no list of the files of a run`, { hint })
}

const hint = 'It says which files an earlier run wrote there: take it away, or name another folder.'

function namesIn(text: string): readonly string[] | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('files' in value)) return undefined
    const { files } = value
    if (!Array.isArray(files) || files.length > filesMax) return undefined
    return files.filter((name): name is string => typeof name === 'string')
  } catch {
    return undefined
  }
}
