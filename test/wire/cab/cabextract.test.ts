/** Cabinets of ours under cabextract and gcab, and gcab's under ours. Where they are absent the test says so and is skipped. */
import { afterAll, describe, expect, test } from 'vitest'
import { writeCabinet } from '../../../src/reference/cab/cabinet-writer.ts'
import { writeInstallCab } from '../../../src/reference/cab/install-cab-writer.ts'
import { readCabinet } from '../../../src/wire/cab/cab.ts'
import { CabFolder, hasCabPrograms } from './cab-programs.ts'
import { demo, prose, smallCabinet, text } from './cab-samples.ts'

const without = hasCabPrograms ? '' : ' (skipped: no cabextract and gcab here)'
if (without !== '') process.stderr.write(`test/wire/cab/cabextract.test.ts${without}\n`)

test.runIf(process.env['CI'] !== undefined)('cabextract and gcab are there, in CI', () => {
  expect(hasCabPrograms).toBe(true)
})

describe.skipIf(!hasCabPrograms)(`cabextract and gcab${without}`, () => {
  const folder = new CabFolder()
  afterAll(() => {
    folder.remove()
  })

  const files = {
    'a.txt': text('a short text'),
    'empty.bin': new Uint8Array(0),
    'prose.txt': prose(200_000),
    'zeros.bin': new Uint8Array(40_000),
  }

  test.each(['stored', 'mszip'] as const)('make cabinets that are read: %s', (compression) => {
    const cabinet = readCabinet(folder.create(files, compression))
    expect(cabinet.notes).toEqual([])
    expect([...new Set(cabinet.folders.map((each) => each.compression))]).toEqual([compression])
    expect(cabinet.files.map(({ name }) => name)).toEqual(Object.keys(files))
    for (const [name, octets] of Object.entries(files)) {
      expect(Buffer.compare(cabinet.contents(name), octets)).toBe(0)
    }
  })

  test.each([
    ['two folders, one of MSZIP over three blocks', smallCabinet],
    ['an installation cabinet', writeInstallCab(demo)],
    ['one with MSZIP', writeInstallCab({ ...demo, compression: 'mszip' })],
    ['one without _setup.xml', writeInstallCab({ ...demo, withSetup: false })],
    ['octets for programs', reserved()],
    ['a file of exactly two blocks', twoBlocks()],
  ])('read what is written: %s', (_, octets) => {
    const cabinet = readCabinet(octets)
    const names = cabinet.files.map(({ name }) => name)
    expect(folder.list(octets)).toEqual(
      cabinet.files.map(({ name, bytes, modified }) => ({ name, bytes, modified })),
    )
    expect(folder.names(octets)).toEqual(names)
    const theirs = folder.extract(octets, names)
    for (const name of names) {
      expect(Buffer.compare(theirs.get(name) ?? text('none'), cabinet.contents(name))).toBe(0)
    }
  })

  test('see a block whose checksum is wrong, as we do', () => {
    const changed = Uint8Array.from(smallCabinet)
    changed.set([1], 122)
    expect(() => folder.extract(changed, [])).toThrow(/checksum error/)
    expect(() => readCabinet(changed)).toThrow(/checksum/)
  })
})

function reserved(): Uint8Array {
  const members = [{ name: 'a', octets: text('a') }]
  return writeCabinet({
    reserve: { header: new Uint8Array(20), folderBytes: 40 },
    folders: [{ compression: 'stored', members, reserve: Uint8Array.of(1, 2, 3) }],
  })
}

function twoBlocks(): Uint8Array {
  const members = [{ name: 'a', octets: prose(65_536) }]
  return writeCabinet({ folders: [{ compression: 'mszip', members }] })
}
