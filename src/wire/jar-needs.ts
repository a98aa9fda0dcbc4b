/** What a package needs of a phone beyond MIDP and CLDC: the optional packages that its classes refer to. */
import { WireError } from '../errors.ts'
import { apiPackages } from './api-packages.table.ts'
import type { ApiPackage } from './api-packages.table.ts'
import { readClassHeader } from './classfile.ts'
import { extractEntry, inspectJar } from './jar.ts'
import type { JarEntry, JarInspection } from './jar.ts'

export interface ApiNeed {
  /** Any of them will do. */
  readonly apis: readonly string[]
  readonly title: string
  /** The packages referred to, sorted. */
  readonly packages: readonly string[]
  /** The first class that refers to one, as a path of the archive. */
  readonly entry: string
}

const kept = new WeakMap<JarInspection, readonly ApiNeed[]>()

/**
 * In the order of the table. Classes that cannot be read refer to nothing, and a package that the suite brings along needs
 * no phone to have it. Costs no more than the limits of `inspectJar` let the entries be.
 */
export function needsOf(octets: Uint8Array): readonly ApiNeed[] {
  const jar = inspectJar(octets)
  const known = kept.get(jar)
  if (known !== undefined) return known
  const needs = jar.readable ? collectNeeds(octets, jar) : []
  kept.set(jar, needs)
  return needs
}

/** @param apis those of the phone: JSRs, and packages of vendors */
export function lackingNeeds(
  needs: readonly ApiNeed[],
  apis: readonly string[],
): readonly ApiNeed[] {
  return needs.filter(
    (need) =>
      !need.apis.some((api) => apis.includes(api)) &&
      !need.packages.every((name) => apis.some((api) => isBelow(name, api))),
  )
}

function collectNeeds(octets: Uint8Array, { entries }: JarInspection): readonly ApiNeed[] {
  const classes = entries.filter(({ name }) => name.endsWith('.class'))
  const own = new Set(classes.map(({ name }) => packageOf(name)))
  const found = new Map<ApiPackage, { readonly packages: Set<string>; readonly entry: string }>()
  for (const entry of classes) {
    for (const name of packagesIn(octets, entry)) {
      const row = own.has(name) ? undefined : findRow(name)
      if (row === undefined) continue
      const need = found.get(row) ?? { packages: new Set(), entry: entry.name }
      found.set(row, need)
      need.packages.add(name)
    }
  }
  return apiPackages.flatMap((row: ApiPackage) => {
    const need = found.get(row)
    if (need === undefined) return []
    const { apis, title } = row
    return [{ apis, title, packages: [...need.packages].toSorted(), entry: need.entry }]
  })
}

function packageOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/'))).replaceAll('/', '.')
}

function packagesIn(octets: Uint8Array, entry: JarEntry): readonly string[] {
  try {
    return readClassHeader(extractEntry(octets, entry)).packages
  } catch (error) {
    if (error instanceof WireError) return []
    throw error
  }
}

function findRow(name: string): ApiPackage | undefined {
  const rows: readonly ApiPackage[] = apiPackages
  const fitting = rows.filter(({ prefix }) => isBelow(name, prefix))
  return fitting.toSorted((a, b) => b.prefix.length - a.prefix.length)[0]
}

function isBelow(name: string, prefix: string): boolean {
  return name === prefix || name.startsWith(`${prefix}.`)
}
