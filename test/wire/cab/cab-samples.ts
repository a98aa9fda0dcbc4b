/** Cabinets for tests, small enough to be looked at octet by octet. */
import { writeCabinet } from '../../../src/reference/cab/cabinet-writer.ts'
import { writeExecutable } from '../../../src/reference/cab/executable-writer.ts'
import type { InstallCabSpec } from '../../../src/reference/cab/install-cab-spec.ts'
import { readCabinet } from '../../../src/wire/cab/cab.ts'

export const text = (words: string) => new TextEncoder().encode(words)

/** Words without an end that repeat, but not all at one distance. */
export function prose(bytes: number): Uint8Array {
  const octets = new Uint8Array(bytes)
  let state = 7
  for (let at = 0; at < bytes; at += 1) {
    state = (state * 1_103_515_245 + 12_345) % 0x8000_0000
    octets[at] = 0x61 + ((state >> 16) % (1 + (at % 11)))
  }
  return octets
}

/** 70,000 octets make three blocks, of which two refer into the one before. */
export const smallCabinet = writeCabinet({
  setId: 0x1234,
  folders: [
    {
      compression: 'stored',
      members: [
        { name: 'a.txt', octets: text('stored as it is'), modified: '2009-05-14T15:07:58' },
        { name: 'empty', octets: new Uint8Array(0) },
      ],
    },
    { compression: 'mszip', members: [{ name: 'prose.txt', octets: prose(70_000) }] },
  ],
})

export const demo: InstallCabSpec = {
  name: 'Demo',
  provider: 'Acme',
  architecture: 2577,
  versionMin: '4.20',
  versionMax: '6.99',
  buildMax: 0xe0000000,
  unsupportedPlatforms: ['HPC', 'JUPITER'],
  installFolder: String.raw`%CE1%\Demo`,
  files: [
    { name: 'Demo.exe', octets: writeExecutable({ machine: 0x1c0 }) },
    {
      name: 'DemoResources.dll',
      octets: writeExecutable({ machine: 0x14c, managed: true }),
      folder: '%CE2%',
    },
  ],
  setupDll: writeExecutable({ machine: 0x166 }),
  links: [{ name: 'Demo.lnk', base: 11, to: 'Demo.exe' }],
  registry: [
    { root: 'HKLM', key: String.raw`Software\Acme`, name: 'Level', value: 7 },
    { root: 'HKLM', key: String.raw`Software\Acme`, name: '', value: 'x' },
  ],
  withSetup: true,
  compression: 'stored',
}

/** The same with no block's checksum stated, so that what is changed in its data is not found out by it. */
export function withoutChecksums(cabinet: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(cabinet)
  for (const { blocks } of readCabinet(cabinet).folders) {
    for (const { offset } of blocks) changed.fill(0, offset, offset + 4)
  }
  return changed
}

/** Octets with others put in their place. */
export function patch(octets: Uint8Array, at: number, ...values: readonly number[]): Uint8Array {
  const changed = Uint8Array.from(octets)
  changed.set(values, at)
  return changed
}
