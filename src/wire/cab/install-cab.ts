/**
 * A cabinet as the installer of Windows Mobile sees it: the `.000` file that Pocket PC reads, `_setup.xml` that Smartphone
 * needs, what is installed where, and the machines its executables are for.
 */
import { WireError } from '../../errors.ts'
import type { Cabinet } from './cab.ts'
import type { CabinetFile } from './cabinet-header.ts'
import { readCabSignature } from './cab-signature.ts'
import type { CabSignature } from './cab-signature.ts'
import type { CabNote } from './cab-note.ts'
import { readFolderReserve } from './folder-reserve.ts'
import type { FolderReserve } from './folder-reserve.ts'
import { noteDifferences } from './install-differences.ts'
import { readInstallManifest } from './install-manifest.ts'
import type { InstallManifest } from './install-manifest.ts'
import type { InstalledFile, InstalledLink, InstallTerms, RegistryValue } from './install-terms.ts'
import { memberNumber, memberNumbers } from './member-number.ts'
import { readPortableExecutable } from './portable-executable.ts'
import type { PortableExecutable } from './portable-executable.ts'
import { readSetupDocument } from './setup-document.ts'
import type { SetupDocument } from './setup-document.ts'

export interface ExecutableMember extends PortableExecutable {
  readonly member: string
}

/** Terms, files, links and registry values are those of the `.000` file where there is one, else of `_setup.xml`. */
export interface InstallCab extends InstallTerms {
  /** Name and provider together are what an installed application is known by. */
  readonly name: string | undefined
  /** Absent where only `_setup.xml` could tell, which has both in one. */
  readonly provider: string | undefined
  readonly unsupportedPlatforms: readonly string[]
  readonly files: readonly InstalledFile[]
  readonly links: readonly InstalledLink[]
  readonly registry: readonly RegistryValue[]
  /** Member with the setup library, which may refuse the installation. */
  readonly setupDll: string | undefined
  /** Everything in it that has a PE header. */
  readonly executables: readonly ExecutableMember[]
  /** Those that run on one kind of machine only, whatever `architecture` says. */
  readonly nativeMembers: readonly ExecutableMember[]
  readonly manifest: InstallManifest | undefined
  readonly setup: SetupDocument | undefined
  /** What the first folder repeats of it; absent in cabinets of the older kind. */
  readonly reserve: FolderReserve | undefined
  readonly signature: CabSignature
  readonly notes: readonly CabNote[]
}

const setupName = '_setup.xml'

/**
 * @throws WireError `cab/not-an-installer` without `.000` and `_setup.xml`, or what keeps one of them from being read; the
 *   offset is then one into the member
 * @example readInstallCab(readCabinet(octets)).nativeMembers
 */
export function readInstallCab(cabinet: Cabinet): InstallCab {
  const { files } = cabinet
  const manifestFile = files.find(({ name }) => memberNumber(name) === memberNumbers.manifest)
  const setupFile = files.find(({ name }) => name.toLowerCase() === setupName)
  if (manifestFile === undefined && setupFile === undefined) {
    const found = 'Unexpected cabinet without a file .000 and without _setup.xml, expected one'
    throw new WireError('cab/not-an-installer', found, 0)
  }
  const manifest =
    manifestFile === undefined
      ? undefined
      : readInstallManifest(cabinet.contents(manifestFile.name), manifestFile.name)
  const setup =
    setupFile === undefined ? undefined : readSetupDocument(cabinet.contents(setupFile.name))
  const executables = readExecutables(cabinet)
  const reserve = readFolderReserve(cabinet)
  const parts = { cabinet, manifest, setup, reserve }
  return {
    ...readIdentity(manifest, setup),
    ...readInstalled(files, manifest, setup),
    setupDll:
      files.find(({ name }) => memberNumber(name) === memberNumbers.setupDll)?.name ??
      setup?.setupDll,
    executables,
    nativeMembers: executables.filter(({ managed }) => !managed),
    manifest,
    setup,
    reserve,
    signature: readCabSignature(cabinet),
    notes: [...cabinet.notes, ...(manifest?.notes ?? []), ...noteDifferences(parts)],
  }
}

type Identity = InstallTerms & Pick<InstallCab, 'name' | 'provider' | 'unsupportedPlatforms'>

function readIdentity(
  manifest: InstallManifest | undefined,
  setup: SetupDocument | undefined,
): Identity {
  const {
    architecture = 0,
    versionMin,
    versionMax,
    buildMin = 0,
    buildMax = 0,
  } = manifest ?? setup ?? {}
  return {
    name: manifest?.name ?? setup?.appName,
    provider: manifest?.provider,
    unsupportedPlatforms: manifest?.unsupportedPlatforms ?? [],
    architecture,
    versionMin,
    versionMax,
    buildMin,
    buildMax,
  }
}

function readInstalled(
  files: readonly CabinetFile[],
  manifest: InstallManifest | undefined,
  setup: SetupDocument | undefined,
): Pick<InstallCab, 'files' | 'links' | 'registry'> {
  if (manifest !== undefined) {
    const byNumber = new Map(files.map(({ name }) => [memberNumber(name), name]))
    const installed = manifest.files.map(({ number, path }) => ({
      member: byNumber.get(number),
      path,
    }))
    return { files: installed, links: manifest.links, registry: manifest.registry }
  }
  return {
    files: (setup?.files ?? []).map(({ member, path }) => ({
      member: files.find(({ name }) => name.toLowerCase() === member.toLowerCase())?.name,
      path,
    })),
    links: setup?.links ?? [],
    registry: setup?.registry ?? [],
  }
}

function readExecutables(cabinet: Cabinet): readonly ExecutableMember[] {
  return cabinet.files.flatMap(({ name }) => {
    const executable = readPortableExecutable(cabinet.contents(name))
    return executable === undefined ? [] : { member: name, ...executable }
  })
}
