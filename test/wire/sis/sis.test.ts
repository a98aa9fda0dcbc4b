import assert from 'node:assert/strict'
import { describe, expect, test } from 'vitest'
import { buildSisx } from '../../../src/reference/sis/sisx-writer.ts'
import { detectSis, extractSisFile, readSis } from '../../../src/wire/sis/sis.ts'
import type { SisPackage } from '../../../src/wire/sis/sis.ts'
import type { Sisx } from '../../../src/wire/sis/sisx.ts'
import { attempt } from '../attempt.ts'
import { octetsOf } from '../octets-of.ts'
import { demo, demoSis, demoSisx, words } from './samples.ts'

function sisxOf(octets: Uint8Array): Sisx {
  const found = readSis(octets)
  assert(found.format === 'sisx')
  return found
}

function withOctets(octets: Uint8Array, at: number, ...changed: readonly number[]): Uint8Array {
  const copy = octets.slice()
  copy.set(changed, at)
  return copy
}

const rulesOf = ({ notes }: SisPackage) =>
  notes.map(({ rule, file, blocking }) => ({ rule, file, blocking }))

describe('a Symbian package', () => {
  test.each([
    ['SISX by its first word', demoSisx, 'sisx'],
    ['legacy by its third word', demoSis, 'sis'],
    ['SISX where both would fit', withOctets(demoSis, 0, 0x7a, 0x1a, 0x20, 0x10), 'sisx'],
    ['none of fewer than sixteen octets', demoSisx.subarray(0, 15), undefined],
    ['none of another beginning', withOctets(demoSisx, 0, 0), undefined],
    ['a stub by its first field', octetsOf('0d000000 0c000000 0e000000 04000000 00000000'), 'stub'],
  ] as const)('is %s', (_, octets, format) => {
    expect(detectSis(octets)).toBe(format)
  })

  test('that is none is refused', () => {
    expect(attempt(() => readSis(words('<html><body>404 Not Found</body></html>')))).toEqual({
      kind: 'refused',
      code: 'sis/no-package',
      offset: 0,
    })
  })
})

describe('a SISX package', () => {
  test('says what it is and what it needs', () => {
    const found = sisxOf(demoSisx)
    const { format, uid, names, vendor, vendorNames, version, created, languages, notes } = found
    expect({ format, uid, names, vendor, vendorNames, version, created, languages, notes }).toEqual(
      {
        format: 'sisx',
        uid: 0xa0000001,
        names: ['Demo', 'Démo'],
        vendor: 'Acme',
        vendorNames: ['Acme', 'Acme'],
        version: { major: 1, minor: 2, build: 345 },
        created: '2008-02-29T23:59:58',
        languages: [1, 2],
        notes: [],
      },
    )
    expect(found.targets).toEqual([
      {
        uid: 0x101f7961,
        from: { major: 0, minor: 0, build: 0 },
        to: undefined,
        names: ['S60 3rd', 'S60 3rd'],
      },
      {
        uid: 0x1028315f,
        from: { major: 1, minor: 0, build: 0 },
        to: { major: 2, minor: -1, build: -1 },
        names: ['Product', 'Product'],
      },
    ])
    expect(found.dependencies).toEqual([
      {
        uid: 0x10281f23,
        from: { major: 1, minor: 5, build: 0 },
        to: undefined,
        names: ['Runtime', 'Runtime'],
      },
    ])
  })

  test.each([
    ['application', 0, 'application'],
    ['augmentation', 1, 'augmentation'],
    ['partial-upgrade', 2, 'partial-upgrade'],
    ['preinstalled', 3, 'preinstalled'],
    ['preinstalled-patch', 4, 'preinstalled-patch'],
  ] as const)('of the type %s has number %i', (type, typeCode, name) => {
    const found = sisxOf(buildSisx({ ...demo, type }))
    expect({ type: found.type, typeCode: found.typeCode }).toEqual({ type: name, typeCode })
  })

  test.each([
    [0, { closesApplications: false, removable: true, romUpgrade: false, hidden: false }],
    [15, { closesApplications: true, removable: false, romUpgrade: true, hidden: true }],
  ])('with flags %i says so', (flags, expected) => {
    expect(sisxOf(buildSisx({ ...demo, flags })).flags).toEqual(expected)
  })

  test('lists its files and those of the packages within it', () => {
    const { files } = sisxOf(demoSisx)
    expect(
      files.map(({ contents, ...file }) => ({ ...file, held: contents !== undefined })),
    ).toEqual([
      {
        target: '!:\\sys\\bin\\Demo.exe',
        mediaType: undefined,
        does: 'install',
        options: 0,
        capabilities: ['TCB', 'NetworkServices', 'UserEnvironment'],
        bytes: 43,
        conditional: false,
        owner: 0xa0000001,
        held: true,
      },
      {
        target: '',
        mediaType: undefined,
        does: 'text',
        options: 0x800,
        capabilities: [],
        bytes: 5,
        conditional: false,
        owner: 0xa0000001,
        held: true,
      },
      {
        target: '!:\\private\\a0000001\\state',
        mediaType: undefined,
        does: 'later',
        options: 0,
        capabilities: [],
        bytes: 0,
        conditional: false,
        owner: 0xa0000001,
        held: false,
      },
      {
        target: 'c:\\data\\part.txt',
        mediaType: undefined,
        does: 'install',
        options: 0,
        capabilities: [],
        bytes: 4,
        conditional: false,
        owner: 0xa0000002,
        held: true,
      },
    ])
  })

  test('gives out its files, compressed or not', () => {
    const contents = sisxOf(demoSisx)
      .files.filter((file) => file.contents !== undefined)
      .map((file) => new TextDecoder().decode(extractSisFile(demoSisx, file)))
    expect(contents).toEqual(['an executable, an executable, an executable', 'Terms', 'part'])
  })

  test('keeps its conditions, and lists the files under them', () => {
    const conditions = [
      { exists: 'c:\\sys\\bin\\Runtime.exe', files: [{ target: 'c:\\a.txt', octets: words('a') }] },
    ]
    const found = sisxOf(buildSisx({ ...demo, files: [], embedded: [], conditions }))
    expect(
      found.block.conditions.map((branches) => branches.map(({ condition }) => condition)),
    ).toEqual([
      [{ operator: 'exists', integer: 0, text: 'c:\\sys\\bin\\Runtime.exe', operands: [] }],
    ])
    expect(found.files.map(({ target, conditional }) => ({ target, conditional }))).toEqual([
      { target: 'c:\\a.txt', conditional: true },
    ])
    expect(found.notes).toEqual([])
  })

  test('gives out nothing of a file that the application makes later', () => {
    const [, , later] = sisxOf(demoSisx).files
    assert(later !== undefined)
    expect(attempt(() => extractSisFile(demoSisx, later))).toEqual({
      kind: 'refused',
      code: 'sis/no-contents',
      offset: 0,
    })
  })

  test('of files that are on the card already has none itself', () => {
    const { files, notes } = sisxOf(buildSisx({ ...demo, type: 'preinstalled', embedded: [] }))
    expect(files.map(({ contents }) => contents)).toEqual([undefined, undefined, undefined])
    expect(notes).toEqual([])
  })
})

describe('what is odd about a SISX package is noted', () => {
  test('a wrong checksum of the UIDs', () => {
    expect(rulesOf(readSis(withOctets(demoSisx, 12, 0)))).toEqual([
      { rule: 'uid-checksum', file: undefined, blocking: false },
    ])
  })

  test('a UID in front that is not that of the controller', () => {
    expect(rulesOf(readSis(withOctets(demoSisx, 8, 2)))).toEqual([
      { rule: 'uid-checksum', file: undefined, blocking: false },
      { rule: 'header-uid', file: undefined, blocking: false },
    ])
  })

  test('wrong checksums of the controller and of the data, which no phone compares', () => {
    const octets = withOctets(withOctets(demoSisx, 32, 0xff), 44, 0xff)
    expect(rulesOf(readSis(octets))).toEqual([
      { rule: 'controller-checksum', file: undefined, blocking: false },
      { rule: 'data-checksum', file: undefined, blocking: false },
    ])
  })

  test('octets behind it', () => {
    expect(rulesOf(readSis(Uint8Array.from([...demoSisx, 1, 2, 3])))).toEqual([
      { rule: 'trailing', file: undefined, blocking: false },
    ])
  })

  test('a file whose SHA-1 is another, and which ends an installation', () => {
    const [file] = demo.files
    assert(file !== undefined)
    const octets = buildSisx({ ...demo, files: [{ ...file, hash: new Uint8Array(20) }] })
    expect(readSis(octets).notes).toEqual([
      {
        rule: 'file-hash',
        file: '!:\\sys\\bin\\Demo.exe',
        offset: fileStart(octets),
        found:
          'Unexpected SHA-1 0000000000000000000000000000000000000000, expected e3b45c5f1e8cb13658a6cd30ed655c670e6b38c0',
        blocking: true,
      },
    ])
  })

  test('a file that cannot be decompressed', () => {
    const at = fileStart(demoSisx)
    expect(rulesOf(readSis(withOctets(demoSisx, at, 0xff, 0xff)))).toEqual([
      { rule: 'data-checksum', file: undefined, blocking: false },
      { rule: 'file-data', file: '!:\\sys\\bin\\Demo.exe', blocking: true },
    ])
  })

  test('a file of another length than both of its statements', () => {
    const at = fileStart(demoSisx) - 8
    expect(rulesOf(readSis(withOctets(demoSisx, at, 42)))).toEqual([
      { rule: 'data-checksum', file: undefined, blocking: false },
      { rule: 'file-length', file: '!:\\sys\\bin\\Demo.exe', blocking: false },
      { rule: 'file-data', file: '!:\\sys\\bin\\Demo.exe', blocking: true },
    ])
  })

  test('compression of a kind that nobody knows', () => {
    const at = fileStart(demoSisx) - 12
    expect(rulesOf(readSis(withOctets(demoSisx, at, 7)))).toEqual([
      { rule: 'data-checksum', file: undefined, blocking: false },
      { rule: 'file-data', file: '!:\\sys\\bin\\Demo.exe', blocking: true },
    ])
  })
})

function fileStart(octets: Uint8Array): number {
  const [file] = readSis(octets).files
  assert(file?.contents !== undefined)
  return file.contents.start
}
