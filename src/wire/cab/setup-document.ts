/**
 * `_setup.xml`, a `wap-provisioningdoc` that the configuration manager of Windows Mobile carries out (MSDN, _setup.xml:
 * Install, FileOperation and Registry configuration service providers).
 */
import { WireError } from '../../errors.ts'
import { attributeOf, childrenNamed, parseMarkup } from '../markup.ts'
import type { ReadElement } from '../markup.ts'
import type { InstallTerms, InstalledLink, OsVersion, RegistryValue } from './install-terms.ts'

export interface SetupDocument extends InstallTerms {
  /** `<provider> <name>`, which cannot be told apart here. */
  readonly appName: string | undefined
  readonly installFolder: string | undefined
  /** What the document says there is; absent where it says nothing. */
  readonly counts: {
    readonly directories: number | undefined
    readonly files: number | undefined
    readonly links: number | undefined
  }
  readonly directories: readonly string[]
  readonly files: readonly { readonly member: string; readonly path: string }[]
  readonly links: readonly InstalledLink[]
  readonly registry: readonly RegistryValue[]
  /** Member that is the setup library. */
  readonly setupDll: string | undefined
  /** Types of the other configuration service providers that it addresses, e.g. `BrowserFavorite`. */
  readonly providers: readonly string[]
}

const rootName = 'wap-provisioningdoc'

/** @throws WireError `cab/setup` or `wire/markup-…` with an offset into the document */
export function readSetupDocument(octets: Uint8Array): SetupDocument {
  const { root } = parseMarkup(octets)
  if (root.name !== rootName) {
    const found = `Unexpected <${root.name}>, expected <${rootName}>`
    throw new WireError('cab/setup', found, root.offset)
  }
  const parts = childrenNamed(root, 'characteristic')
  const install = named(parts, 'install')
  const operations = named(parts, 'fileoperation').map(readOperations)
  return {
    ...readTerms(install),
    appName: parm(install, 'AppName'),
    installFolder: parm(install, 'InstallDir'),
    counts: {
      directories: numberOf(parm(install, 'NumDirs')),
      files: numberOf(parm(install, 'NumFiles')),
      links: numberOf(parm(install, 'NumShortcuts')),
    },
    directories: operations.flatMap(({ directories }) => directories),
    files: operations.flatMap(({ files }) => files),
    links: operations.flatMap(({ links }) => links),
    registry: named(parts, 'registry').flatMap((part) => readRegistry(part, '')),
    setupDll: parm(install, 'SetupDLL'),
    providers: parts.map(typeOf).filter((type) => !ours.has(type.toLowerCase())),
  }
}

const ours: ReadonlySet<string> = new Set(['install', 'fileoperation', 'registry'])

function typeOf(element: ReadElement): string {
  return attributeOf(element, 'type') ?? ''
}

function named(elements: readonly ReadElement[], type: string): readonly ReadElement[] {
  return elements.filter((element) => typeOf(element).toLowerCase() === type)
}

/** Value of the first parameter of this name, in any case of letters. */
function parm(elements: readonly ReadElement[], name: string): string | undefined {
  const found = elements
    .flatMap((element) => childrenNamed(element, 'parm'))
    .find((element) => attributeOf(element, 'name')?.toLowerCase() === name.toLowerCase())
  return found === undefined ? undefined : attributeOf(found, 'value')
}

function readTerms(install: readonly ReadElement[]): InstallTerms {
  return {
    architecture: numberOf(parm(install, 'ProcessorType')) ?? 0,
    versionMin: versionOf(parm(install, 'OSVersionMin')),
    versionMax: versionOf(parm(install, 'OSVersionMax')),
    buildMin: unsigned(numberOf(parm(install, 'BuildNumberMin'))),
    buildMax: unsigned(numberOf(parm(install, 'BuildNumberMax'))),
  }
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*-?\d{1,10}\s*$/.test(text) ? Number(text) : undefined
}

/** 0xE0000000 is written as -536870912. */
function unsigned(value = 0): number {
  return value >>> 0
}

function versionOf(text: string | undefined): OsVersion | undefined {
  const [, major, minor] = /^\s*(\d{1,10})(?:\.(\d{1,10}))?/.exec(text ?? '') ?? []
  if (major === undefined) return undefined
  const version = { major: Number(major), minor: Number(minor ?? '0') }
  return version.major === 0 && version.minor === 0 ? undefined : version
}

interface Operations {
  readonly directories: readonly string[]
  readonly files: readonly { readonly member: string; readonly path: string }[]
  readonly links: readonly InstalledLink[]
}

/** Folders hold folders, files and `MakeDir`; a file says by `Extract` or `Shortcut` what it is made of. */
function readOperations(part: ReadElement): Operations {
  const directories: string[] = []
  const files: { readonly member: string; readonly path: string }[] = []
  const links: InstalledLink[] = []
  const visit = (element: ReadElement, folder: string | undefined) => {
    for (const child of childrenNamed(element, 'characteristic')) {
      const type = typeOf(child)
      const operation = type.toLowerCase()
      const source = parm([child], 'Source')
      if (operation === 'makedir' && folder !== undefined) directories.push(folder)
      else if (operation === 'extract' && folder !== undefined && source !== undefined) {
        files.push({ member: source, path: folder })
      } else if (operation === 'shortcut' && folder !== undefined && source !== undefined) {
        links.push({ path: folder, target: source })
      } else visit(child, folder === undefined ? type : `${folder}\\${type}`)
    }
  }
  visit(part, undefined)
  return { directories, files, links }
}

function readRegistry(element: ReadElement, key: string): readonly RegistryValue[] {
  const values = childrenNamed(element, 'parm').map((value) => ({
    key,
    name: attributeOf(value, 'name') ?? '',
    value: attributeOf(value, 'value') ?? '',
  }))
  const below = childrenNamed(element, 'characteristic').flatMap((child) =>
    readRegistry(child, key === '' ? typeOf(child) : `${key}\\${typeOf(child)}`),
  )
  return [...values, ...below]
}
