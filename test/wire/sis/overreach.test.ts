import { describe, expect, test } from 'vitest'
import { capabilities } from '../../../src/wire/sis/capabilities.table.ts'
import { findOverreach } from '../../../src/wire/sis/overreach.ts'
import type { SisConstraints } from '../../../src/wire/sis/sis-constraints.ts'
import type { SigningLevelName } from '../../../src/wire/sis/signing-levels.table.ts'
import { rangeOf, uidRanges } from '../../../src/wire/sis/uid-ranges.table.ts'

const imei = '356938035643809'

function fileWith(names: readonly string[]) {
  return {
    target: '!:\\sys\\bin\\a.exe',
    mediaType: undefined,
    does: 'install',
    options: 0,
    capabilities: names,
    bytes: 1,
    conditional: false,
    owner: 1,
    contents: undefined,
  } as const
}

function overreachOf(
  level: SigningLevelName,
  asked: { readonly uid?: number; readonly capabilities?: readonly string[] },
  constraints: readonly SisConstraints[] = [],
) {
  const found = { uid: asked.uid ?? 0xa0000001, files: [fileWith(asked.capabilities ?? [])] }
  return findOverreach(found, level, { constraints, imei }).map(({ kind }) => kind)
}

const byGroup = (group: string) =>
  capabilities.filter((row) => row.group === group).map(({ name }) => name)

const unlimited: SisConstraints = {
  devices: undefined,
  packageUids: undefined,
  vendorUids: undefined,
  capabilities: undefined,
}

describe('capabilities', () => {
  test('are twenty: six that users grant, eleven of the system, three of the manufacturer', () => {
    expect(['user', 'system', 'manufacturer'].map((group) => byGroup(group).length)).toEqual([
      6, 11, 3,
    ])
    expect(capabilities.map(({ bit }) => bit)).toEqual(Array.from({ length: 20 }, (_, bit) => bit))
  })

  test.each([
    ['unsigned', 0, 11, 3],
    ['self-signed', 0, 11, 3],
    ['developer', 0, 0, 3],
    ['symbian-signed', 0, 0, 3],
    ['manufacturer', 0, 0, 0],
  ] as const)('that go too far, %s: %i, %i and %i', (level, user, system, manufacturer) => {
    const counts = ['user', 'system', 'manufacturer'].map(
      (group) => overreachOf(level, { capabilities: byGroup(group) }).length,
    )
    expect(counts).toEqual([user, system, manufacturer])
  })

  test('that nobody knows are nobody’s to give', () => {
    expect(overreachOf('manufacturer', { capabilities: ['bit 23'] })).toEqual(['capability'])
  })

  test('that a certificate leaves out go too far, unless the user grants them', () => {
    const limited = { ...unlimited, capabilities: ['SwEvent'] }
    const asked = { capabilities: ['SwEvent', 'PowerMgmt', 'Location'] }
    expect(overreachOf('developer', asked, [unlimited, limited])).toEqual(['capability'])
  })
})

describe('UIDs', () => {
  test('are in one range each', () => {
    expect(uidRanges.map(({ first }) => first).slice(1)).toEqual(
      uidRanges.map(({ last }) => last + 1).slice(0, -1),
    )
    expect([uidRanges[0].first, uidRanges.at(-1)?.last]).toEqual([0, 0xffffffff])
  })

  test.each([
    [0x10000001, 'given out before Symbian OS 9', true],
    [0x20011385, 'for signed applications', true],
    [0x7fffffff, 'of no stated use', true],
    [0x80000000, 'of no stated use', false],
    [0xa0000001, 'for self-signed applications', false],
    [0xe1234567, 'for development and tests', false],
    [0xffffffff, 'for old UIDs moved here', false],
  ])('such as %i', (uid, use, isProtected) => {
    expect(rangeOf(uid)).toMatchObject({ use, protected: isProtected })
  })

  test.each([
    ['unsigned', ['protected-uid']],
    ['self-signed', ['protected-uid']],
    ['developer', []],
    ['symbian-signed', []],
    ['manufacturer', []],
  ] as const)('that are protected, of a package that is %s', (level, expected) => {
    expect(overreachOf(level, { uid: 0x20000001 })).toEqual(expected)
  })

  test('may be limited by a certificate', () => {
    const limited = { ...unlimited, packageUids: [0xa0000001] }
    expect([
      overreachOf('developer', { uid: 0xa0000001 }, [limited]),
      overreachOf('developer', { uid: 0xa0000002 }, [limited]),
    ]).toEqual([[], ['other-package']])
  })
})

test('a developer’s package goes on the phones of its certificate alone', () => {
  const here = { ...unlimited, devices: ['1', imei] }
  const elsewhere = { ...unlimited, devices: ['1'] }
  expect([
    overreachOf('developer', {}, [here]),
    overreachOf('developer', {}, [here, elsewhere]),
  ]).toEqual([[], ['other-phone']])
})

test('what goes too far is said in a sentence', () => {
  const asked = { uid: 0x20000001, files: [fileWith(['AllFiles'])] }
  expect(findOverreach(asked, 'self-signed', { constraints: [], imei })).toEqual([
    {
      kind: 'protected-uid',
      found:
        'Unexpected protected UID 0x20000001 of a package that is self-signed, expected one from 0x80000000 on',
    },
    {
      kind: 'capability',
      found:
        'Unexpected capability AllFiles of a package that is self-signed, expected one that its signature gives',
    },
  ])
})
