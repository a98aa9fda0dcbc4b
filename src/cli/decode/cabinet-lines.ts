/** What an installation cabinet asks of a device and does to it. */
import { columnsOf, count } from '../../report/views/layout.ts'
import { printable } from '../../report/views/printable.ts'
import { architectures } from '../../wire/cab/architectures.table.ts'
import type { ExecutableMember, InstallCab } from '../../wire/cab/install-cab.ts'
import { formatVersion } from '../../wire/cab/install-differences.ts'
import type { RegistryValue } from '../../wire/cab/install-terms.ts'
import { machines } from '../../wire/cab/machines.table.ts'

/** Rows shown of one list. */
const rowsMax = 200

export function installLines(cab: InstallCab): readonly string[] {
  const { manifest, setup, unsupportedPlatforms } = cab
  const files = [
    manifest === undefined ? 'no file .000 (Pocket PC 2003 reads it)' : 'file .000',
    setup === undefined ? 'no _setup.xml (Smartphone needs it)' : '_setup.xml',
  ]
  const facts = [
    ['Application', printable(cab.name ?? 'no name')],
    ['Provider', printable(cab.provider ?? 'told by _setup.xml together with the application')],
    ['Told by', files.join(', ')],
    ['Processor', processorText(cab.architecture)],
    ['System', `${formatVersion(cab.versionMin)} to ${formatVersion(cab.versionMax)}`],
    ['Builds', `${cab.buildMin} to ${buildText(cab.buildMax)}`],
    ['Unsupported', unsupportedPlatforms.length === 0 ? 'none' : listOf(unsupportedPlatforms)],
    ...(setup?.installFolder === undefined ? [] : [['Folder', printable(setup.installFolder)]]),
    ['Setup library', printable(cab.setupDll ?? 'none')],
    ...(setup === undefined || setup.providers.length === 0
      ? []
      : [['Also sets', listOf(setup.providers)]]),
  ]
  const fileRows = cab.files.map(({ member, path }) => [
    printable(member ?? 'missing'),
    printable(path),
  ])
  const linkRows = cab.links.map(({ path, target }) => [printable(path), printable(target)])
  const valueRows = cab.registry.map((value) => [
    printable(value.key),
    value.name === '' ? '(default)' : printable(value.name),
    valueText(value),
  ])
  return [
    ...columnsOf(facts),
    '',
    ...table('Installs', 'file', ['member', 'path'], fileRows),
    ...table('Links', 'link', ['link', 'to'], linkRows),
    ...table('Registry', 'value', ['key', 'name', 'value'], valueRows),
    ...table('Executables', 'member', ['member', 'runs on'], cab.executables.map(machineRow)),
  ]
}

function table(
  title: string,
  noun: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  if (rows.length === 0) return []
  const more = rows.length - rowsMax
  return [
    `${title}: ${count(rows.length, noun)}`,
    ...columnsOf([head, ...rows.slice(0, rowsMax)]),
    ...(more > 0 ? [`… ${more} more`] : []),
    '',
  ]
}

function listOf(texts: readonly string[]): string {
  return texts.slice(0, rowsMax).map(printable).join(', ')
}

function processorText(value: number): string {
  const known = architectures.find((row) => row.value === value)
  return known === undefined ? `${value}, not known` : `${value}, ${known.name}`
}

/** Values of the highest build that tell which screens an application is made for (MSDN, CabWiz `BuildMax`). */
const screens: ReadonlyMap<number, string> = new Map([
  [0xa0000000, 'square screens'],
  [0xc0000000, 'screens that turn'],
  [0xe0000000, 'square screens and screens that turn'],
])

function buildText(value: number): string {
  if (value === 0) return 'any'
  const screen = screens.get(value)
  return screen === undefined ? String(value) : `0x${value.toString(16)}: ${screen}`
}

function machineRow({ member, machine, managed }: ExecutableMember): readonly string[] {
  const known = machines.find(({ value }) => value === machine)?.name ?? 'not known'
  const word = `0x${machine.toString(16).padStart(4, '0')}, ${known}`
  return [printable(member), managed ? `the common language runtime (${word})` : word]
}

const valueCharactersMax = 80

function valueText({ value }: RegistryValue): string {
  if (typeof value === 'number') return String(value)
  return printable(flatten(value).slice(0, valueCharactersMax))
}

function flatten(value: string | readonly string[] | Uint8Array): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex')
  return typeof value === 'string' ? value : value.join(' | ')
}
