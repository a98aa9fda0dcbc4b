import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeCabinet } from '../../../src/reference/cab/cabinet-writer.ts'
import { readCabinet } from '../../../src/wire/cab/cab.ts'
import { cabLimits } from '../../../src/wire/cab/cab-limits.ts'
import { cabNoteRules } from '../../../src/wire/cab/cab-note.ts'
import { expectValueOrPlace } from '../any-octets.ts'
import { attempt } from '../attempt.ts'
import { mutationsOf } from '../mutations.ts'
import { patch, smallCabinet, text, withoutChecksums } from './cab-samples.ts'

/** Where the first block of `smallCabinet` lies. */
const firstBlock = 122

describe('what cannot be read as a cabinet', () => {
  const block = firstBlock
  const longMembers = [{ name: 'a'.repeat(300), octets: text('a') }]
  const longName = writeCabinet({ folders: [{ compression: 'stored', members: longMembers }] })

  test.each([
    ['nothing', new Uint8Array(0), 'cab/not-a-cabinet', 0],
    ['other octets', text('MSCE and so on'), 'cab/not-a-cabinet', 0],
    ['less than it says', smallCabinet.slice(0, -1), 'cab/truncated', 8],
    ['a length below that of a header', patch(smallCabinet, 8, 35, 0, 0, 0), 'cab/truncated', 8],
    ['more folders than are read', patch(smallCabinet, 0x1a, 1, 4), 'cab/too-many', 0x1a],
    ['more files than are read', patch(smallCabinet, 0x1c, 1, 4), 'cab/too-many', 0x1c],
    ['more blocks than are read', patch(smallCabinet, 40, 0xff, 0xff), 'cab/too-large', 0],
    ['files inside the folders', patch(smallCabinet, 0x10, 40), 'cab/overlap', 0x10],
    ['files beyond its end', patch(smallCabinet, 0x13, 1), 'wire/out-of-bounds', 52],
    ['compression of no known kind', patch(smallCabinet, 42, 4), 'cab/compression', 42],
    ['a file of no folder', patch(smallCabinet, 60, 2), 'cab/no-such-folder', 60],
    ['a file beyond its folder', patch(smallCabinet, 52, 16), 'cab/file-beyond-folder', 52],
    ['data that is also another’s', patch(smallCabinet, 44, block), 'cab/overlap', block],
    ['a checksum that is wrong', patch(smallCabinet, block, 1), 'cab/checksum', block],
    ['data that was changed', patch(smallCabinet, block + 8, 0), 'cab/checksum', block],
    ['a name of 300 octets', longName, 'cab/name-too-long', 44 + 16],
  ])('%s', (_, octets, code, offset) => {
    const found = attempt(() => readCabinet(octets))
    expect({ ...found, octets: octets.length }).toMatchObject({ kind: 'refused', code })
    expect(found.kind === 'refused' && found.offset).toBe(offset)
  })

  test.each([
    { change: 'a block that does not begin CK', at: 8, values: [0x44], code: 'cab/mszip' },
    { change: 'a block that is no DEFLATE', at: 10, values: [0xff], code: 'cab/mszip' },
    { change: 'a block of another length', at: 6, values: [0xff, 0x7f], code: 'cab/mszip' },
  ])('$change', ({ at, values, code }) => {
    const unsummed = withoutChecksums(smallCabinet)
    const packed = readCabinet(unsummed).folders[1]?.dataOffset ?? 0
    const found = attempt(() => readCabinet(patch(unsummed, packed + at, ...values)))
    expect(found).toEqual({ kind: 'refused', code, offset: packed })
  })

  test.each([
    { limit: { cabinetBytesMax: 1000 }, name: 'cabinetBytesMax' },
    { limit: { foldersMax: 1 }, name: 'foldersMax' },
    { limit: { filesMax: 2 }, name: 'filesMax' },
    { limit: { blocksMax: 3 }, name: 'blocksMax' },
    { limit: { totalBytesMax: 70_014 }, name: 'totalBytesMax' },
  ])('beyond $name, which the message names', ({ limit, name }) => {
    expect(() => readCabinet(smallCabinet, { ...cabLimits, ...limit })).toThrow(`(${name})`)
  })

  test('at its limits it is read', () => {
    const limits = {
      cabinetBytesMax: smallCabinet.length,
      foldersMax: 2,
      filesMax: 3,
      blocksMax: 4,
      totalBytesMax: 70_015,
    }
    expect(readCabinet(smallCabinet, limits).files.length).toBe(3)
  })
})

describe('whatever is sent as a cabinet', () => {
  /** A cabinet or a WireError, and of a cabinet every file as long as it says. */
  function expectSound(octets: Uint8Array): void {
    expectValueOrPlace(octets, () => {
      const { files, notes, contents } = readCabinet(octets)
      expect(notes.filter(({ rule }) => !cabNoteRules.includes(rule))).toEqual([])
      const firsts = files.filter(
        ({ name }, index) => files.findIndex((file) => file.name === name) === index,
      )
      const lengths = firsts.map(({ name }) => attempt(() => contents(name).length))
      const wrong = lengths.filter((taken, index) =>
        taken.kind === 'value' ? taken.value !== firsts[index]?.bytes : !absent.has(taken.code),
      )
      expect(wrong).toEqual([])
    })
  }
  const absent: ReadonlySet<string> = new Set(['cab/compression', 'cab/part-of-a-set'])

  const tiny = writeCabinet({
    folders: [
      { compression: 'mszip', members: [{ name: 'a', octets: text('aaaaaaaaaaaaaaaaaaaaaaab') }] },
      { compression: 'stored', members: [{ name: 'b', octets: text('b') }] },
    ],
  })

  test('any octets are read or refused', () => {
    fc.assert(fc.property(mutationsOf([tiny, withoutChecksums(tiny)]), expectSound), {
      numRuns: 2000,
    })
  })

  test('a cabinet cut off anywhere is refused', () => {
    const read = Array.from(
      { length: tiny.length },
      (_, length) => attempt(() => readCabinet(tiny.slice(0, length))).kind,
    )
    expect(read).toEqual(Array.from({ length: tiny.length }, () => 'refused'))
  })

  test('what is written is read again', () => {
    const member = fc.record({
      name: fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme-ascii' }),
      octets: fc.uint8Array({ maxLength: 70_000, size: 'max' }),
    })
    const folder = fc.record({
      compression: fc.constantFrom('stored' as const, 'mszip' as const),
      members: fc.array(member, { maxLength: 3 }),
    })
    const unique = fc.array(folder, { minLength: 1, maxLength: 3 }).filter((folders) => {
      const names = folders.flatMap(({ members }) => members.map(({ name }) => name))
      return new Set(names).size === names.length
    })
    fc.assert(
      fc.property(unique, (folders) => {
        const cabinet = readCabinet(writeCabinet({ folders }))
        const members = folders.flatMap((each) => each.members)
        expect(cabinet.files.map(({ name }) => name)).toEqual(members.map(({ name }) => name))
        for (const { name, octets } of members) {
          expect(Buffer.compare(cabinet.contents(name), octets)).toBe(0)
        }
      }),
      { numRuns: 30 },
    )
  })
})
