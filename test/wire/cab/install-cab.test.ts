import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeCabinet } from '../../../src/reference/cab/cabinet-writer.ts'
import { writeExecutable } from '../../../src/reference/cab/executable-writer.ts'
import { writeInstallCab } from '../../../src/reference/cab/install-cab-writer.ts'
import { readCabinet } from '../../../src/wire/cab/cab.ts'
import { cabNoteRules } from '../../../src/wire/cab/cab-note.ts'
import { readInstallCab } from '../../../src/wire/cab/install-cab.ts'
import { attempt } from '../attempt.ts'
import { mutationsOf } from '../mutations.ts'
import { demo, patch, text, withoutChecksums } from './cab-samples.ts'

const read = (octets: Uint8Array) => readInstallCab(readCabinet(octets))

/** What a device that reads either of the two files decides on. */
const terms = {
  architecture: 2577,
  versionMin: { major: 4, minor: 20 },
  versionMax: { major: 6, minor: 99 },
  buildMin: 0,
  buildMax: 0xe0000000,
}

const arm = { machine: 0x1c0, subsystem: 9, managed: false }
const mips = { machine: 0x166, subsystem: 9, managed: false }
const managed = { machine: 0x14c, subsystem: 9, managed: true }

describe('an installation cabinet', () => {
  test.each(['stored', 'mszip'] as const)('tells all that a device decides on: %s', (packing) => {
    const { manifest, setup, ...cab } = read(writeInstallCab({ ...demo, compression: packing }))
    expect(cab).toEqual({
      ...terms,
      name: 'Demo',
      provider: 'Acme',
      unsupportedPlatforms: ['HPC', 'JUPITER'],
      files: [
        { member: '0000Demo.001', path: String.raw`%CE1%\Demo\Demo.exe` },
        { member: 'DEMORE~1.002', path: String.raw`%CE2%\DemoResources.dll` },
      ],
      links: [{ path: String.raw`%CE11%\Demo.lnk`, target: String.raw`%CE1%\Demo\Demo.exe` }],
      registry: [
        { key: String.raw`HKLM\Software\Acme`, name: 'Level', value: 7 },
        { key: String.raw`HKLM\Software\Acme`, name: '', value: 'x' },
      ],
      setupDll: '000setup.999',
      executables: [
        { member: '000setup.999', ...mips },
        { member: 'DEMORE~1.002', ...managed },
        { member: '0000Demo.001', ...arm },
      ],
      nativeMembers: [
        { member: '000setup.999', ...mips },
        { member: '0000Demo.001', ...arm },
      ],
      reserve: { architecture: 2577, name: 'Demo', provider: 'Acme' },
      signature: { verdict: 'unsigned' },
      notes: [],
    })
    expect(manifest).toMatchObject(terms)
    expect(setup).toMatchObject({ ...terms, appName: 'Acme Demo' })
  })

  test('of the older kind has neither _setup.xml nor octets in its folder', () => {
    const { setup, reserve, name, provider, notes } = read(
      writeInstallCab({ ...demo, withSetup: false }),
    )
    expect({ setup, reserve, name, provider, notes }).toEqual({
      setup: undefined,
      reserve: undefined,
      name: 'Demo',
      provider: 'Acme',
      notes: [],
    })
  })

  test('for any processor may hold a member that runs on one kind of machine only', () => {
    const { architecture, nativeMembers } = read(
      writeInstallCab({ ...demo, architecture: 0, setupDll: writeExecutable({ machine: 0x1a2 }) }),
    )
    expect(architecture).toBe(0)
    expect(nativeMembers.map(({ member, machine }) => [member, machine])).toEqual([
      ['000setup.999', 0x1a2],
      ['0000Demo.001', 0x1c0],
    ])
  })

  test('with _setup.xml alone is told by that', () => {
    const document = `<wap-provisioningdoc>
      <characteristic type="Install">
        <parm name="AppName" value="Acme Demo"/><parm name="ProcessorType" value="2336"/>
        <parm name="SetupDLL" value="setup.999"/>
      </characteristic>
      <characteristic type="FileOperation"><characteristic type="%CE1%">
        <characteristic type="Demo.exe">
          <characteristic type="Extract"><parm name="Source" value="DEMO.001"/></characteristic>
        </characteristic>
      </characteristic></characteristic>
    </wap-provisioningdoc>`
    const members = [
      { name: 'demo.001', octets: writeExecutable({ machine: 0x1c2 }) },
      { name: '_setup.xml', octets: text(document) },
    ]
    const { setup, ...cab } = read(writeCabinet({ folders: [{ compression: 'stored', members }] }))
    expect(setup?.counts).toEqual({ directories: undefined, files: undefined, links: undefined })
    expect(cab).toEqual({
      name: 'Acme Demo',
      provider: undefined,
      unsupportedPlatforms: [],
      architecture: 2336,
      versionMin: undefined,
      versionMax: undefined,
      buildMin: 0,
      buildMax: 0,
      files: [{ member: 'demo.001', path: String.raw`%CE1%\Demo.exe` }],
      links: [],
      registry: [],
      setupDll: 'setup.999',
      executables: [{ member: 'demo.001', machine: 0x1c2, subsystem: 9, managed: false }],
      nativeMembers: [{ member: 'demo.001', machine: 0x1c2, subsystem: 9, managed: false }],
      manifest: undefined,
      reserve: undefined,
      signature: { verdict: 'unsigned' },
      notes: [],
    })
  })
})

describe('what an installation cabinet does not say twice in the same way', () => {
  const notes = (octets: Uint8Array) => read(octets).notes.map(({ rule, found }) => [rule, found])
  const good = writeInstallCab(demo)
  const unsummed = withoutChecksums(good)

  /** The same cabinet with other words in `_setup.xml`, of the same length. */
  function reword(before: string, after: string): Uint8Array {
    const changed = Buffer.from(unsummed)
    changed.write(after, changed.indexOf(before), 'latin1')
    return Uint8Array.from(changed)
  }
  const noChecksum = ['no-checksum', 'Unexpected block without a checksum, expected one in each']

  test.each([
    ['value="2577"', 'value="2336"', 'ProcessorType 2336', '2577 as in the file .000'],
    ['value="4.20"', 'value="4.21"', 'OSVersionMin 4.21', '4.20 as in the file .000'],
    ['value="6.99"', 'value="6.98"', 'OSVersionMax 6.98', '6.99 as in the file .000'],
    ['-536870912', '-536870911', 'BuildNumberMax 3758096385', '3758096384 as in the file .000'],
    ['Acme Demo', 'Acme Deno', 'AppName Acme Deno', 'Acme Demo as in the file .000'],
    ['NumFiles" value="2', 'NumFiles" value="3', 'NumFiles 3', '2'],
    ['NumDirs" value="2', 'NumDirs" value="1', 'NumDirs 1', '2'],
    ['NumShortcuts" value="1', 'NumShortcuts" value="0', 'NumShortcuts 0', '1'],
  ])('%s in _setup.xml', (before, after, found, expected) => {
    expect(notes(reword(before, after))).toEqual([
      noChecksum,
      ['setup-differs', `Unexpected ${found} in _setup.xml, expected ${expected}`],
    ])
  })

  test('a member that _setup.xml wants and that is not there', () => {
    expect(notes(reword('0000Demo.001"', '0000Demo.007"'))).toEqual([
      noChecksum,
      [
        'member-missing',
        String.raw`Unexpected absence of member 0000Demo.007 for %InstallDir%\Demo.exe, expected it as _setup.xml says`,
      ],
    ])
  })

  test('a member that nobody wants, and one that the file .000 wants', () => {
    const files = good.indexOf(0x2e)
    const name = Buffer.from(good).indexOf('DEMORE~1.002')
    expect(files).toBeGreaterThan(0)
    expect(notes(patch(good, name, ...text('DEMORE~1.007')))).toEqual([
      [
        'member-missing',
        String.raw`Unexpected absence of member 2 for %CE2%\DemoResources.dll, expected it as the file .000 says`,
      ],
      [
        'member-missing',
        String.raw`Unexpected absence of member DEMORE~1.002 for %CE2%\DemoResources.dll, expected it as _setup.xml says`,
      ],
      ['member-unused', 'Unexpected member, expected only those that are installed'],
    ])
  })

  test('the octets of the first folder', () => {
    // Flag 4 puts four octets behind the header; the folder has eight of its own.
    const reserve = 36 + 4 + 8
    const other = patch(patch(good, reserve, 0x20, 0x09), reserve + 20, 0x44, 0x65, 0x6e)
    expect(notes(other)).toEqual([
      [
        'reserve-differs',
        'Unexpected processor 2336 in the first folder, expected 2577 as in the file .000',
      ],
      [
        'reserve-differs',
        'Unexpected name Deno in the first folder, expected Demo as in the file .000',
      ],
    ])
  })
})

describe('what is no installation cabinet', () => {
  const cabinetOf = (name: string, octets: Uint8Array) =>
    writeCabinet({ folders: [{ compression: 'stored', members: [{ name, octets }] }] })

  test.each([
    ['a cabinet of other files', cabinetOf('a.txt', text('a')), 'cab/not-an-installer'],
    ['a file .000 of other octets', cabinetOf('a.000', text('MSCF')), 'cab/manifest'],
    ['a file .000 that is cut off', cabinetOf('a.000', text('MSCE\0\0')), 'wire/out-of-bounds'],
    ['a file .000 over a megabyte', cabinetOf('a.000', new Uint8Array(1_048_577)), 'cab/manifest'],
    ['a page for _setup.xml', cabinetOf('_setup.xml', text('<html/>')), 'cab/setup'],
    ['no XML', cabinetOf('_setup.xml', text('<a>')), 'wire/markup-not-well-formed'],
  ])('%s', (_, octets, code) => {
    expect(attempt(() => read(octets))).toMatchObject({ kind: 'refused', code })
  })

  test('whatever it is, it is read or refused', () => {
    const samples = [writeInstallCab(demo), writeInstallCab({ ...demo, withSetup: false })]
    fc.assert(
      fc.property(mutationsOf(samples.flatMap((cab) => [cab, withoutChecksums(cab)])), (octets) => {
        const found = attempt(() => read(octets))
        const notes = found.kind === 'value' ? found.value.notes : []
        expect(notes.filter(({ rule }) => !cabNoteRules.includes(rule))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})
