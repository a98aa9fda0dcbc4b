import { readFile } from 'node:fs/promises'
import { DataError } from '../errors.ts'
import { parseTarget } from './target.ts'
import type { Target } from './target.ts'

/** @throws DataError when it cannot be read, or with `file:line:col` of what is wrong in it */
export async function readTargetFile(place: string): Promise<Target> {
  const text = await readFile(place, 'utf8').catch((cause: unknown) => {
    throw new DataError('target/unreadable', `cannot read the target file ${place}`, {
      hint: 'Give the path of a target file, or the http URL of a descriptor.',
      cause,
    })
  })
  return parseTarget(text, place)
}
