import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../errors.ts'
import type { StoredTrace } from '../run/rejudge.ts'
import { parseTrace } from '../trace/jsonl.ts'
import { readInput } from './read-input.ts'

const tracesMax = 10_000

/**
 * The traces in these files (`-`: stdin), and in all `.jsonl` files below these folders.
 *
 * @throws UsageError for a place that cannot be read, DataError `file:line` for a trace that cannot
 */
export async function readTraces(places: readonly string[]): Promise<readonly StoredTrace[]> {
  const files = (await Promise.all(places.map(findTraces))).flat()
  if (files.length === 0) {
    throw new UsageError('judge/no-trace', `there is no trace in ${places.join(', ')}`, {
      hint: '`ota run --out FOLDER` writes traces; their names end in .jsonl.',
    })
  }
  if (files.length > tracesMax) {
    throw new UsageError(
      'judge/too-many',
      `${files.length} traces are more than tracesMax = ${tracesMax}`,
    )
  }
  const stored: StoredTrace[] = []
  for (const file of files) {
    const text = new TextDecoder().decode(await readInput(file))
    refuseReport(text, file)
    stored.push({ file, trace: parseTrace(text, file) })
  }
  return stored
}

async function findTraces(place: string): Promise<readonly string[]> {
  if (place === '-') return [place]
  const found = await stat(place).catch((cause: unknown) => {
    throw new UsageError('judge/cannot-read', `there is no file or folder ${place}`, {
      cause,
      hint: 'Give a trace, or a folder with some: `ota run --out FOLDER` writes them.',
    })
  })
  if (!found.isDirectory()) return [place]
  const names = await readdir(place, { recursive: true })
  return names
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()
    .map((name) => join(place, name))
}

/** As `--out` and `--reporter json` write it. */
const startOfReport = /^\{\s*"format":\s*\d+,\s*"tool":\s*\{\s*"name":\s*"ota-handset"/

/** A report names its traces and does not hold them. */
function refuseReport(text: string, file: string): void {
  if (!startOfReport.test(text)) return
  throw new UsageError('judge/report', `${file} is the report of a run, and no trace`, {
    hint: 'Give the folder that --out named, or files below its traces/: their names end in .jsonl.',
  })
}
