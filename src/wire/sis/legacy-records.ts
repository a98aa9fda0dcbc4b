/** Lines of a legacy package: files, choices and conditions (SIS File Format 1.19, File Records). */
import { WireError } from '../../errors.ts'
import type { OctetReader } from '../octets.ts'
import { readLegacyCondition } from './legacy-condition.ts'
import type { LegacyCondition } from './legacy-condition.ts'
import type { LegacyReading } from './legacy-reading.ts'
import type { SisFileUse } from './sis-file.ts'

/** Octets of one file, of which a file in several languages has one each. */
export interface LegacyOctets {
  readonly start: number
  readonly packedBytes: number
  /** Without compression. */
  readonly bytes: number
}

export interface LegacyFileRecord {
  readonly kind: 'file'
  readonly does: SisFileUse | undefined
  /** How a text is shown, when a program runs, or the UID of a package within this one. */
  readonly details: number
  /** On the machine that made the package. */
  readonly source: string
  readonly target: string
  readonly mediaType: string | undefined
  readonly versions: readonly LegacyOctets[]
}

export type LegacyRecord =
  | LegacyFileRecord
  /** What the user may choose, each in every language. */
  | { readonly kind: 'options'; readonly options: readonly (readonly string[])[] }
  | { readonly kind: 'if' | 'else-if'; readonly condition: LegacyCondition }
  | { readonly kind: 'else' | 'end-if' }

const uses = ['install', 'text', 'package', 'run', 'later', 'open'] as const satisfies SisFileUse[]

/** What of a package's header says how its records are written. */
export interface RecordForm {
  readonly languages: number
  /** Records of EPOC release 6 have lengths without compression, and media types. */
  readonly er6: boolean
}

/** @returns in the order of installation, which is the reverse of theirs */
export function readLegacyRecords(
  reader: OctetReader,
  count: number,
  { reading, form }: { readonly reading: LegacyReading; readonly form: RecordForm },
): readonly LegacyRecord[] {
  const records: LegacyRecord[] = []
  for (let index = 0; index < count; index += 1) {
    const start = reader.offset
    reading.count(start)
    const record = readRecord(reader, reading, form)
    reading.tell(start, reader.offset, `Record: ${nameOf(record)}`)
    records.push(record)
  }
  return records.toReversed()
}

function nameOf(record: LegacyRecord): string {
  if (record.kind !== 'file') return record.kind
  return `${record.does ?? 'file'} ${record.target === '' ? record.source : record.target}`
}

function readRecord(reader: OctetReader, reading: LegacyReading, form: RecordForm): LegacyRecord {
  const { offset } = reader
  const type = reader.u32le()
  switch (type) {
    case 0:
      return readFile(reader, reading, { ...form, languages: 1 })
    case 1:
      return readFile(reader, reading, form)
    case 2:
      return readOptions(reader, reading, form)
    case 3:
    case 4: {
      const part = reader.part(reader.u32le())
      return { kind: type === 3 ? 'if' : 'else-if', condition: readLegacyCondition(part, reading) }
    }
    case 5:
      return { kind: 'else' }
    case 6:
      return { kind: 'end-if' }
    default:
      throw new WireError('sis/record', `Unexpected record ${type}, expected one of 0 to 6`, offset)
  }
}

/** Type · details · source · target · lengths · offsets · lengths without compression and media type, of ER6 */
function readFile(
  reader: OctetReader,
  reading: LegacyReading,
  { languages, er6 }: RecordForm,
): LegacyFileRecord {
  const does: SisFileUse | undefined = uses[reader.u32le()]
  const details = reader.u32le()
  const source = readText(reader, reading, 'Source')
  const target = readText(reader, reading, 'Target')
  const lengths = reading.numbers(reader, languages)
  const starts = reading.numbers(reader, languages)
  const originals = er6 ? reading.numbers(reader, languages) : lengths
  const mediaType = er6 ? readText(reader, reading, 'Media type') : ''
  return {
    kind: 'file',
    does,
    details,
    source,
    target,
    mediaType: mediaType === '' ? undefined : mediaType,
    versions: lengths.map((packedBytes, index) => ({
      start: starts[index] ?? 0,
      packedBytes,
      bytes: originals[index] ?? packedBytes,
    })),
  }
}

function readText(reader: OctetReader, reading: LegacyReading, meaning: string): string {
  const bytes = reader.u32le()
  return reading.text(reader.u32le(), bytes, meaning)
}

const chosenBytes = 16

/** Number · names of each in every language · a bit for each that is chosen, of up to 128 */
function readOptions(
  reader: OctetReader,
  reading: LegacyReading,
  { languages }: RecordForm,
): LegacyRecord {
  const count = reader.u32le()
  const options: (readonly string[])[] = []
  for (let index = 0; index < count; index += 1) {
    reading.count(reader.offset)
    options.push(reading.texts(reader, languages, 'Choice'))
  }
  reader.skip(chosenBytes)
  return { kind: 'options', options }
}
