import { describe, expect, test } from 'vitest'
import { writeCabinet } from '../../../src/reference/cab/cabinet-writer.ts'
import { readCabinet } from '../../../src/wire/cab/cab.ts'
import { checksumOf } from '../../../src/wire/cab/cabinet-blocks.ts'
import { attempt } from '../attempt.ts'
import { patch, prose, smallCabinet, text, withoutChecksums } from './cab-samples.ts'

const plainAttributes = {
  readOnly: false,
  hidden: false,
  system: false,
  archive: true,
  execute: false,
  nameIsUtf8: false,
}
const whole = { fromPrevious: false, intoNext: false }

/** Where the parts of `smallCabinet` lie. */
const place = { folders: 36, files: 52, secondFile: 74, thirdFile: 96 } as const

describe('a cabinet', () => {
  test('says what it is and what it holds', () => {
    const { header, folders, files, notes } = readCabinet(smallCabinet)
    expect(header).toEqual({
      bytes: smallCabinet.length,
      filesOffset: place.files,
      version: { major: 1, minor: 3 },
      folderCount: 2,
      fileCount: 3,
      flags: 0,
      set: { id: 0x1234, index: 0, previous: undefined, next: undefined },
      reserve: { header: new Uint8Array(0), headerOffset: 36, folderBytes: 0, blockBytes: 0 },
    })
    expect(
      folders.map(({ compression, bytes, blocks }) => [
        compression,
        bytes,
        ...blocks.map((block) => block.bytes),
      ]),
    ).toEqual([
      ['stored', 15, 15],
      ['mszip', 70_000, 32_768, 32_768, 4464],
    ])
    expect(files).toEqual([
      {
        name: 'a.txt',
        bytes: 15,
        start: 0,
        folder: 0,
        continued: whole,
        modified: '2009-05-14T15:07:58',
        attributes: plainAttributes,
        offset: place.files,
      },
      {
        name: 'empty',
        bytes: 0,
        start: 15,
        folder: 0,
        continued: whole,
        modified: '2006-03-01T09:00:00',
        attributes: plainAttributes,
        offset: place.secondFile,
      },
      {
        name: 'prose.txt',
        bytes: 70_000,
        start: 0,
        folder: 1,
        continued: whole,
        modified: '2006-03-01T09:00:00',
        attributes: plainAttributes,
        offset: place.thirdFile,
      },
    ])
    expect(notes).toEqual([])
  })

  test('gives the contents of its files, those of MSZIP over the ends of blocks', () => {
    const cabinet = readCabinet(smallCabinet)
    expect(Buffer.from(cabinet.contents('a.txt')).toString()).toBe('stored as it is')
    expect(cabinet.contents('empty')).toEqual(new Uint8Array(0))
    expect(Buffer.compare(cabinet.contents('prose.txt'), prose(70_000))).toBe(0)
  })

  test('packs the second block into less when it may refer into the first', () => {
    const twice = Uint8Array.from(Buffer.concat([prose(32_768), prose(32_768).subarray(-8192)]))
    const octets = writeCabinet({
      folders: [{ compression: 'mszip', members: [{ name: 'a', octets: twice }] }],
    })
    const [first, second] = readCabinet(octets).folders[0]?.blocks ?? []
    expect(second?.packed.length).toBeLessThan((first?.packed.length ?? 0) / 10)
    expect(Buffer.compare(readCabinet(octets).contents('a'), twice)).toBe(0)
  })

  test('keeps octets for programs in its header and in each folder', () => {
    const octets = writeCabinet({
      reserve: { header: Uint8Array.of(1, 2, 3), folderBytes: 4 },
      folders: [
        { compression: 'stored', members: [], reserve: Uint8Array.of(9) },
        { compression: 'stored', members: [{ name: 'a', octets: text('a') }] },
      ],
    })
    const { header, folders } = readCabinet(octets)
    expect(header.reserve).toEqual({
      header: Uint8Array.of(1, 2, 3),
      headerOffset: 40,
      folderBytes: 4,
      blockBytes: 0,
    })
    expect(folders.map(({ reserve }) => reserve)).toEqual([
      Uint8Array.of(9, 0, 0, 0),
      new Uint8Array(4),
    ])
  })

  test('may have names in UTF-8, and in Latin-1 without the flag', () => {
    const members = [{ name: 'é.txt', octets: text('a') }]
    const octets = writeCabinet({ folders: [{ compression: 'stored', members }] })
    expect(readCabinet(octets).files.map(({ name }) => name)).toEqual(['é.txt'])
    const flags = 44 + 14
    expect(readCabinet(patch(octets, flags, 0x20)).files.map(({ name }) => name)).toEqual([
      'Ã©.txt',
    ])
  })

  test('may be one of a set, and then says which are beside it', () => {
    const head = smallCabinet.slice(0, 36)
    // Its neighbours stand before the folders, so everything behind moves by their length.
    const neighbours = text('one.cab\0Disk 1\0three.cab\0Disk 3\0')
    const octets = Uint8Array.from(
      Buffer.concat([patch(head, 0x1e, 3, 0, 0x34, 0x12, 1), neighbours, smallCabinet.slice(36)]),
    )
    const moved = [0x08, 0x10, place.folders + 32, place.folders + 40].reduce<Uint8Array>(
      (changed, at) => add(changed, at, neighbours.length),
      octets,
    )
    // Of its files the first goes on from the cabinet before, the last into the next.
    const firstFolder = place.files + neighbours.length + 8
    const lastFolder = place.thirdFile + neighbours.length + 8
    const part = patch(patch(moved, firstFolder, 0xfd, 0xff), lastFolder, 0xfe, 0xff)
    const cabinet = readCabinet(part)
    expect(cabinet.header.set).toEqual({
      id: 0x1234,
      index: 1,
      previous: { cabinet: 'one.cab', disk: 'Disk 1' },
      next: { cabinet: 'three.cab', disk: 'Disk 3' },
    })
    expect(cabinet.files.map(({ folder, continued }) => ({ folder, ...continued }))).toEqual([
      { folder: 0, fromPrevious: true, intoNext: false },
      { folder: 0, fromPrevious: false, intoNext: false },
      { folder: 1, fromPrevious: false, intoNext: true },
    ])
    expect(attempt(() => cabinet.contents('prose.txt'))).toEqual({
      kind: 'refused',
      code: 'cab/part-of-a-set',
      offset: place.folders + neighbours.length + 8,
    })
  })

  test.each([
    { kind: 3, name: 'lzx' },
    { kind: 0x1503, name: 'lzx' },
    { kind: 2, name: 'quantum' },
  ])('packed with $name is recognised and not taken out', ({ kind, name }) => {
    const octets = patch(smallCabinet, place.folders + 14, kind & 0xff, kind >> 8)
    const cabinet = readCabinet(octets)
    expect(cabinet.folders.map(({ compression }) => compression)).toEqual(['stored', name])
    expect(Buffer.from(cabinet.contents('a.txt')).toString()).toBe('stored as it is')
    expect(attempt(() => cabinet.contents('prose.txt'))).toEqual({
      kind: 'refused',
      code: 'cab/compression',
      offset: place.folders + 8,
    })
  })

  test('has no file of a name it does not list', () => {
    expect(attempt(() => readCabinet(smallCabinet).contents('b.txt'))).toEqual({
      kind: 'refused',
      code: 'cab/no-such-file',
      offset: 0,
    })
  })
})

/** A number of four octets made larger. */
function add(octets: Uint8Array, at: number, more: number): Uint8Array {
  const changed = Uint8Array.from(octets)
  const view = new DataView(changed.buffer)
  view.setUint32(at, view.getUint32(at, true) + more, true)
  return changed
}

describe('a checksum', () => {
  // Worked by hand: 0x04030201 ^ 0x08070605, then 0x090a0b for the three octets that are left.
  test.each([
    { octets: [], sum: 0 },
    { octets: [1], sum: 0x01 },
    { octets: [1, 2], sum: 0x0102 },
    { octets: [1, 2, 3], sum: 0x01_02_03 },
    { octets: [1, 2, 3, 4], sum: 0x04_03_02_01 },
    { octets: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], sum: 0x0c_0d_0e_0f },
  ])('of $octets is $sum', ({ octets, sum }) => {
    expect(checksumOf(Uint8Array.from(octets))).toBe(sum)
  })
})

describe('what is odd and can be read all the same', () => {
  const note = (octets: Uint8Array) => readCabinet(octets).notes.map(({ rule }) => rule)

  test.each([
    ['a version other than 1.3', patch(smallCabinet, 0x18, 4), ['version']],
    ['a block without a checksum', withoutChecksums(smallCabinet), ['no-checksum']],
    ['a date that is none', patch(smallCabinet, place.files + 10, 0, 0), ['no-date']],
    ['a path for a name', patch(smallCabinet, place.files + 16, 0x2e, 0x2e, 0x5c), ['name']],
    ['octets after it', Uint8Array.of(...smallCabinet, 0), ['trailing']],
    [
      'two files of one name',
      patch(smallCabinet, place.secondFile + 16, ...text('A.TXT')),
      ['duplicate-name'],
    ],
  ])('%s', (_, octets, rules) => {
    expect(note(octets)).toEqual(rules)
    expect(Buffer.compare(readCabinet(octets).contents('prose.txt'), prose(70_000))).toBe(0)
  })

  test('octets between its parts', () => {
    const lengthened = Uint8Array.of(...smallCabinet, 0, 0, 0)
    expect(readCabinet(add(lengthened, 8, 3)).notes).toEqual([
      {
        rule: 'gap',
        member: undefined,
        offset: smallCabinet.length,
        found: 'Unexpected 3 octets that belong to nothing, expected none',
      },
    ])
  })
})
