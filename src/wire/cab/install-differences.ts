/** Where the parts of an installation cabinet do not say the same: cabinet, `.000` file, `_setup.xml`, folder's octets. */
import type { Cabinet } from './cab.ts'
import type { CabNote } from './cab-note.ts'
import type { FolderReserve } from './folder-reserve.ts'
import type { InstallManifest } from './install-manifest.ts'
import { memberNumber, memberNumbers } from './member-number.ts'
import type { InstallTerms, OsVersion } from './install-terms.ts'
import type { SetupDocument } from './setup-document.ts'

interface Parts {
  readonly cabinet: Cabinet
  readonly manifest: InstallManifest | undefined
  readonly setup: SetupDocument | undefined
  readonly reserve: FolderReserve | undefined
}

export function noteDifferences(parts: Parts): readonly CabNote[] {
  const { manifest, setup, reserve } = parts
  return [
    ...memberNotes(parts),
    ...(setup === undefined ? [] : countNotes(setup, manifest)),
    ...(setup === undefined || manifest === undefined ? [] : setupNotes(setup, manifest)),
    ...(reserve === undefined || manifest === undefined ? [] : reserveNotes(reserve, manifest)),
  ]
}

function memberNotes({ cabinet, manifest, setup }: Parts): readonly CabNote[] {
  const names = cabinet.files.map(({ name }) => name)
  const numbers = new Set(names.map(memberNumber))
  const lower = new Set(names.map((name) => name.toLowerCase()))
  const listed = new Set(manifest?.files.map(({ number }) => number))
  const sources = new Set(setup?.files.map(({ member }) => member.toLowerCase()))
  const missing = [
    ...(manifest?.files ?? [])
      .filter(({ number }) => !numbers.has(number))
      .map(({ number, path }) => ({ what: `member ${number} for ${path}`, by: 'the file .000' })),
    ...(setup?.files ?? [])
      .filter(({ member }) => !lower.has(member.toLowerCase()))
      .map(({ member, path }) => ({ what: `member ${member} for ${path}`, by: '_setup.xml' })),
  ]
  const unused = names.filter((name) => {
    const number = memberNumber(name)
    if (
      number === memberNumbers.manifest ||
      number === memberNumbers.setupDll ||
      name.toLowerCase() === '_setup.xml'
    )
      return false
    const inManifest = number !== undefined && listed.has(number)
    return !inManifest && !sources.has(name.toLowerCase())
  })
  return [
    ...missing.map(({ what, by }) => ({
      rule: 'member-missing' as const,
      member: undefined,
      offset: 0,
      found: `Unexpected absence of ${what}, expected it as ${by} says`,
    })),
    ...unused.map((member) => ({
      rule: 'member-unused' as const,
      member,
      offset: 0,
      found: 'Unexpected member, expected only those that are installed',
    })),
  ]
}

function countNotes(
  { counts, files, links }: SetupDocument,
  manifest: InstallManifest | undefined,
): readonly CabNote[] {
  const pairs = [
    { what: 'NumDirs', stated: counts.directories, found: manifest?.directories.length },
    { what: 'NumFiles', stated: counts.files, found: files.length },
    { what: 'NumShortcuts', stated: counts.links, found: links.length },
  ]
  return pairs
    .filter(({ stated, found }) => stated !== undefined && found !== undefined && stated !== found)
    .map(({ what, stated, found }) => setupNote(`${what} ${String(stated)}`, String(found)))
}

function setupNotes(setup: SetupDocument, manifest: InstallManifest): readonly CabNote[] {
  const names = `${manifest.provider} ${manifest.name}`
  const pairs = [
    ...termPairs(setup, manifest),
    { what: 'AppName', setup: setup.appName ?? 'none', manifest: names.slice(0, appNameMax) },
    {
      what: 'count of files',
      setup: String(setup.files.length),
      manifest: countOf(manifest.files),
    },
  ]
  return pairs
    .filter((pair) => pair.setup !== pair.manifest)
    .map((pair) => setupNote(`${pair.what} ${pair.setup}`, `${pair.manifest} as in the file .000`))
}

/** Of the name in `_setup.xml`. */
const appNameMax = 70

function countOf(list: readonly unknown[]): string {
  return String(list.length)
}

function termPairs(setup: InstallTerms, manifest: InstallTerms) {
  return [
    { what: 'ProcessorType', of: (terms: InstallTerms) => String(terms.architecture) },
    { what: 'OSVersionMin', of: (terms: InstallTerms) => formatVersion(terms.versionMin) },
    { what: 'OSVersionMax', of: (terms: InstallTerms) => formatVersion(terms.versionMax) },
    { what: 'BuildNumberMin', of: (terms: InstallTerms) => String(terms.buildMin) },
    { what: 'BuildNumberMax', of: (terms: InstallTerms) => String(terms.buildMax) },
  ].map(({ what, of }) => ({ what, setup: of(setup), manifest: of(manifest) }))
}

/** `4.20`, or `none` where there is no bound. */
export function formatVersion(version: OsVersion | undefined): string {
  return version === undefined ? 'none' : `${version.major}.${version.minor}`
}

function setupNote(found: string, expected: string): CabNote {
  const sentence = `Unexpected ${found} in _setup.xml, expected ${expected}`
  return { rule: 'setup-differs', member: '_setup.xml', offset: 0, found: sentence }
}

function reserveNotes(reserve: FolderReserve, manifest: InstallManifest): readonly CabNote[] {
  const pairs = [
    { what: 'processor', here: String(reserve.architecture), there: String(manifest.architecture) },
    { what: 'name', here: reserve.name, there: manifest.name },
    { what: 'provider', here: reserve.provider, there: manifest.provider },
  ]
  return pairs
    .filter(({ here, there }) => here !== there)
    .map(({ what, here, there }) => ({
      rule: 'reserve-differs' as const,
      member: undefined,
      offset: 0,
      found: `Unexpected ${what} ${here} in the first folder, expected ${there} as in the file .000`,
    }))
}
