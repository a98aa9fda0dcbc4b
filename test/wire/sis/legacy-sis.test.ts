import assert from 'node:assert/strict'
import { describe, expect, test } from 'vitest'
import { buildLegacySis } from '../../../src/reference/sis/legacy-sis-writer.ts'
import { u16, u32 } from '../../../src/test-authority/sisx-field-writer.ts'
import { extractSisFile, readSis } from '../../../src/wire/sis/sis.ts'
import type { LegacySis } from '../../../src/wire/sis/legacy-sis.ts'
import { attempt } from '../attempt.ts'
import { numbers, plainBytes, withRecords } from './legacy-records.ts'
import { demoSis, legacyDemo } from './samples.ts'

function legacyOf(octets: Uint8Array): LegacySis {
  const found = readSis(octets)
  assert(found.format === 'sis')
  return found
}

function withOctets(octets: Uint8Array, at: number, ...changed: readonly number[]): Uint8Array {
  const copy = octets.slice()
  copy.set(changed, at)
  return copy
}

describe('a legacy package', () => {
  test('says what it is and what it needs', () => {
    const { header: _header, records: _records, files: _files, ...found } = legacyOf(demoSis)
    expect(found).toEqual({
      format: 'sis',
      uid: 0x10008565,
      release: 'er6',
      names: ['Demo', 'Demo'],
      version: { major: 1, minor: 1, build: 2 },
      type: 'application',
      typeCode: 0,
      options: { unicode: true, distributable: false, compressed: true, closesApplications: false },
      drive: '!',
      installerVersion: 200,
      languages: [1, 2],
      dependencies: [
        {
          uid: 0x101f7960,
          from: { major: 0, minor: 0, build: 0 },
          to: undefined,
          names: ['S60 2nd', 'S60 2nd'],
        },
      ],
      capabilities: [],
      certificates: undefined,
      signatureBytes: undefined,
      installedBytes: 35,
      installedBytesMax: 35,
      notes: [],
    })
  })

  test('lists its files in the order of installation', () => {
    expect(
      legacyOf(demoSis).files.map(({ contents, ...file }) => ({
        ...file,
        held: contents !== undefined,
      })),
    ).toEqual([
      {
        target: '',
        mediaType: undefined,
        does: 'text',
        options: 2,
        capabilities: [],
        bytes: 5,
        conditional: false,
        owner: 0x10008565,
        held: true,
      },
      {
        target: '!:\\system\\apps\\Demo\\Demo.app',
        mediaType: 'application/x-demo',
        does: 'install',
        options: 0,
        capabilities: [],
        bytes: 30,
        conditional: false,
        owner: 0x10008565,
        held: true,
      },
      {
        target: '!:\\system\\apps\\Demo\\state',
        mediaType: undefined,
        does: 'later',
        options: 0,
        capabilities: [],
        bytes: 0,
        conditional: false,
        owner: 0x10008565,
        held: false,
      },
    ])
  })

  test.each([true, false])('gives out its files, stored: %s', (stored) => {
    const octets = buildLegacySis({ ...legacyDemo, stored })
    const contents = legacyOf(octets)
      .files.filter((file) => file.contents !== undefined)
      .map((file) => new TextDecoder().decode(extractSisFile(octets, file)))
    expect(contents).toEqual(['Terms', 'an application, an application'])
  })

  test.each([
    ['application', 0],
    ['system', 1],
    ['option', 2],
    ['configuration', 3],
    ['patch', 4],
    ['upgrade', 5],
  ] as const)('of the type %s has number %i', (type, typeCode) => {
    const found = legacyOf(buildLegacySis({ ...legacyDemo, type }))
    expect({ type: found.type, typeCode: found.typeCode }).toEqual({ type, typeCode })
  })

  test('names the letter of its drive', () => {
    expect(legacyOf(buildLegacySis({ ...legacyDemo, drive: 'C' })).drive).toBe('C')
  })

  test('is noted to be damaged where its checksum is wrong or a file does not decompress', () => {
    const [, file] = legacyOf(demoSis).files
    assert(file?.contents !== undefined)
    const { notes } = legacyOf(withOctets(demoSis, file.contents.start, 0xff, 0xff))
    expect(notes.map(({ rule, file: name, blocking }) => ({ rule, name, blocking }))).toEqual([
      { rule: 'file-checksum', name: undefined, blocking: false },
      { rule: 'file-data', name: '!:\\system\\apps\\Demo\\Demo.app', blocking: true },
    ])
  })

  test('whose file lies beyond its end is refused', () => {
    const octets = demoSis.subarray(0, demoSis.length - 1)
    expect(attempt(() => readSis(octets))).toEqual({
      kind: 'refused',
      code: 'wire/out-of-bounds',
      offset: demoSis.length - 13,
    })
  })
})

describe('a signed legacy package', () => {
  test('tells when its certificates were stamped, and how long its signature is', () => {
    const stamp = [2004, 3, 14, 12, 30, 0].flatMap((number) => [...u16(number)])
    const certificates = Uint8Array.from([...stamp, ...u32(2)])
    const octets = withRecords(0, Uint8Array.from([...certificates, ...new Uint8Array(40)]), {
      fields: [
        [0x3c, u32(plainBytes)],
        [0x44, u32(plainBytes + 16)],
      ],
    })
    const found = legacyOf(octets)
    expect(found.certificates).toEqual({ stamped: '2004-03-14T12:30:00', count: 2 })
    expect(found.signatureBytes).toBe(40)
  })

  test('has a checksum that leaves the signature out', () => {
    const signed = Uint8Array.from([...demoSis, 1, 2, 3])
    signed.set(u32(demoSis.length), 0x44)
    const other = signed.slice()
    other.set([4, 5, 6], demoSis.length)
    const [one, two] = [legacyOf(signed).notes, legacyOf(other).notes]
    expect(one).toEqual(two)
    expect(one.map(({ rule }) => rule)).toEqual(['file-checksum'])
  })

  test('whose signature would begin behind its end is refused', () => {
    const octets = demoSis.slice()
    octets.set(u32(octets.length + 1), 0x44)
    expect(attempt(() => readSis(octets))).toEqual({
      kind: 'refused',
      code: 'wire/out-of-bounds',
      offset: 16,
    })
  })
})

describe('a package of EPOC release 5', () => {
  test('has a shorter head, and records without lengths that compression would change', () => {
    // Head without the 32 octets of release 6; one file record of one file that is not compressed.
    const octets = epocPackage()
    const found = legacyOf(octets)
    expect({
      release: found.release,
      names: found.names,
      installedBytes: found.installedBytes,
      compressed: found.options.compressed,
    }).toEqual({ release: 'epoc', names: ['Old'], installedBytes: undefined, compressed: false })
    expect(
      found.files.map((file) => new TextDecoder().decode(extractSisFile(octets, file))),
    ).toEqual(['contents'])
  })
})

function epocPackage(): Uint8Array {
  const languagesAt = 68
  const filesAt = languagesAt + 2
  const namesAt = filesAt + 36
  const textsAt = namesAt + 8
  const name = new TextEncoder().encode('Old')
  const target = new TextEncoder().encode('c:\\a')
  const contents = new TextEncoder().encode('contents')
  const targetAt = textsAt + name.length
  const contentsAt = targetAt + target.length
  return Uint8Array.from([
    ...numbers(0x10000000, 0x1000006d, 0x10000419, 0),
    ...[0, 1, 1, 0, 0, 0, 0, 0].flatMap((number) => [...u16(number)]),
    ...numbers(100, 0, 0x00000001, 0, languagesAt, filesAt, 0, 0, namesAt),
    ...u16(1),
    ...numbers(0, 0, 0, 0, 0, target.length, targetAt, contents.length, contentsAt),
    ...numbers(name.length, textsAt),
    ...name,
    ...target,
    ...contents,
  ])
}
