import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeInstallManifest } from '../../../src/reference/cab/install-manifest-writer.ts'
import { readInstallManifest } from '../../../src/wire/cab/install-manifest.ts'
import { attempt } from '../attempt.ts'
import { mutationsOf } from '../mutations.ts'
import { octetsOf } from '../octets-of.ts'
import { demo, patch } from './cab-samples.ts'

const files = [
  { name: 'Demo.exe', octets: new Uint8Array(0), number: 1, member: 'a.001' },
  { name: 'b.dll', octets: new Uint8Array(0), number: 2, member: 'b.002', folder: '%CE2%' },
]
const manifest = writeInstallManifest(demo, files)

/**
 * Written by hand after the tables of libmspack's `wince_cab_format`: processor 0, from 3.0 to 4.99, two strings, one
 * folder, no file, one hive, four values and no link; nothing is filled up to four octets, as older tools leave it.
 */
const byHand = [
  '4d534345 00000000 d3000000 00000000 01000000 00000000',
  '03000000 00000000 04000000 63000000 00000000 00000000',
  '0200 0100 0000 0100 0400 0000',
  '6b000000 7e000000 86000000 86000000 90000000 d3000000',
  '6400 0200 6600 0500 6b00 0000 00000000',
  // Name `A`, provider `Acme`.
  '4100 41636d6500',
  // Strings 1 `%CE1%` and 2 `Acme`; folder 1 is both.
  '0100 0600 254345312500 0200 0500 41636d6500',
  '0100 0400 0100 0200',
  // Hive 1 below HKCU: string 2.
  '0100 0200 0000 0200 0200',
  // Number 7 as `n`, text `v` as the default, texts `a`, `b` as `m`, octets ff as `x`.
  '0100 0100 0000 01000100 0600 6e00 07000000',
  '0200 0100 0000 00000000 0300 00 7600',
  '0300 0100 0000 00000100 0700 6d00 6100 6200 00',
  '0400 0100 0000 01000000 0300 7800 ff',
]

describe('a file .000', () => {
  test('is read by the tables', () => {
    expect(readInstallManifest(octetsOf(byHand.join(' ')), 'A.000')).toEqual({
      architecture: 0,
      versionMin: { major: 3, minor: 0 },
      versionMax: { major: 4, minor: 99 },
      buildMin: 0,
      buildMax: 0,
      name: 'A',
      provider: 'Acme',
      unsupportedPlatforms: [],
      directories: [String.raw`%CE1%\Acme`],
      files: [],
      registry: [
        { key: String.raw`HKCU\Acme`, name: 'n', value: 7 },
        { key: String.raw`HKCU\Acme`, name: '', value: 'v' },
        { key: String.raw`HKCU\Acme`, name: 'm', value: ['a', 'b'] },
        { key: String.raw`HKCU\Acme`, name: 'x', value: Uint8Array.of(0xff) },
      ],
      links: [],
      notes: [],
    })
  })

  test('says 0.0 where there is no bound', () => {
    const open = patch(manifest, 0x18, ...new Uint8Array(16))
    const { versionMin, versionMax } = readInstallManifest(open, 'a.000')
    expect({ versionMin, versionMax }).toEqual({ versionMin: undefined, versionMax: undefined })
  })

  test('may say another length than it has', () => {
    expect(readInstallManifest(patch(manifest, 8, 1, 0), 'a.000').notes).toEqual([
      {
        rule: 'manifest-differs',
        member: 'a.000',
        offset: 8,
        found: `Unexpected length 1 in the file .000, expected ${manifest.length}`,
      },
    ])
  })

  test('may name strings, folders and files that there are not', () => {
    const folders = new DataView(manifest.buffer).getUint32(0x40, true)
    // The first number of a string in the first folder.
    const { files: found, notes } = readInstallManifest(patch(manifest, folders + 4, 0x77), 'a.000')
    expect(found.map(({ path }) => path)).toEqual([
      String.raw`\Demo\Demo.exe`,
      String.raw`%CE2%\b.dll`,
    ])
    expect(notes).toEqual([
      {
        rule: 'reference',
        member: 'a.000',
        offset: folders + 2,
        found: 'Unexpected number 119 of a string, expected one that there is',
      },
    ])
  })

  test.each([
    ['sections of more records than are read', patch(manifest, 0x30, 1, 0x10), 'cab/manifest'],
    ['sections beyond its end', patch(manifest, 0x3e, 1), 'wire/out-of-bounds'],
    ['a name beyond its end', patch(manifest, 0x55, 0xff), 'wire/out-of-bounds'],
  ])('is refused with %s', (_, octets, code) => {
    expect(attempt(() => readInstallManifest(octets, 'a.000'))).toMatchObject({ code })
  })

  test('is refused when a path grows beyond what a device takes', () => {
    const folder = Array.from({ length: 60 }, () => 'a folder of 22 letters').join('\\')
    const long = writeInstallManifest({ ...demo, installFolder: folder }, files)
    expect(() => readInstallManifest(long, 'a.000')).toThrow('(pathCharactersMax)')
  })

  test('of any octets is read or refused', () => {
    fc.assert(
      fc.property(mutationsOf([manifest]), (octets) => {
        attempt(() => readInstallManifest(octets, 'a.000'))
      }),
    )
  })
})
