import { describe, expect, test } from 'vitest'
import { WireError } from '../../src/errors.ts'
import { jarLimits } from '../../src/wire/jar-limits.ts'
import { extractEntry, inspectJar } from '../../src/wire/jar.ts'
import { dataDescriptor, makeZip, manifestEntry, plainManifest, text } from './zip-maker.ts'

const good = makeZip({
  entries: [
    { ...manifestEntry, method: 0 },
    { name: 'acme/Demo.class', octets: text('x') },
  ],
})

const attribute = (
  name: string,
  value: string,
  place: readonly [line: number, offset: number],
) => ({
  name,
  value,
  line: place[0],
  offset: place[1],
})

describe('a sound package', () => {
  test('is readable, with its entries and its manifest', () => {
    expect(inspectJar(good)).toEqual({
      entries: [
        {
          name: 'META-INF/MANIFEST.MF',
          bytes: 44,
          compressedBytes: 44,
          crc32: 0x24856bad,
          method: 0,
          offset: 0,
        },
        {
          name: 'acme/Demo.class',
          bytes: 1,
          compressedBytes: 3,
          crc32: 0x8cdc1683,
          method: 8,
          offset: 94,
        },
      ],
      problems: [],
      manifest: {
        main: [
          attribute('Manifest-Version', '1.0', [1, 0]),
          attribute('MIDlet-Name', 'Demo', [2, 23]),
        ],
        sections: [],
        deviations: [],
        wellFormed: true,
      },
      readable: true,
    })
  })

  test('may have lengths after the data only, as the JDK writes them, signed or not', () => {
    const unknown = { crc32: 0, compressedBytes: 0, bytes: 0 }
    const archives = [true, false].map((signed) =>
      makeZip({
        entries: [
          {
            ...manifestEntry,
            flags: 0x0808,
            local: unknown,
            after: dataDescriptor(plainManifest, signed),
          },
        ],
      }),
    )
    expect(archives.map((octets) => inspectJar(octets).problems)).toEqual([[], []])
  })

  test('may have stored entries, empty folders and an archive comment', () => {
    const octets = makeZip({
      entries: [
        { name: 'META-INF/', method: 0 },
        { ...manifestEntry, method: 0 },
        { name: 'empty', octets: new Uint8Array() },
      ],
      comment: text('packed by hand'),
    })
    expect(inspectJar(octets).problems).toEqual([])
  })

  test('may have a name that is not UTF-8', () => {
    const name = Uint8Array.of(0xe9, 0x2e, 0x70, 0x6e, 0x67)
    const entry = { name: '', octets: text('x'), directory: { name }, local: { name } }
    const { entries, readable } = inspectJar(makeZip({ entries: [manifestEntry, entry] }))
    expect([readable, entries.map((listed) => listed.name)]).toEqual([
      true,
      ['META-INF/MANIFEST.MF', 'é.png'],
    ])
  })

  test('gives out the octets of an entry', () => {
    const [manifest] = inspectJar(good).entries
    expect(manifest && extractEntry(good, manifest)).toEqual(plainManifest)
  })

  test('is inspected once, however many copies of it are asked for', () => {
    const first = inspectJar(good)
    expect(
      [inspectJar(good), inspectJar(Uint8Array.from(good))].map((each) => each === first),
    ).toEqual([true, true])
  })

  test('is inspected again when one octet differs', () => {
    const first = inspectJar(good)
    const last = good.length - 1
    const other = good.with(last, 1)
    expect(inspectJar(other)).not.toBe(first)
    expect(inspectJar(Uint8Array.from(other))).toBe(inspectJar(other))
  })
})

describe('what is no package', () => {
  const cases = [
    ['no octets', new Uint8Array(), ['not-a-zip']],
    ['a page instead', text('<!DOCTYPE html><html>not found</html>'), ['not-a-zip']],
    ['only the beginning', good.subarray(0, 60), ['truncated']],
    ['all but the last octet', good.subarray(0, -1), ['truncated']],
    ['no first octet', good.subarray(1), ['truncated']],
  ] as const
  test.each(cases)('%s', (_what, octets, rules) => {
    const inspection = inspectJar(octets)
    expect({ ...inspection, problems: inspection.problems.map(({ rule }) => rule) }).toEqual({
      entries: [],
      problems: rules,
      manifest: undefined,
      readable: false,
    })
  })
})

describe('an inspection', () => {
  const manifest = manifestEntry
  const other = { name: 'b', octets: text('second') }
  const zip64 = Uint8Array.of(1, 0, 8, 0, 1, 0, 0, 0, 0, 0, 0, 0)

  test('says which limit it reaches', () => {
    const limits = { ...jarLimits, entriesMax: 1, entryBytesMax: 30, totalBytesMax: 40 }
    const octets = makeZip({
      entries: [
        { ...manifest, method: 0 },
        { ...other, method: 0 },
      ],
    })
    expect(inspectJar(octets, limits).problems).toEqual([
      {
        rule: 'bomb',
        entry: 'META-INF/MANIFEST.MF',
        offset: 0,
        found: 'Unexpected entry of 44 octets, expected at most 30 (entryBytesMax)',
        blocking: true,
      },
      {
        rule: 'too-many-entries',
        entry: undefined,
        offset: 131,
        found: 'Unexpected 2 entries, expected at most 1 (entriesMax)',
        blocking: true,
      },
      {
        rule: 'bomb',
        entry: undefined,
        offset: 0,
        found: 'Unexpected 44 octets in all entries, expected at most 40 (totalBytesMax)',
        blocking: true,
      },
      expect.objectContaining({ rule: 'gap', blocking: false }),
    ])
    expect(inspectJar(octets, { ...jarLimits, jarBytesMax: 100 }).problems).toEqual([
      {
        rule: 'too-large',
        entry: undefined,
        offset: 0,
        found: `Unexpected package of ${octets.length} octets, expected at most 100 (jarBytesMax)`,
        blocking: true,
      },
    ])
  })

  test('tells the place of a wrong CRC', () => {
    const octets = makeZip({
      entries: [
        { ...manifest, method: 0 },
        { ...other, directory: { crc32: 7 }, local: { crc32: 7 } },
      ],
    })
    expect(inspectJar(octets).problems).toEqual([
      {
        rule: 'crc',
        entry: 'b',
        offset: 94,
        found: 'Unexpected CRC-32 0xb61f1169, expected 0x00000007',
        blocking: true,
      },
    ])
  })

  test('refuses to give out an entry that is not what it says', () => {
    const octets = makeZip({
      entries: [manifest, { ...other, directory: { crc32: 7 }, local: { crc32: 7 } }],
    })
    const entry = inspectJar(octets).entries[1]
    const codes = [jarLimits, { ...jarLimits, entryBytesMax: 2 }].map((limits) => {
      try {
        return entry && extractEntry(octets, entry, limits)
      } catch (error) {
        return error instanceof WireError ? error.code : error
      }
    })
    expect(codes).toEqual(['jar/crc', 'jar/bomb'])
  })

  test('is read all the same where it only has oddities', () => {
    const octets = makeZip({
      entries: [
        { ...manifest, local: { flags: 0x0800 }, after: text('gap') },
        { ...other, directory: { extra: zip64 } },
        { name: 'c', directory: { extra: Uint8Array.of(0xfe, 0xca, 1, 0) } },
      ],
    })
    const { problems, readable } = inspectJar(octets)
    expect([readable, problems.map(({ rule, blocking }) => [rule, blocking])]).toEqual([
      true,
      [
        ['zip64', false],
        ['extra-field', false],
        ['local-header-differs', false],
        ['gap', false],
      ],
    ])
  })
})
