/** Schemas that several steps share. */
import { z } from 'zod'
import { durationPattern, parseDuration } from '../duration.ts'
import { purposes } from '../trace/purposes.table.ts'

export const duration = z
  .string()
  .regex(durationPattern, 'a duration such as 500ms, 60s, 5m, 2h or 14d')
  .transform(parseDuration)

export type Instant =
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'from now'; readonly ms: number }

/** A date as SI documents write them, or a duration from now: `+10m`, `-1d`. */
export const instant = z
  .string()
  .regex(
    /^(?:[+-]\d{1,6}(?:ms|s|m|h|d)|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)$/,
    'a date such as 2006-03-01T09:00:00Z, or a duration from now such as +10m or -1d',
  )
  .transform((text): Instant => {
    const sign = { '+': 1, '-': -1 }[text.slice(0, 1)]
    if (sign === undefined) return { kind: 'date', date: text }
    return { kind: 'from now', ms: sign * parseDuration(text.slice(1)) }
  })

/** Before (-) or after (+) something: `-2s`, `+1m`. */
export const fromThen = z
  .string()
  .regex(/^[+-]\d{1,6}(?:ms|s|m|h|d)$/, 'a duration with a sign such as -2s or +1m')
  .transform((text) => (text.startsWith('-') ? -1 : 1) * parseDuration(text.slice(1)))

export const purpose = z.enum(purposes)

/** Where in a body a transfer is cut: a place, or a number of octets. */
export const place = z.union([z.enum(['first', 'middle', 'last']), z.int().nonnegative()])

/** Exchanges of a purpose, counted from 1: `2` or `1..3`. */
export const counted = z.union([
  z
    .int()
    .positive()
    .transform((n) => ({ from: n, to: n })),
  z
    .string()
    .regex(/^[1-9]\d{0,3}\.\.[1-9]\d{0,3}$/, 'a count such as 1..3')
    .transform((text) => {
      const [from = 1, to = 1] = text.split('..').map(Number)
      return { from, to }
    })
    .refine(({ from, to }) => from <= to, 'a count such as 1..3'),
])

/** Which exchanges of a purpose are struck; the first, where nothing is said. */
export const nth = counted.prefault(1)

/** Names of record stores (MIDP 2.0 `RecordStore`), and how much a scenario writes at most. */
const storeNameCharactersMax = 32
const recordsMax = 100
const recordCharactersMax = 10_000

/** Record stores by name, each with the texts of its records in the order of their ids. */
export const recordStores = z.record(
  z.string().min(1).max(storeNameCharactersMax),
  z.array(z.string().max(recordCharactersMax)).max(recordsMax),
)

export function toOctets(records: readonly string[]): readonly Uint8Array[] {
  return records.map((text) => new TextEncoder().encode(text))
}
