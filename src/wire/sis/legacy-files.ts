/** The files of a legacy package: it has no hashes, so that a file is damaged only where it cannot be decompressed. */
import { WireError } from '../../errors.ts'
import type { LegacyFileRecord, LegacyOctets, LegacyRecord } from './legacy-records.ts'
import { unpack } from './packed-octets.ts'
import type { PackedOctets } from './packed-octets.ts'
import type { SisFile } from './sis-file.ts'
import { legacyRun } from './sis-run.ts'
import type { SisLimits } from './sis-limits.ts'
import type { TakeNote } from './sis-note.ts'

interface LegacyWay {
  readonly octets: Uint8Array
  /** UID of the package. */
  readonly owner: number
  readonly compressed: boolean
  readonly limits: SisLimits
  readonly note: TakeNote
}

/** @param records in the order of installation */
export function readLegacyFiles(
  records: readonly LegacyRecord[],
  way: LegacyWay,
): readonly SisFile[] {
  const files: SisFile[] = []
  let depth = 0
  for (const record of records) {
    if (record.kind === 'if') depth += 1
    if (record.kind === 'end-if') depth = Math.max(0, depth - 1)
    if (record.kind !== 'file') continue
    const conditional = depth > 0 || record.versions.length > 1
    files.push(...record.versions.map((version) => fileOf(record, version, { conditional, way })))
  }
  checkFiles(files, way)
  return files
}

function fileOf(
  { target, mediaType, does, details }: LegacyFileRecord,
  { start, packedBytes, bytes }: LegacyOctets,
  { conditional, way }: { readonly conditional: boolean; readonly way: LegacyWay },
): SisFile {
  const algorithm = way.compressed ? 1 : 0
  const contents = { start, end: start + packedBytes, algorithm, bytes }
  if (does !== 'later' && contents.end > way.octets.length) {
    const found = `Unexpected file of ${packedBytes} octets at ${start}`
    throw new WireError(
      'wire/out-of-bounds',
      `${found}, expected it within ${way.octets.length} octets`,
      Math.min(start, way.octets.length),
    )
  }
  const runs = does === 'run' || does === 'open' ? legacyRun(details) : undefined
  return {
    target,
    mediaType,
    does,
    options: details,
    ...(runs === undefined ? {} : { runs }),
    capabilities: [],
    bytes,
    conditional,
    owner: way.owner,
    contents: does === 'later' ? undefined : contents,
  }
}

/** Octets that several records name are unpacked once. @throws WireError `sis/bomb` */
function checkFiles(files: readonly SisFile[], { octets, limits, note }: LegacyWay): void {
  const checked = new Set<string>()
  let totalBytes = 0
  for (const { target, contents } of files) {
    const key = JSON.stringify(contents)
    if (contents === undefined || checked.has(key)) continue
    checked.add(key)
    totalBytes += contents.bytes
    if (totalBytes > limits.totalBytesMax) {
      const found = `Unexpected files of ${totalBytes} octets`
      const expected = `expected at most ${limits.totalBytesMax} (totalBytesMax)`
      throw new WireError('sis/bomb', `${found}, ${expected}`, contents.start)
    }
    const problem = tryUnpack(octets, contents, limits)
    if (problem === undefined) continue
    const found = problem.message
    note({ rule: 'file-data', file: target, offset: contents.start, found, blocking: true })
  }
}

function tryUnpack(
  octets: Uint8Array,
  contents: PackedOctets,
  { fileBytesMax }: SisLimits,
): WireError | undefined {
  try {
    unpack(octets, contents, { name: 'fileBytesMax', bytes: fileBytesMax })
    return undefined
  } catch (error) {
    if (!(error instanceof WireError) || error.code === 'sis/bomb') throw error
    return error
  }
}
