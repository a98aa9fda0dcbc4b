import { expect, test } from 'vitest'
import { findTlv, findTlvNumber, numberTlv, tlvName, tlvTag } from '../../../src/wire/smpp/tlv.ts'
import { tlvRows } from '../../../src/wire/smpp/tlvs.table.ts'

test('no two optional parameters share a tag or a name, and they stand in order', () => {
  const tags = tlvRows.map(({ tag }) => tag)
  expect(tags).toEqual([...new Set(tags)].toSorted((a, b) => a - b))
  expect(new Set(tlvRows.map(({ name }) => name)).size).toBe(tlvRows.length)
})

test('a number is as many octets as its parameter has', () => {
  expect([
    numberTlv('destination_port', 2948),
    numberTlv('sar_total_segments', 3),
    numberTlv('qos_time_to_live', 0x01020304),
  ]).toEqual([
    { tag: 0x020b, octets: Uint8Array.of(0x0b, 0x84) },
    { tag: 0x020e, octets: Uint8Array.of(3) },
    { tag: 0x0017, octets: Uint8Array.of(1, 2, 3, 4) },
  ])
})

test('a parameter is found by its name, the first of its tag', () => {
  const tlvs = [
    numberTlv('source_port', 9200),
    numberTlv('source_port', 1),
    { tag: tlvTag('destination_port'), octets: Uint8Array.of(1) },
  ]
  expect([
    findTlv(tlvs, 'source_port'),
    findTlvNumber(tlvs, 'source_port'),
    findTlvNumber(tlvs, 'destination_port'),
    findTlvNumber(tlvs, 'message_state'),
  ]).toEqual([Uint8Array.of(0x23, 0xf0), 9200, undefined, undefined])
})

test('a tag that SMPP 3.4 has not is called by its number', () => {
  expect([tlvName(0x0424), tlvName(0x1400)]).toEqual(['message_payload', '0x1400'])
})
