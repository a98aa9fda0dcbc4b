import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildLegacySis } from '../../../src/reference/sis/legacy-sis-writer.ts'
import {
  arrayOf,
  field,
  joined,
  text,
  u16,
  u32,
  u64,
  utf16,
} from '../../../src/test-authority/sisx-field-writer.ts'
import { buildSisx } from '../../../src/reference/sis/sisx-writer.ts'
import type { SisxSpec } from '../../../src/reference/sis/sisx-controller-writer.ts'
import { extractSisFile, readSis } from '../../../src/wire/sis/sis.ts'
import { sisLimits } from '../../../src/wire/sis/sis-limits.ts'
import { sisNoteRules } from '../../../src/wire/sis/sis-note.ts'
import { expectValueOrPlace } from '../any-octets.ts'
import { attempt } from '../attempt.ts'
import { mutationsOf } from '../mutations.ts'
import {
  demo,
  demoSis,
  demoSisx,
  legacyDemo,
  openSis,
  openSisx,
  withController,
  words,
} from './samples.ts'

const samples = [demoSisx, openSisx, demoSis, openSis]

/** What must hold of any package that is read, whatever its octets were. */
function expectSound(octets: Uint8Array): void {
  expectValueOrPlace(octets, () => {
    const { notes, files } = readSis(octets)
    expect(notes.filter(({ rule }) => !sisNoteRules.includes(rule))).toEqual([])
    expect(notes.filter(({ offset }) => offset < 0 || offset > octets.length)).toEqual([])
    const broken = new Set(notes.flatMap(({ blocking, offset }) => (blocking ? [offset] : [])))
    const whole = files.filter((file) => file.contents && !broken.has(file.contents.start))
    expect(whole.map((file) => extractSisFile(octets, file).length)).toEqual(
      whole.map((file) => file.contents?.bytes),
    )
  })
}

describe('whatever is sent as a Symbian package', () => {
  test('octets, and packages with octets changed, end in a package or in a place', () => {
    fc.assert(fc.property(mutationsOf(samples), expectSound), { numRuns: 1000 })
  })

  test('a package cut off anywhere is refused', () => {
    const cut = [openSisx, demoSis].map((octets) =>
      Array.from({ length: octets.length }, (_, end) =>
        attempt(() => readSis(octets.subarray(0, end))),
      ).filter(({ kind }) => kind === 'value'),
    )
    expect(cut).toEqual([[], []])
  })

  test('a file that is not as it was is never taken for it', () => {
    const place = fc.record({
      at: fc.integer({ min: 0, max: openSisx.length - 1 }),
      octet: fc.integer({ min: 0, max: 255 }),
    })
    const contents = new Set(contentsOf(openSisx))
    fc.assert(
      fc.property(place, ({ at, octet }) => {
        const changed = openSisx.slice()
        changed[at] = octet
        const outcome = attempt(() => contentsOf(changed))
        const found = outcome.kind === 'value' ? outcome.value : []
        // A hash of a file may be changed along with nothing else; then the file is noted and not given out.
        expect(found.filter((one) => !contents.has(one))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})

/** Contents of the files that nothing is noted of. */
function contentsOf(octets: Uint8Array): readonly string[] {
  const { files, notes } = readSis(octets)
  const broken = new Set(notes.flatMap(({ blocking, offset }) => (blocking ? [offset] : [])))
  return files
    .filter((file) => file.contents !== undefined && !broken.has(file.contents.start))
    .map((file) => new TextDecoder().decode(extractSisFile(octets, file)))
}

describe('a SISX package made to cost much', () => {
  const refusal = (octets: Uint8Array, limits = sisLimits) => {
    const outcome = attempt(() => readSis(octets, { limits }))
    return outcome.kind === 'refused' ? outcome.code : outcome.kind
  }

  test('is refused when it is longer than any', () => {
    expect(refusal(demoSisx, { ...sisLimits, sisBytesMax: demoSisx.length - 1 })).toBe(
      'sis/too-large',
    )
  })

  test.each([
    ['is longer than any', 5_000_000, 'sis/bomb'],
    ['is shorter than it says', 2000, 'sis/size-lie'],
    ['is longer than it says', 10, 'sis/size-lie'],
    ['is as long as nothing', 2 ** 53, 'sis/bomb'],
  ])('is refused when its controller %s', (_, bytes, code) => {
    const found = readSis(demoSisx)
    const controller = found.format === 'sisx' ? found.controller : new Uint8Array()
    expect(refusal(withController(demoSisx, joined([u32(0), u64(bytes), controller])))).toBe(code)
  })

  test('is refused when a file is longer than any, or all of them together', () => {
    const files = [
      { target: 'c:\\a', octets: new Uint8Array(3000) },
      { target: 'c:\\b', octets: new Uint8Array(3001) },
    ]
    const octets = buildSisx({ ...demo, embedded: [], files })
    expect([
      refusal(octets, { ...sisLimits, fileBytesMax: 3000 }),
      refusal(octets, { ...sisLimits, fileBytesMax: 3001 }),
      refusal(octets, { ...sisLimits, totalBytesMax: 6000 }),
      refusal(octets, { ...sisLimits, totalBytesMax: 6001 }),
    ]).toEqual(['sis/bomb', 'value', 'sis/bomb', 'value'])
  })

  test('is refused when it has more fields than any', () => {
    const languages = Array.from({ length: 101_000 }, () => 1)
    expect(refusal(buildSisx({ ...demo, languages: [1], names: languages.map(() => '') }))).toBe(
      'sis/too-many-fields',
    )
  })

  test('is refused when packages are within packages', () => {
    const nested = (depth: number): SisxSpec => ({
      ...demo,
      files: [],
      embedded: depth === 0 ? [] : [nested(depth - 1)],
    })
    expect([refusal(buildSisx(nested(8))), refusal(buildSisx(nested(9)))]).toEqual([
      'value',
      'sis/too-deep',
    ])
  })

  test('is refused when conditions are within conditions', () => {
    const not = (depth: number): Uint8Array =>
      depth === 0
        ? field('expression', u32(16), u32(1))
        : field('expression', u32(9), u32(0), not(depth - 1))
    const block = (depth: number): Uint8Array =>
      field(
        'install block',
        arrayOf('file description', []),
        arrayOf('controller', []),
        arrayOf(
          'if',
          depth === 0 ? [] : [joined([not(0), block(depth - 1), arrayOf('else if', [])])],
        ),
      )
    const withCondition = (condition: Uint8Array, inner: Uint8Array) =>
      withBlock(
        field(
          'install block',
          arrayOf('file description', []),
          arrayOf('controller', []),
          arrayOf('if', [joined([condition, inner, arrayOf('else if', [])])]),
        ),
      )
    expect([
      refusal(withCondition(not(31), block(0))),
      refusal(withCondition(not(32), block(0))),
      refusal(withCondition(not(0), block(31))),
      refusal(withCondition(not(0), block(32))),
    ]).toEqual(['value', 'sis/too-deep', 'value', 'sis/too-deep'])
  })

  test('is refused when its capabilities are more than any', () => {
    const description = joined([
      text('c:\\a'),
      text(''),
      field('capabilities', new Uint8Array(33)),
      field('hash', u32(1), field('blob')),
      u32(8),
      u32(0),
      u64(0),
      u64(0),
      u32(0),
    ])
    const block = field(
      'install block',
      arrayOf('file description', [description]),
      arrayOf('controller', []),
      arrayOf('if', []),
    )
    expect(refusal(withBlock(block))).toBe('sis/field')
  })
})

/** A package of no files, with another install block. */
function withBlock(block: Uint8Array): Uint8Array {
  const octets = buildSisx({ ...demo, files: [], embedded: [] })
  const found = readSis(octets)
  const { controller } = found.format === 'sisx' ? found : { controller: new Uint8Array() }
  const emptyBlockBytes = 8 + 3 * 12
  const indexBytes = 12
  const end = controller.length - indexBytes
  const changed = field(
    'controller',
    controller.subarray(8, end - emptyBlockBytes),
    block,
    controller.subarray(end),
  )
  return withController(octets, joined([u32(0), u64(changed.length), changed]))
}

describe('a legacy package made to cost much', () => {
  const refusal = (octets: Uint8Array, limits = sisLimits) => {
    const outcome = attempt(() => readSis(octets, { limits }))
    return outcome.kind === 'refused' ? outcome.code : outcome.kind
  }
  const withField = (octets: Uint8Array, at: number, changed: Uint8Array) => {
    const copy = octets.slice()
    copy.set(changed, at)
    return copy
  }

  test('is refused when a file is longer than any, or all of them together', () => {
    const files = [
      { target: 'c:\\a', octets: new Uint8Array(3000) },
      { target: 'c:\\b', octets: new Uint8Array(3001) },
    ]
    const octets = buildLegacySis({ ...legacyDemo, files })
    expect([
      refusal(octets, { ...sisLimits, fileBytesMax: 3000 }),
      refusal(octets, { ...sisLimits, fileBytesMax: 3001 }),
      refusal(octets, { ...sisLimits, totalBytesMax: 6000 }),
      refusal(octets, { ...sisLimits, totalBytesMax: 6001 }),
    ]).toEqual(['sis/bomb', 'value', 'sis/bomb', 'value'])
  })

  test('is refused when it says that it has more records than it has', () => {
    expect(refusal(withField(demoSis, 0x14, u16(0xffff)))).toBe('sis/record')
  })

  test('is refused when all its names are the same long text', () => {
    const languages = Array.from({ length: 3000 }, () => 1)
    const octets = buildLegacySis({ ...legacyDemo, languages, name: 'a'.repeat(200) })
    expect([refusal(octets), refusal(octets, { ...sisLimits, textBytesMax: 3_000_000 })]).toEqual([
      'sis/too-many-texts',
      'value',
    ])
  })

  test('is refused when it has more of everything than any', () => {
    expect(refusal(demoSis, { ...sisLimits, fieldsMax: 10 })).toBe('sis/too-many-fields')
  })

  test('is refused when conditions are within conditions', () => {
    const not = (depth: number) => [
      ...Array.from({ length: depth }, () => u32(11)),
      u32(14),
      u32(1),
      u32(0),
    ]
    const withCondition = (depth: number) => {
      const condition = joined(not(depth))
      const plain = buildLegacySis({ ...legacyDemo, files: [] })
      const octets = joined([plain, u32(3), u32(condition.length), condition])
      return withField(withField(octets, 0x14, u16(1)), 0x34, u32(plain.length))
    }
    expect([refusal(withCondition(31)), refusal(withCondition(32))]).toEqual([
      'value',
      'sis/too-deep',
    ])
  })

  test('that offers choices without end is refused', () => {
    const plain = buildLegacySis({ ...legacyDemo, files: [], languages: [] })
    const octets = joined([plain, u32(2), u32(0xffffffff), utf16('x'), words('padding')])
    const lying = withField(withField(octets, 0x14, u16(1)), 0x34, u32(plain.length))
    expect(refusal(lying)).toBe('sis/too-many-fields')
  })
})
