import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { WireError } from '../../src/errors.ts'
import { jarProblemRules } from '../../src/wire/jar-problem.ts'
import { jarLimits } from '../../src/wire/jar-limits.ts'
import { extractEntry, inspectJar } from '../../src/wire/jar.ts'
import type { JarEntry } from '../../src/wire/jar.ts'
import { dataDescriptor, join, makeZip, manifestEntry, plainManifest, text } from './zip-maker.ts'

const good = makeZip({
  entries: [
    {
      ...manifestEntry,
      flags: 8,
      local: { crc32: 0, compressedBytes: 0, bytes: 0 },
      after: dataDescriptor(plainManifest, true),
    },
    { name: 'acme/Demo.class', octets: text('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa') },
    { name: 'icon.png', octets: text('stored as it is'), method: 0 },
  ],
})

/** What must hold of any inspection, whatever the octets were. */
function expectSound(octets: Uint8Array): void {
  const { entries, problems, manifest, readable } = inspectJar(octets, { ...jarLimits })
  expect(readable).toBe(!problems.some(({ blocking }) => blocking))
  expect(problems.filter(({ rule }) => !jarProblemRules.includes(rule))).toEqual([])
  expect(problems.filter(({ offset }) => !Number.isSafeInteger(offset) || offset < 0)).toEqual([])
  if (!readable) return
  expect(manifest).toBeDefined()
  const lengths = entries.map((entry) => extractEntry(octets, entry).length)
  expect(lengths).toEqual(entries.map(({ bytes }) => bytes))
}

describe('whatever is sent as a package', () => {
  test('any octets are inspected', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), expectSound))
  })

  test('any octets with a ZIP end are inspected', () => {
    const end = fc.record({
      disk: fc.integer({ min: 0, max: 1 }),
      entriesHere: fc.integer({ min: 0, max: 4 }),
      entryCount: fc.integer({ min: 0, max: 4 }),
      directoryBytes: fc.integer({ min: 0, max: 300 }),
      directoryOffset: fc.integer({ min: 0, max: 300 }),
      commentBytes: fc.integer({ min: 0, max: 3 }),
    })
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), end, (octets, stated) => {
        expectSound(join(octets, makeZip({ entries: [manifestEntry], end: stated })))
      }),
    )
  })

  test('a package with any octets changed is inspected, and never read as another one', () => {
    const place = fc.integer({ min: 0, max: good.length - 1 })
    const change = fc.tuple(place, fc.integer({ min: 0, max: 255 }))
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const changed = Uint8Array.from(good)
        for (const [offset, octet] of changes) changed[offset] = octet
        expectSound(changed)
        const { entries, readable } = inspectJar(changed)
        const contents = readable ? entries.map((entry) => extractEntry(changed, entry)) : []
        expect(contents).toEqual(readable ? contentsOfGood : [])
      }),
      { numRuns: 1000 },
    )
  })

  test('a package cut off anywhere is not readable', () => {
    const readable = Array.from(
      { length: good.length },
      (_, length) => inspectJar(good.slice(0, length)).readable,
    )
    expect(readable).toEqual(Array.from({ length: good.length }, () => false))
  })

  test('a package without its first octets is not readable', () => {
    const readable = Array.from(
      { length: good.length },
      (_, start) => inspectJar(good.slice(start + 1)).readable,
    )
    expect(readable).toEqual(Array.from({ length: good.length }, () => false))
  })

  test('giving out any stated entry either succeeds or is a WireError', () => {
    const number = fc.integer({ min: 0, max: 0xffffffff })
    const stated = fc.record({
      name: fc.string(),
      bytes: fc.oneof(fc.integer({ min: 0, max: 100 }), number),
      compressedBytes: fc.oneof(fc.integer({ min: 0, max: 100 }), number),
      crc32: number,
      method: fc.constantFrom(0, 8, 9),
      offset: fc.oneof(fc.integer({ min: 0, max: good.length + 2 }), number),
    })
    fc.assert(
      fc.property(stated, (entry) => {
        expect([entry.bytes, 'refused']).toContain(lengthOf(entry))
      }),
    )
  })
})

function lengthOf(entry: JarEntry): number | string {
  try {
    return extractEntry(good, entry).length
  } catch (error) {
    if (error instanceof WireError) return 'refused'
    throw error
  }
}

const contentsOfGood = inspectJar(good).entries.map((entry) => extractEntry(good, entry))

describe('a package made to cost much', () => {
  const mebibyte = 1024 * 1024
  const rules = (octets: Uint8Array) =>
    inspectJar(octets, { ...jarLimits }).problems.flatMap(({ rule, blocking }) =>
      blocking ? [rule] : [],
    )

  test('is refused when an entry says that it is longer than a phone has room for', () => {
    const bytes = 200 * mebibyte
    const lie = { bytes }
    const octets = makeZip({ entries: [manifestEntry, { name: 'b', directory: lie, local: lie }] })
    expect(rules(octets)).toEqual(['bomb', 'bomb'])
  })

  test('is refused when an entry says that it is short', () => {
    const lie = { bytes: 1000, crc32: 0 }
    const octets = makeZip({
      entries: [
        manifestEntry,
        { name: 'b', octets: new Uint8Array(8 * mebibyte), directory: lie, local: lie },
      ],
    })
    expect(rules(octets)).toEqual(['size-lie'])
  })

  test('is refused when many entries share the same octets', () => {
    const entries = Array.from({ length: 2000 }, (_, index) => ({
      name: 'a',
      packed: new Uint8Array(),
      directory: { name: text(`a${index}`), offset: 0 },
    }))
    expect(new Set(rules(makeZip({ entries })))).toEqual(
      new Set(['local-header-differs', 'no-manifest', 'overlap']),
    )
  })

  test('is refused when it has more entries than any package', () => {
    const entries = Array.from({ length: 5000 }, (_, index) => ({ name: `${index}` }))
    expect(rules(makeZip({ entries }))).toContain('too-many-entries')
  })

  test('is refused when it is full of ends that lead nowhere', () => {
    const ends = Array.from({ length: 50_000 }, () => [0x50, 0x4b, 5, 6]).flat()
    expect(rules(Uint8Array.from(ends))).toEqual(['truncated'])
  })
})
