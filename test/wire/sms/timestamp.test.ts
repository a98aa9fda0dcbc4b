import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OctetReader, OctetWriter } from '../../../src/wire/octets.ts'
import { readTimestamp, timestampAt, writeTimestamp } from '../../../src/wire/sms/timestamp.ts'
import type { SmsTimestamp } from '../../../src/wire/sms/timestamp.ts'
import { attempt } from '../attempt.ts'

const read = (given: Uint8Array) => readTimestamp(new OctetReader(given))
const write = (timestamp: SmsTimestamp) => {
  const writer = new OctetWriter()
  writeTimestamp(writer, timestamp)
  return writer.toUint8Array()
}
const noon: SmsTimestamp = {
  year: 6,
  month: 3,
  day: 1,
  hour: 9,
  minute: 5,
  second: 59,
  quarterHours: 0,
}

describe('a service centre time stamp', () => {
  test.each<[readonly number[], SmsTimestamp]>([
    [[0x60, 0x30, 0x10, 0x90, 0x50, 0x95, 0x00], noon],
    [[0x60, 0x30, 0x10, 0x90, 0x50, 0x95, 0x21], { ...noon, quarterHours: 12 }],
    [[0x60, 0x30, 0x10, 0x90, 0x50, 0x95, 0x8a], { ...noon, quarterHours: -28 }],
  ])('%j is read and written', (octets, timestamp) => {
    expect([read(Uint8Array.from(octets)), write(timestamp)]).toEqual([
      timestamp,
      Uint8Array.from(octets),
    ])
  })

  test('of an instant is in UTC', () => {
    expect(timestampAt(Date.UTC(2006, 2, 1, 9, 5, 59, 999))).toEqual(noon)
  })

  test.each([
    [[0xa0, 0x30, 0x10, 0x90, 0x50, 0x95, 0x00], 0],
    [[0x60, 0x31, 0x10, 0x90, 0x50, 0x95, 0x00], 1],
    [[0x60, 0x30, 0x00, 0x90, 0x50, 0x95, 0x00], 2],
    [[0x60, 0x30, 0x10, 0x42, 0x50, 0x95, 0x00], 3],
    [[0x60, 0x30, 0x10, 0x90, 0x50, 0x95, 0xa0], 6],
  ])('%j has no such date', (octets, offset) => {
    expect(attempt(() => read(Uint8Array.from(octets)))).toEqual({
      kind: 'refused',
      code: 'sms/timestamp',
      offset,
    })
  })

  test.each<[Partial<SmsTimestamp>, number]>([
    [{ year: 100 }, 0],
    [{ month: 0 }, 1],
    [{ second: 0.5 }, 5],
    [{ quarterHours: -80 }, 6],
  ])('with %j is not written', (changes, offset) => {
    expect(attempt(() => write({ ...noon, ...changes }))).toEqual({
      kind: 'refused',
      code: 'sms/timestamp',
      offset,
    })
  })

  test('comes back as it was written', () => {
    const timestamp = fc.record({
      year: fc.integer({ min: 0, max: 99 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 31 }),
      hour: fc.integer({ min: 0, max: 23 }),
      minute: fc.integer({ min: 0, max: 59 }),
      second: fc.integer({ min: 0, max: 59 }),
      quarterHours: fc.integer({ min: -79, max: 79 }),
    })
    fc.assert(
      fc.property(timestamp, (given) => {
        expect(read(write(given))).toEqual(given)
      }),
    )
  })
})
