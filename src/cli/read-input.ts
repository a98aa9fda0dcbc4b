import { open } from 'node:fs/promises'
import { stdin } from 'node:process'
import { UsageError } from '../errors.ts'

/** As long as the longest package that is read. */
const inputBytesMax = 16 * 1024 * 1024

/**
 * The octets of a file, or of stdin for `-`.
 *
 * @param hint what else could be given
 * @throws UsageError when it cannot be read or is over 16 MiB
 */
export async function readInput(
  path: string,
  hint = 'Give another path, or - for stdin.',
): Promise<Uint8Array> {
  if (path === '-') return collect(stdin, 'stdin')
  try {
    const file = await open(path)
    try {
      return await collect(file.createReadStream({ autoClose: false }), path)
    } finally {
      await file.close()
    }
  } catch (error) {
    if (error instanceof UsageError) throw error
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    const why = error instanceof Error ? error.message : String(error)
    throw new UsageError(
      'cli/cannot-read',
      isAbsent ? `there is no file ${path}` : `cannot read ${path}: ${why}`,
      { cause: error, hint },
    )
  }
}

async function collect(stream: AsyncIterable<Uint8Array>, name: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream) {
    length += chunk.length
    if (length > inputBytesMax) {
      throw new UsageError(
        'cli/input-too-large',
        `${name} is larger than ${inputBytesMax} octets`,
        {
          hint: 'That is inputBytesMax; no phone takes a package of that size.',
        },
      )
    }
    chunks.push(chunk)
  }
  const octets = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    octets.set(chunk, offset)
    offset += chunk.length
  }
  return octets
}
