/**
 * The `.000` file of an installation cabinet, which Pocket PC reads: a header of 100 octets, then texts and six sections
 * at the offsets it gives (libmspack, `wince_cab_format`). All numbers are little-endian.
 */
import { WireError } from '../../errors.ts'
import { toOctetText } from '../octet-text.ts'
import { OctetReader } from '../octets.ts'
import type { CabNote } from './cab-note.ts'
import type { InstallTerms, OsVersion } from './install-terms.ts'
import { readSections } from './manifest-sections.ts'
import type { ManifestSections, SectionPlace } from './manifest-sections.ts'

export interface InstallManifest extends InstallTerms, Omit<ManifestSections, 'notes'> {
  readonly name: string
  readonly provider: string
  /** Platform strings, e.g. `HPC`; a device that is one of them warns. */
  readonly unsupportedPlatforms: readonly string[]
  readonly notes: readonly CabNote[]
}

const signature = 0x4543534d
/** Bounds what a hostile file costs; the largest at hand has 4 KB. */
const manifestBytesMax = 1024 * 1024

/**
 * Signature `MSCE` · 0 4 · length 4 · 0 4 · 1 4 · processor 4 · lowest version 4 and 4 · highest 4 and 4 · lowest build 4 ·
 * highest 4 · six counts 2 · six offsets 4 · name, provider and unsupported platforms, each: offset 2 and length 2 · 0 4
 *
 * @param member its name, for notes
 * @throws WireError `cab/manifest` or `wire/out-of-bounds` with an offset into the `.000` file
 */
export function readInstallManifest(octets: Uint8Array, member: string): InstallManifest {
  if (octets.length > manifestBytesMax) {
    const found = `Unexpected file .000 of ${octets.length} octets`
    const expected = `expected at most ${manifestBytesMax} (manifestBytesMax)`
    throw new WireError('cab/manifest', `${found}, ${expected}`, 0)
  }
  const reader = new OctetReader(octets)
  if (reader.u32le() !== signature) {
    throw new WireError('cab/manifest', 'Unexpected octets, expected MSCE', 0)
  }
  reader.skip(4)
  const length = reader.u32le()
  reader.skip(8)
  const architecture = reader.u32le()
  const versionMin = readVersion(reader)
  const versionMax = readVersion(reader)
  const terms = { architecture, versionMin, versionMax }
  const builds = { buildMin: reader.u32le(), buildMax: reader.u32le() }
  const counts = Array.from({ length: 6 }, () => reader.u16le())
  const offsets = Array.from({ length: 6 }, () => reader.u32le())
  const [name, provider, platforms] = [readText(reader), readText(reader), readText(reader)]
  const sections = readSections(octets, member, placesOf(counts, offsets))
  return {
    ...terms,
    ...builds,
    name: untilNul(name),
    provider: untilNul(provider),
    unsupportedPlatforms: platforms.split('\0').filter((platform) => platform !== ''),
    ...sections,
    notes: [...lengthNotes(octets, member, length), ...sections.notes],
  }

  function readText(place: OctetReader): string {
    const offset = place.u16le()
    const bytes = place.u16le()
    const part = new OctetReader(octets)
    part.seek(offset)
    return toOctetText(part.take(bytes))
  }
}

/** 0.0 is no bound. */
function readVersion(reader: OctetReader): OsVersion | undefined {
  const major = reader.u32le()
  const minor = reader.u32le()
  return major === 0 && minor === 0 ? undefined : { major, minor }
}

function untilNul(text: string): string {
  return text.split('\0', 1)[0] ?? text
}

function placesOf(counts: readonly number[], offsets: readonly number[]): readonly SectionPlace[] {
  return counts.map((count, index) => ({ count, offset: offsets[index] ?? 0 }))
}

function lengthNotes(octets: Uint8Array, member: string, length: number): readonly CabNote[] {
  if (length === octets.length) return []
  const found = `Unexpected length ${length} in the file .000, expected ${octets.length}`
  return [{ rule: 'manifest-differs', member, offset: 8, found }]
}
