import { describe, expect, test } from 'vitest'
import { OctetReader } from '../../../src/wire/octets.ts'
import { readSisHeader } from '../../../src/wire/sis/sis-header.ts'
import { octetsOf } from '../octets-of.ts'

describe('the checksum of the UIDs', () => {
  // Headers of packages of Symbian's own tests (oss.FCL.sf.mw.appinstall: simple.sis, legacy.sis, appv11.sis).
  test.each([
    {
      hex: '7a1a2010 00000000 01000080 1bf85409',
      uids: [0x10201a7a, 0, 0x80000001],
      checksum: 0x0954f81b,
    },
    {
      hex: '65850010 123a0010 19040010 3d53af4a',
      uids: [0x10008565, 0x10003a12, 0x10000419],
      checksum: 0x4aaf533d,
    },
    {
      hex: 'fce71f10 123a0010 19040010 d8b4f79e',
      uids: [0x101fe7fc, 0x10003a12, 0x10000419],
      checksum: 0x9ef7b4d8,
    },
  ])('of $hex is right', ({ hex, uids, checksum }) => {
    expect(readSisHeader(new OctetReader(octetsOf(hex)))).toEqual({
      uids,
      checksum,
      rightChecksum: checksum,
    })
  })
})
