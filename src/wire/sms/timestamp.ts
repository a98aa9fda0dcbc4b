/** Service centre time stamp (3GPP 23.040 section 9.2.3.11): seven octets of swapped digits, local time and its zone. */
import { WireError } from '../../errors.ts'
import type { OctetReader, OctetWriter } from '../octets.ts'

export interface SmsTimestamp {
  /** Two digits. */
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  /** Local time minus UTC, in quarters of an hour. */
  readonly quarterHours: number
}

const bounds = [
  ['year', 0, 99],
  ['month', 1, 12],
  ['day', 1, 31],
  ['hour', 0, 23],
  ['minute', 0, 59],
  ['second', 0, 59],
] as const
const signBit = 0x08
const quarterHoursMax = 79

export function readTimestamp(reader: OctetReader): SmsTimestamp {
  const numbers = bounds.map(([name, least, most]) => {
    const { offset } = reader
    const octet = reader.u8()
    return inBounds(twoDigits(octet, offset), { name, least, most, offset })
  })
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = numbers
  const { offset } = reader
  const zone = reader.u8()
  const quarters = twoDigits(zone & ~signBit, offset)
  const quarterHours = (zone & signBit) === 0 || quarters === 0 ? quarters : -quarters
  return { year, month, day, hour, minute, second, quarterHours }
}

/** @throws WireError `sms/timestamp` for a part out of its bounds */
export function writeTimestamp(writer: OctetWriter, timestamp: SmsTimestamp): void {
  for (const [name, least, most] of bounds) {
    const { length: offset } = writer
    writer.u8(swapped(inBounds(timestamp[name], { name, least, most, offset })))
  }
  const { quarterHours } = timestamp
  const most = quarterHoursMax
  inBounds(quarterHours, { name: 'zone', least: -most, most, offset: writer.length })
  writer.u8(swapped(Math.abs(quarterHours)) | (quarterHours < 0 ? signBit : 0))
}

/** An instant as a centre in UTC stamps it. */
export function timestampAt(epochMs: number): SmsTimestamp {
  const instant = new Date(epochMs)
  return {
    year: instant.getUTCFullYear() % 100,
    month: instant.getUTCMonth() + 1,
    day: instant.getUTCDate(),
    hour: instant.getUTCHours(),
    minute: instant.getUTCMinutes(),
    second: instant.getUTCSeconds(),
    quarterHours: 0,
  }
}

function twoDigits(octet: number, offset: number): number {
  const tens = octet & 0x0f
  const ones = octet >> 4
  if (tens > 9 || ones > 9) {
    const found = `Unexpected octet 0x${octet.toString(16).padStart(2, '0')}, expected two digits`
    throw new WireError('sms/timestamp', found, offset)
  }
  return tens * 10 + ones
}

function swapped(value: number): number {
  return ((value % 10) << 4) | Math.floor(value / 10)
}

function inBounds(
  value: number,
  part: { name: string; least: number; most: number; offset: number },
): number {
  if (Number.isInteger(value) && value >= part.least && value <= part.most) return value
  throw new WireError(
    'sms/timestamp',
    `Unexpected ${part.name} ${value}, expected ${part.least} to ${part.most}`,
    part.offset,
  )
}

/** `26-11-25 18:13:00 +01:00`; the century is not part of it. */
export function describeTimestamp(timestamp: SmsTimestamp): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const { year, month, day, hour, minute, second, quarterHours } = timestamp
  const minutes = Math.abs(quarterHours) * 15
  const zone = `${quarterHours < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
  const date = [year, month, day].map(two).join('-')
  return `${date} ${[hour, minute, second].map(two).join(':')} ${zone}`
}
