/**
 * Real installation cabinets against what cabextract and gcab make of them. The files are not part of the repository: where
 * they or the programs are absent the test says so and is skipped.
 */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { readCabinet } from '../../src/wire/cab/cab.ts'
import { readInstallCab } from '../../src/wire/cab/install-cab.ts'
import { CabFolder, hasCabPrograms } from '../wire/cab/cab-programs.ts'

interface Row {
  readonly path: string
  readonly bytes: number
  readonly files: readonly string[]
  readonly has_setup_xml: boolean
  readonly has_000: boolean
  readonly arch: number
  readonly appName?: string
  readonly numFiles?: string
}

const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url))
const isThere = existsSync(`${corpus}packages.json`)
const { cab: rows }: { readonly cab: readonly Row[] } = isThere
  ? JSON.parse(readFileSync(`${corpus}packages.json`, 'utf8'))
  : { cab: [] }
const octetsOf = ({ path }: Row) => new Uint8Array(readFileSync(`${corpus}${path}`))

const without = isThere ? '' : ' (skipped: no corpus here)'
const alone = hasCabPrograms ? without : ' (skipped: no cabextract and gcab here)'
for (const why of new Set([without, alone])) {
  if (why !== '') process.stderr.write(`test/corpus/cab.test.ts${why}\n`)
}

describe.skipIf(!isThere)(`real cabinets${without}`, () => {
  test('are there', () => {
    expect(rows.length).toBe(5)
  })

  test.each(rows)('$path reads to the facts known of it', (row) => {
    const octets = octetsOf(row)
    const cab = readInstallCab(readCabinet(octets))
    expect({
      bytes: octets.length,
      files: readCabinet(octets).files.map(({ name }) => name),
      has_setup_xml: cab.setup !== undefined,
      has_000: cab.manifest !== undefined,
      arch: cab.architecture,
      appName: cab.setup?.appName,
      numFiles: cab.setup?.counts.files?.toString(),
    }).toEqual({
      bytes: row.bytes,
      files: row.files,
      has_setup_xml: row.has_setup_xml,
      has_000: row.has_000,
      arch: row.arch,
      appName: row.appName,
      numFiles: row.numFiles,
    })
  })

  test.each(rows)('$path has nothing odd about it, and its parts agree', (row) => {
    expect(readInstallCab(readCabinet(octetsOf(row))).notes).toEqual([])
  })

  test.each([
    {
      start: 'f1179afc',
      name: 'BenchmarkDotNet',
      provider: 'My Company',
      from: [3, 0],
      to: [4, 99],
    },
    { start: 'ae1b96ef', name: 'AXPack', provider: 'NSB', from: [4, 0], to: [100, 0] },
    { start: '291dbc88', name: 'MSCE Controls', provider: 'NSB', from: [4, 0], to: [100, 0] },
    { start: '89427345', name: 'MSCE Controls', provider: 'NSB', from: [4, 0], to: [100, 0] },
    { start: '002aa6e1', name: 'MSCE Controls', provider: 'NSB', from: [4, 2], to: [100, 0] },
  ])('$start is $name of $provider', ({ start, name, provider, from, to }) => {
    const [row] = rows.filter(({ path }) => path.startsWith(`cab/${start}`))
    const cab = row === undefined ? undefined : readInstallCab(readCabinet(octetsOf(row)))
    expect([cab?.name, cab?.provider]).toEqual([name, provider])
    expect(Object.values(cab?.versionMin ?? {})).toEqual(from)
    expect(Object.values(cab?.versionMax ?? {})).toEqual(to)
  })

  /** Two for any processor or for one, whose members run on one kind of machine; `file` says so of each member. */
  test.each([
    { start: 'f1179afc', architecture: 0, native: { 0x1c0: 2 }, managed: 1 },
    { start: 'ae1b96ef', architecture: 2336, native: { 0x1c0: 3 }, managed: 0 },
    { start: '291dbc88', architecture: 2577, native: { 0x1c0: 13 }, managed: 0 },
    { start: '89427345', architecture: 4000, native: { 0x166: 12 }, managed: 0 },
    { start: '002aa6e1', architecture: 2577, native: { 0x1c0: 13 }, managed: 0 },
  ])('$start for processor $architecture holds what runs on $native', (known) => {
    const [row] = rows.filter(({ path }) => path.startsWith(`cab/${known.start}`))
    const cab = row === undefined ? undefined : readInstallCab(readCabinet(octetsOf(row)))
    const native = new Map<number, number>()
    for (const { machine } of cab?.nativeMembers ?? []) {
      native.set(machine, (native.get(machine) ?? 0) + 1)
    }
    expect({
      start: known.start,
      architecture: cab?.architecture,
      native: Object.fromEntries(native),
      managed: cab?.executables.filter(({ managed }) => managed).length,
    }).toEqual(known)
  })
})

describe.skipIf(!isThere || !hasCabPrograms)(`real cabinets under cabextract${alone}`, () => {
  const folder = new CabFolder()
  afterAll(() => {
    folder.remove()
  })

  test.each(rows)('$path has the names, lengths, dates and contents that it finds', (row) => {
    const octets = octetsOf(row)
    const cabinet = readCabinet(octets)
    const names = cabinet.files.map(({ name }) => name)
    expect(folder.list(octets)).toEqual(
      cabinet.files.map(({ name, bytes, modified }) => ({ name, bytes, modified })),
    )
    expect(folder.names(octets)).toEqual(names)
    const theirs = folder.extract(octets, names)
    const differing = names.filter((name) => {
      const found = theirs.get(name)
      return found === undefined || Buffer.compare(found, cabinet.contents(name)) !== 0
    })
    expect(differing).toEqual([])
  })
})
