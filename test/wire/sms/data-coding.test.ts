import { describe, expect, test } from 'vitest'
import { readDataCoding, writeDataCoding } from '../../../src/wire/sms/data-coding.ts'
import type { DataCoding } from '../../../src/wire/sms/data-coding.ts'

const plain: DataCoding = {
  group: 'general',
  alphabet: 'gsm',
  messageClass: undefined,
  compressed: false,
}

describe('a data coding scheme', () => {
  test.each<[number, DataCoding]>([
    [0x00, plain],
    [0x01, plain],
    [0x04, { ...plain, alphabet: 'octets' }],
    [0x08, { ...plain, alphabet: 'ucs2' }],
    [0x0c, plain],
    [0x10, { ...plain, messageClass: 0 }],
    [0x15, { ...plain, alphabet: 'octets', messageClass: 1 }],
    [0x1a, { ...plain, alphabet: 'ucs2', messageClass: 2 }],
    [0x20, { ...plain, compressed: true }],
    [0x57, { ...plain, group: 'automatic-deletion', alphabet: 'octets', messageClass: 3 }],
    [0x80, { ...plain, group: 'reserved' }],
    [0xbf, { ...plain, group: 'reserved' }],
    [0xc8, { ...plain, group: 'waiting-discard' }],
    [0xd8, { ...plain, group: 'waiting-store' }],
    [0xe8, { ...plain, group: 'waiting-store', alphabet: 'ucs2' }],
    [0xf0, { ...plain, group: 'class', messageClass: 0 }],
    [0xf5, { ...plain, group: 'class', alphabet: 'octets', messageClass: 1 }],
  ])('of 0x%x is read', (octet, coding) => {
    expect(readDataCoding(octet)).toEqual(coding)
  })

  test('is read as it was written', () => {
    const written = (['gsm', 'octets', 'ucs2'] as const).flatMap((alphabet) =>
      ([undefined, 0, 1, 2, 3] as const).map((messageClass) => ({ alphabet, messageClass })),
    )
    expect(
      written.map(({ alphabet, messageClass }) =>
        readDataCoding(writeDataCoding(alphabet, messageClass)),
      ),
    ).toEqual(written.map((coding) => ({ ...plain, ...coding })))
  })
})
