import { expect, test } from 'vitest'
import { readSmppCoding } from '../../../src/wire/smpp/data-coding.ts'

test.each([
  [0x00, 'default', 0x00],
  [0x01, 'ascii', 0x00],
  [0x02, 'octets', 0x04],
  [0x03, 'latin1', 0x00],
  [0x04, 'octets', 0x04],
  [0x08, 'ucs2', 0x08],
  [0x15, 'octets', 0x15],
  [0x18, 'ucs2', 0x18],
  [0x10, 'default', 0x10],
  [0xc8, 'default', 0xc8],
  [0xe0, 'ucs2', 0xe0],
  [0xf0, 'default', 0xf0],
  [0xf5, 'octets', 0xf5],
  [0x06, 'other', 0x04],
])('data_coding %i is %s, and %i in the air', (octet, charset, airCoding) => {
  expect(readSmppCoding(octet)).toEqual({ charset, airCoding })
})
