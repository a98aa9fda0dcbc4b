import { describe, expect, test } from 'vitest'
import { inspectJar } from '../../src/wire/jar.ts'
import { join, makeZip, manifestEntry, text } from './zip-maker.ts'

const good = makeZip({ entries: [manifestEntry, { name: 'acme/Demo.class', octets: text('x') }] })

describe('a package that a careful phone refuses', () => {
  const manifest = manifestEntry
  const other = { name: 'b', octets: text('second') }
  const zeros = new Uint8Array(100_000)
  const cases = [
    ['has octets before it that its offsets do not know', join(text('\n'), good), ['prefix']],
    ['has octets after it', join(good, text('\n')), ['trailing']],
    ['has no manifest', makeZip({ entries: [other] }), ['no-manifest']],
    ['has no entries', makeZip({ entries: [] }), ['no-manifest']],
    [
      'has a manifest in other letters',
      makeZip({ entries: [{ ...manifest, name: 'meta-inf/manifest.mf' }] }),
      ['no-manifest'],
    ],
    [
      'has two entries of one name',
      makeZip({ entries: [manifest, other, other] }),
      ['duplicate-entry'],
    ],
    [
      'has an encrypted entry',
      makeZip({ entries: [manifest, { ...other, flags: 1 }] }),
      ['encrypted'],
    ],
    [
      'packs with a method no phone knows',
      makeZip({ entries: [manifest, { ...other, method: 12 }] }),
      ['unsupported-method'],
    ],
    [
      'has a wrong CRC',
      makeZip({ entries: [manifest, { ...other, directory: { crc32: 7 }, local: { crc32: 7 } }] }),
      ['crc'],
    ],
    [
      'unpacks to more than it says',
      makeZip({ entries: [manifest, { ...other, directory: { bytes: 3 }, local: { bytes: 3 } }] }),
      ['size-lie'],
    ],
    [
      'unpacks to less than it says',
      makeZip({ entries: [manifest, { ...other, directory: { bytes: 9 }, local: { bytes: 9 } }] }),
      ['size-lie'],
    ],
    [
      'says that an empty entry has octets packed',
      makeZip({
        entries: [manifest, { ...other, directory: { bytes: 0 }, local: { bytes: 0 } }],
      }),
      ['size-lie'],
    ],
    [
      'stores another length than it says',
      makeZip({
        entries: [manifest, { ...other, method: 0, directory: { bytes: 9 }, local: { bytes: 9 } }],
      }),
      ['size-lie'],
    ],
    [
      'has octets after the DEFLATE data',
      makeZip({
        entries: [
          manifest,
          { ...other, packed: join(Uint8Array.of(3, 0), text('!')), octets: new Uint8Array() },
        ],
      }),
      ['size-lie'],
    ],
    [
      'has no DEFLATE data',
      makeZip({ entries: [manifest, { ...other, packed: text('garbage') }] }),
      ['inflate'],
    ],
    [
      'names an entry otherwise in its local header',
      makeZip({ entries: [manifest, { ...other, local: { name: text('c') } }] }),
      ['local-header-differs'],
    ],
    [
      'gives other lengths in its local header',
      makeZip({ entries: [manifest, { ...other, local: { bytes: 1, compressedBytes: 2 } }] }),
      ['local-header-differs', 'local-header-differs'],
    ],
    [
      'lacks the data descriptor it announces',
      makeZip({ entries: [manifest, { ...other, flags: 8 }] }),
      ['data-descriptor'],
    ],
    [
      'points at something that is no entry',
      makeZip({ entries: [manifest, { ...other, directory: { offset: 5 } }] }),
      ['truncated'],
    ],
    [
      'points behind its directory',
      makeZip({ entries: [manifest, { ...other, directory: { offset: 0x00ffffff } }] }),
      ['truncated'],
    ],
    [
      'has an entry that reaches into the directory',
      makeZip({
        entries: [
          manifest,
          { ...other, directory: { compressedBytes: 60 }, local: { compressedBytes: 60 } },
        ],
      }),
      ['truncated'],
    ],
    [
      'has ZIP64 lengths in a local header only',
      makeZip({ entries: [manifest, { ...other, local: { bytes: 0xffffffff } }] }),
      ['zip64'],
    ],
    [
      'has ZIP64 lengths',
      makeZip({ entries: [manifest, { ...other, directory: { bytes: 0xffffffff } }] }),
      ['bomb', 'zip64', 'bomb', 'local-header-differs'],
    ],
    ['has a ZIP64 count', makeZip({ entries: [manifest], end: { entryCount: 0xffff } }), ['zip64']],
    ['is one part of several', makeZip({ entries: [manifest], end: { disk: 1 } }), ['split']],
    [
      'counts too many entries',
      makeZip({ entries: [manifest], end: { entriesHere: 2, entryCount: 2 } }),
      ['directory'],
    ],
    [
      'counts too few entries',
      makeZip({ entries: [manifest, other], end: { entriesHere: 1, entryCount: 1 } }),
      ['directory'],
    ],
    [
      'has a directory elsewhere',
      makeZip({ entries: [manifest], end: { directoryOffset: 500 } }),
      ['truncated'],
    ],
    [
      'has octets in its directory',
      makeZip({ entries: [manifest], afterDirectory: text('?') }),
      ['directory'],
    ],
    [
      'has two ends',
      makeZip({ entries: [manifest], comment: makeZip({ entries: [manifest] }) }),
      ['second-directory', 'prefix'],
    ],
    ['packs too well', makeZip({ entries: [manifest, { name: 'b', octets: zeros }] }), ['bomb']],
  ] as const
  test.each(cases)('%s', (_what, octets, rules) => {
    const { problems, readable } = inspectJar(octets)
    expect([readable, problems.filter(({ blocking }) => blocking).map(({ rule }) => rule)]).toEqual(
      [false, rules],
    )
  })

  test('has octets before its first entry that its offsets do know', () => {
    const octets = makeZip({ entries: [manifest], before: text('<p>') })
    expect(inspectJar(octets).problems).toEqual([
      {
        rule: 'prefix',
        entry: undefined,
        offset: 0,
        found: 'Unexpected 3 octets before the first entry, expected none',
        blocking: true,
      },
    ])
  })

  test('has an entry that is part of the data of another', () => {
    const inner = makeZip({ entries: [{ name: 'inner', octets: text('x'), method: 0 }] })
    const quoted = inner.subarray(0, 36)
    const outer = { name: 'outer', octets: quoted, method: 0 }
    const listed = { name: 'inner', octets: text('x'), method: 0, directory: { offset: 35 } }
    const octets = makeZip({ entries: [outer, listed] })
    expect(inspectJar(octets).problems.map(({ rule, offset }) => [rule, offset])).toEqual([
      ['overlap', 35],
      ['gap', 71],
      ['no-manifest', 0],
    ])
  })

  const tricks = ['../a', 'a/../b', '/a', 'a\\b', 'C:a', 'a\0b', 'a//b', './a', '..', ''] as const
  test.each(tricks)('has the path %j', (name) => {
    const octets = makeZip({ entries: [manifest, { name, octets: text('x') }] })
    expect(inspectJar(octets).problems.map(({ rule, entry }) => [rule, entry])).toEqual([
      ['path', name],
    ])
  })
})
