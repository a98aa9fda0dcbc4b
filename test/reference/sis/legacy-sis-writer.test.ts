/** Packages are read back by a rule of their own: each place of the head by SIS File Format 1.19, and nothing of src/wire. */
import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { buildLegacySis } from '../../../src/reference/sis/legacy-sis-writer.ts'

const octets = buildLegacySis({
  uid: 0x10008565,
  name: 'Demo',
  version: { major: 1, minor: 20, build: 300 },
  type: 'upgrade',
  languages: [1, 3],
  drive: 'E',
  requisites: [{ uid: 0x101f7960, from: { major: 2, minor: 3, build: 4 }, name: 'S60' }],
  files: [
    { target: '', octets: new TextEncoder().encode('Terms'), does: 'text', details: 2 },
    { target: '!:\\a', octets: new TextEncoder().encode('abc'), mediaType: 'm' },
    { target: '!:\\b', octets: new Uint8Array(), does: 'later' },
  ],
})

const view = new DataView(octets.buffer, octets.byteOffset, octets.length)
const u16 = (at: number) => view.getUint16(at, true)
const u32 = (at: number) => view.getUint32(at, true)
/** A length and a place. */
const textAt = (at: number) =>
  Buffer.from(octets.subarray(u32(at + 4), u32(at + 4) + u32(at))).toString('utf16le')

describe('a package of Symbian OS 6 to 8', () => {
  test('has the head of EPOC release 6, field by field', () => {
    expect({
      uids: [0x00, 0x04, 0x08].map(u32),
      uidChecksum: u32(0x0c),
      languages: u16(0x12),
      files: u16(0x14),
      requisites: u16(0x16),
      language: u16(0x18),
      filesInstalled: u16(0x1a),
      drive: u16(0x1c),
      capabilities: u16(0x1e),
      installerVersion: u32(0x20),
      options: u16(0x24),
      type: u16(0x26),
      version: [u16(0x28), u16(0x2a), u32(0x2c)],
      languagesAt: u32(0x30),
      filesAt: u32(0x34),
      requisitesAt: u32(0x38),
      certificatesAt: u32(0x3c),
      namesAt: u32(0x40),
      signatureAt: u32(0x44),
      capabilitiesAt: u32(0x48),
      installedBytes: u32(0x4c),
      installedBytesMax: u32(0x50),
      reserved: [0x54, 0x58, 0x5c, 0x60].map(u32),
    }).toEqual({
      uids: [0x10008565, 0x10003a12, 0x10000419],
      // Of these three words in a real package (oss.FCL.sf.mw.appinstall, legacy.sis).
      uidChecksum: 0x4aaf533d,
      languages: 2,
      files: 3,
      requisites: 1,
      language: 0,
      filesInstalled: 0,
      drive: 0x45,
      capabilities: 0,
      installerVersion: 200,
      options: 1,
      type: 5,
      version: [1, 20, 300],
      languagesAt: 100,
      filesAt: 104,
      requisitesAt: 104 + 3 * 48,
      certificatesAt: 0,
      namesAt: 104 + 3 * 48 + 28,
      signatureAt: 0,
      capabilitiesAt: 0,
      installedBytes: 8,
      installedBytesMax: 8,
      reserved: [0, 0, 0, 0],
    })
  })

  test('has the CRC-16 of all of it but the CRC-16', () => {
    let register = 0
    for (const octet of [...octets.subarray(0, 16), ...octets.subarray(18)]) {
      register ^= octet << 8
      for (let bit = 0; bit < 8; bit += 1) {
        register = register & 0x8000 ? ((register << 1) ^ 0x1021) & 0xffff : register << 1
      }
    }
    expect(u16(0x10)).toBe(register)
  })

  test('lists its languages, names and requisites', () => {
    const requisiteAt = u32(0x38)
    const namesAt = u32(0x40)
    expect({
      languages: [u16(100), u16(102)],
      requisite: [
        u32(requisiteAt),
        u16(requisiteAt + 4),
        u16(requisiteAt + 6),
        u32(requisiteAt + 8),
      ],
    }).toEqual({ languages: [1, 3], requisite: [0x101f7960, 2, 3, 4] })
    // Two lengths, then two places.
    const namesOf = (at: number) =>
      [0, 1].map((language) => {
        const start = u32(at + 8 + language * 4)
        return Buffer.from(octets.subarray(start, start + u32(at + language * 4))).toString(
          'utf16le',
        )
      })
    expect([namesOf(requisiteAt + 12), namesOf(namesAt)]).toEqual([
      ['S60', 'S60'],
      ['Demo', 'Demo'],
    ])
  })

  test('has one record a file, the last file first', () => {
    const records = [0, 1, 2].map((index) => {
      const at = u32(0x34) + index * 48
      const packed = octets.subarray(u32(at + 32), u32(at + 32) + u32(at + 28))
      return {
        record: u32(at),
        type: u32(at + 4),
        details: u32(at + 8),
        source: textAt(at + 12),
        target: textAt(at + 20),
        contents: packed.length === 0 ? '' : inflateSync(packed).toString(),
        bytes: u32(at + 36),
        mediaType: textAt(at + 40),
      }
    })
    const plain = { record: 0, details: 0, source: '', contents: '', bytes: 0, mediaType: '' }
    expect(records).toEqual([
      { ...plain, type: 4, target: '!:\\b' },
      { ...plain, type: 0, target: '!:\\a', contents: 'abc', bytes: 3, mediaType: 'm' },
      { ...plain, type: 1, details: 2, target: '', contents: 'Terms', bytes: 5 },
    ])
  })

  test('keeps its texts before its files, so that a phone can keep those without these', () => {
    const [first] = [0, 1, 2]
      .map((index) => u32(u32(0x34) + index * 48 + 32))
      .toSorted((a, b) => a - b)
    expect(first).toBeGreaterThanOrEqual(u32(u32(0x40) + 12) + 'Demo'.length * 2)
  })

  test('may hold its files as they are', () => {
    const stored = buildLegacySis({
      uid: 1,
      name: 'D',
      version: { major: 1, minor: 0, build: 0 },
      files: [{ target: 'c:\\a', octets: new TextEncoder().encode('as it is') }],
      stored: true,
    })
    expect([stored[0x24], new TextDecoder().decode(stored.subarray(-8))]).toEqual([9, 'as it is'])
  })
})
