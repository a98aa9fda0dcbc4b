/** The six sections of a `.000` file: strings, folders, files, registry hives, registry values, links. */
import { WireError } from '../../errors.ts'
import { toOctetText } from '../octet-text.ts'
import { OctetReader } from '../octets.ts'
import type { CabNote } from './cab-note.ts'
import type { InstalledLink, RegistryValue } from './install-terms.ts'

export interface SectionPlace {
  readonly count: number
  readonly offset: number
}

export interface ManifestFile {
  /** The three digits at the end of the member's name. */
  readonly number: number
  readonly path: string
  readonly flags: number
}

export interface ManifestSections {
  readonly directories: readonly string[]
  readonly files: readonly ManifestFile[]
  readonly registry: readonly RegistryValue[]
  readonly links: readonly InstalledLink[]
  readonly notes: readonly CabNote[]
}

/** Records of one section; an installer takes no more than 998 files (Microsoft KB839561). */
const recordsMax = 4096
/** Of a path that is put together from strings: four times what Windows CE takes (MAX_PATH). */
const pathCharactersMax = 1040

const roots: ReadonlyMap<number, string> = new Map([
  [1, 'HKCR'],
  [2, 'HKCU'],
  [3, 'HKLM'],
  [4, 'HKU'],
])

interface Draft {
  readonly octets: Uint8Array
  readonly member: string
  readonly strings: Map<number, string>
  readonly directories: Map<number, string>
  readonly files: Map<number, string>
  readonly hives: Map<number, string>
  readonly notes: CabNote[]
}

/**
 * @param places of the strings, folders, files, hives, values and links, in this order
 * @throws WireError `cab/manifest` or `wire/out-of-bounds`
 */
export function readSections(
  octets: Uint8Array,
  member: string,
  places: readonly SectionPlace[],
): ManifestSections {
  const maps = { strings: new Map(), directories: new Map(), files: new Map(), hives: new Map() }
  const draft: Draft = { octets, member, ...maps, notes: [] }
  const [strings, directories, files, hives, values, links] = places
  readSection(draft, strings, (reader) => {
    const id = reader.u16le()
    draft.strings.set(id, readText(reader, reader.u16le()))
  })
  readSection(draft, directories, (reader) => {
    const id = reader.u16le()
    draft.directories.set(id, readPath(draft, reader))
  })
  const manifestFiles = readSection(draft, files, (reader) => readFile(draft, reader))
  readSection(draft, hives, (reader) => {
    readHive(draft, reader)
  })
  const registry = readSection(draft, values, (reader) => readValue(draft, reader))
  const installedLinks = readSection(draft, links, (reader) => readLink(draft, reader))
  return {
    directories: [...draft.directories.values()],
    files: manifestFiles,
    registry,
    links: installedLinks,
    notes: draft.notes,
  }
}

function readSection<T>(
  { octets }: Draft,
  place: SectionPlace | undefined,
  read: (reader: OctetReader) => T,
): readonly T[] {
  const { count = 0, offset = 0 } = place ?? {}
  if (count > recordsMax) {
    const found = `Unexpected section of ${count} records`
    const expected = `expected at most ${recordsMax} (recordsMax)`
    throw new WireError('cab/manifest', `${found}, ${expected}`, Math.min(offset, octets.length))
  }
  if (count === 0) return []
  const reader = new OctetReader(octets)
  reader.seek(offset)
  return Array.from({ length: count }, () => read(reader))
}

function readText(reader: OctetReader, bytes: number): string {
  return toOctetText(reader.take(bytes)).split('\0', 1)[0] ?? ''
}

/** Length in octets 2, then numbers of strings, 2 each; a 0 ends them, where there is one. */
function readPath(draft: Draft, reader: OctetReader): string {
  const { offset } = reader
  const list = reader.part(reader.u16le())
  const steps: string[] = []
  let characters = 0
  while (list.remaining >= 2) {
    const id = list.u16le()
    if (id === 0) break
    const step = lookUp(draft, draft.strings, { id, what: 'string', offset }) ?? ''
    characters += step.length + 1
    if (characters > pathCharactersMax) {
      const found = `Unexpected path of over ${pathCharactersMax} characters`
      throw new WireError('cab/manifest', `${found} (pathCharactersMax), expected fewer`, offset)
    }
    steps.push(step)
  }
  return steps.join('\\')
}

function lookUp(
  draft: Draft,
  map: ReadonlyMap<number, string>,
  { id, what, offset }: { readonly id: number; readonly what: string; readonly offset: number },
): string | undefined {
  const known = map.get(id)
  if (known === undefined) {
    const found = `Unexpected number ${id} of a ${what}, expected one that there is`
    draft.notes.push({ rule: 'reference', member: draft.member, offset, found })
  }
  return known
}

/** Number 2 · folder 2 · number again 2 · flags 4 · length of the name 2 · name */
function readFile(draft: Draft, reader: OctetReader): ManifestFile {
  const { offset } = reader
  const number = reader.u16le()
  const folderId = reader.u16le()
  reader.skip(2)
  const flags = reader.u32le()
  const name = readText(reader, reader.u16le())
  const folder = lookUp(draft, draft.directories, { id: folderId, what: 'folder', offset })
  const path = joinPath(folder, name)
  draft.files.set(number, path)
  return { number, path, flags }
}

/** Number 2 · root 2 · 0 2 · path */
function readHive(draft: Draft, reader: OctetReader): void {
  const { offset } = reader
  const number = reader.u16le()
  const id = reader.u16le()
  reader.skip(2)
  const root = lookUp(draft, roots, { id, what: 'registry root', offset })
  draft.hives.set(number, joinPath(root, readPath(draft, reader)))
}

const type = { string: 0, binary: 1, strings: 0x10000, number: 0x10001 } as const

/** Number 2 · hive 2 · whether to replace `%…%` 2 · type and flags 4 · length 2 · name, NUL, value */
function readValue(draft: Draft, reader: OctetReader): RegistryValue {
  const { offset } = reader
  reader.skip(2)
  const id = reader.u16le()
  reader.skip(2)
  const kind = reader.u32le() & type.number
  const part = reader.part(reader.u16le())
  const name = toOctetText(part.untilNul())
  const key = lookUp(draft, draft.hives, { id, what: 'registry hive', offset }) ?? ''
  return { key, name, value: readDatum(part, kind) }
}

function readDatum(part: OctetReader, kind: number): RegistryValue['value'] {
  if (kind === type.number) return part.u32le()
  const octets = part.take(part.remaining)
  if (kind === type.binary) return octets
  const text = toOctetText(octets)
  if (kind === type.string) return text.split('\0', 1)[0] ?? ''
  return text.split('\0').filter((piece) => piece !== '')
}

const fileTarget = 1

/** Number 2 · 0 2 · folder it is put into, 0 or n of `%CEn%` 2 · target 2 · 0 for a folder, 1 for a file 2 · path */
function readLink(draft: Draft, reader: OctetReader): InstalledLink {
  const { offset } = reader
  reader.skip(4)
  const base = reader.u16le()
  const id = reader.u16le()
  const isFile = reader.u16le() === fileTarget
  const path = joinPath(base === 0 ? installFolder : `%CE${base}%`, readPath(draft, reader))
  if (!isFile && id === 0) return { path, target: installFolder }
  const targets = isFile ? draft.files : draft.directories
  const what = isFile ? 'file' : 'folder'
  return { path, target: lookUp(draft, targets, { id, what, offset }) ?? '' }
}

const installFolder = '%InstallDir%'

function joinPath(folder: string | undefined, name: string): string {
  return folder === undefined ? name : `${folder}\\${name}`
}
