/**
 * A package read the strict way: over the central directory, every entry taken out and its CRC-32 checked. Nothing that
 * a target sends makes `inspectJar` throw or cost more than its limits say.
 */
import { WireError } from '../errors.ts'
import { jarLimits } from './jar-limits.ts'
import { jarProblemRules } from './jar-problem.ts'
import { parseManifest } from './manifest.ts'
import { readZipDirectory } from './zip-directory.ts'
import { locateEntry, unpackEntry, withoutPlace } from './zip-entry.ts'
import { archiveProblem } from './zip-end.ts'
import { layoutProblems } from './zip-layout.ts'
import type { JarLimits } from './jar-limits.ts'
import type { JarProblem } from './jar-problem.ts'
import type { Manifest } from './manifest.ts'
import type { DirectoryEntry, StatedEntry, ZipDirectory } from './zip-directory.ts'

/** An entry as the central directory states it: lengths in octets, `offset` of its local header, `method` 0 or 8. */
export type JarEntry = StatedEntry

export interface JarInspection {
  /** In the order of the central directory, folders included. */
  readonly entries: readonly JarEntry[]
  readonly problems: readonly JarProblem[]
  /** Of `META-INF/MANIFEST.MF`; absent when there is none or it could not be taken out. */
  readonly manifest: Manifest | undefined
  /** No problem is blocking: every entry was taken out and its CRC-32 is right. */
  readonly readable: boolean
}

export const manifestPath = 'META-INF/MANIFEST.MF'

const byIdentity = new WeakMap<Uint8Array, JarInspection>()

interface Recent {
  readonly octets: Uint8Array
  readonly inspection: JarInspection
}

/** Packages asked for lately, the latest first, so that copies of one are read once: comparing is cheaper than hashing. */
let recents: readonly Recent[] = []
const recentsMax = 16
const recentsBytesMax = 4 * 1024 * 1024

/**
 * Reads a package whole. Never throws. With the default limits the result is remembered for these octets, which must not
 * be written to afterwards.
 *
 * @param octets what was received as a package, whatever it is
 * @see JAR file specification; APPNOTE 6.3.10; OTA2 Installation step 3 for what a phone has to find wrong
 */
export function inspectJar(octets: Uint8Array, limits: JarLimits = jarLimits): JarInspection {
  if (limits !== jarLimits || octets.length > limits.jarBytesMax) return inspect(octets, limits)
  const known = byIdentity.get(octets)
  if (known !== undefined) return known
  const copy = recents.find((recent) => Buffer.compare(recent.octets, octets) === 0)
  const recent = copy ?? { octets, inspection: inspect(octets, limits) }
  byIdentity.set(octets, recent.inspection)
  if (recent !== recents[0]) keepFirst(recent)
  return recent.inspection
}

/**
 * The uncompressed octets of one entry.
 *
 * @param entry out of `inspectJar(octets).entries`
 * @throws WireError `jar/<rule>` when it cannot be taken out, e.g. `jar/crc`, `jar/bomb`
 */
export function extractEntry(
  octets: Uint8Array,
  entry: JarEntry,
  limits: JarLimits = jarLimits,
): Uint8Array {
  if (entry.bytes > limits.entryBytesMax) {
    const found = `Unexpected entry of ${entry.bytes} octets`
    const expected = `expected at most ${limits.entryBytesMax} (entryBytesMax)`
    throw new WireError('jar/bomb', `${found}, ${expected}`, entry.offset)
  }
  return unpackEntry(octets, entry)
}

/** Those asked for longest ago make room. */
function keepFirst(first: Recent): void {
  if (first.octets.length > recentsBytesMax) return
  const kept = [first, ...recents.filter((recent) => recent !== first)].slice(0, recentsMax)
  while (bytesOf(kept) > recentsBytesMax) kept.pop()
  recents = kept
}

function bytesOf(kept: readonly Recent[]): number {
  return kept.reduce((sum, { octets }) => sum + octets.length, 0)
}

function inspect(octets: Uint8Array, limits: JarLimits): JarInspection {
  if (octets.length > limits.jarBytesMax) {
    const found = `Unexpected package of ${octets.length} octets`
    const expected = `expected at most ${limits.jarBytesMax} (jarBytesMax)`
    return unreadable([archiveProblem('too-large', 0, `${found}, ${expected}`)])
  }
  const directory = readZipDirectory(octets, limits)
  const located = directory.entries.map((entry) => locateEntry(octets, entry, directory.start))
  const structural = [
    ...directory.problems,
    ...located.flatMap(({ problems }) => problems),
    ...layoutProblems(
      located.flatMap(({ span }) => span ?? []),
      directory,
    ),
  ]
  const contents = readContents(octets, directory, structural)
  const problems = [...structural, ...contents.problems]
  return {
    entries: directory.entries.map(stateEntry),
    problems,
    manifest: contents.manifest,
    readable: !problems.some(({ blocking }) => blocking),
  }
}

function unreadable(problems: readonly JarProblem[]): JarInspection {
  return { entries: [], problems, manifest: undefined, readable: false }
}

function stateEntry(entry: DirectoryEntry): JarEntry {
  const { name, bytes, compressedBytes, crc32, method, offset } = entry
  return { name, bytes, compressedBytes, crc32, method, offset }
}

interface Contents {
  readonly manifest: Manifest | undefined
  readonly problems: readonly JarProblem[]
}

/** Takes every entry out, one at a time and only to check it, unless the structure already says that it may not be tried. */
function readContents(
  octets: Uint8Array,
  directory: ZipDirectory,
  structural: readonly JarProblem[],
): Contents {
  const blocking = structural.filter((problem) => problem.blocking)
  if (blocking.some(({ rule }) => forbidding.has(rule))) return withoutManifest(directory, [])
  const spoiled = new Set(blocking.map(({ entry }) => entry))
  const problems: JarProblem[] = []
  let manifest: Manifest | undefined
  for (const entry of directory.entries) {
    if (spoiled.has(entry.name)) continue
    const unpacked = tryUnpack(octets, entry)
    if (unpacked instanceof Uint8Array) {
      if (entry.name !== manifestPath) continue
      const read = readManifest(unpacked, entry)
      manifest = read.manifest
      problems.push(...read.problems)
    } else problems.push(unpacked)
  }
  return manifest === undefined ? withoutManifest(directory, problems) : { manifest, problems }
}

/** Structures whose entries are not touched: taking them out could cost more than the limits promise. */
const forbidding: ReadonlySet<string> = new Set(['bomb', 'overlap', 'too-many-entries'])

function tryUnpack(octets: Uint8Array, entry: DirectoryEntry): Uint8Array | JarProblem {
  try {
    return unpackEntry(octets, entry)
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    const rule = jarProblemRules.find((name) => error.code === `jar/${name}`) ?? 'truncated'
    return {
      rule,
      entry: entry.name,
      offset: entry.offset,
      found: withoutPlace(error),
      blocking: true,
    }
  }
}

function readManifest(octets: Uint8Array, entry: DirectoryEntry): Contents {
  try {
    return { manifest: parseManifest(octets), problems: [] }
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    const { name, offset } = entry
    const found = withoutPlace(error)
    const problem = { rule: 'manifest', entry: name, offset, found, blocking: true } as const
    return { manifest: undefined, problems: [problem] }
  }
}

/** A manifest that is there but cannot be taken out has its own problem already. */
function withoutManifest(directory: ZipDirectory, problems: readonly JarProblem[]): Contents {
  const names = directory.entries.map(({ name }) => name)
  if (directory.directoryMissing || names.includes(manifestPath)) {
    return { manifest: undefined, problems }
  }
  const similar = names.find((name) => name.toUpperCase() === manifestPath)
  const found = `Unexpected ${similar === undefined ? 'archive without it' : `name ${similar}`}`
  const missing = archiveProblem('no-manifest', 0, `${found}, expected ${manifestPath}`)
  return { manifest: undefined, problems: [...problems, missing] }
}
