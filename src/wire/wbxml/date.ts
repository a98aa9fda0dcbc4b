/**
 * Dates of SI documents (WAP-167 section 9.2.2): `YYYY-MM-DDThh:mm:ssZ` in text, two decimal digits an octet in WBXML,
 * trailing zero octets left out:
 *
 *     19 99 06 25 15 23 15   1999-06-25T15:23:15Z        19 99 06 30   1999-06-30T00:00:00Z
 */

/** What is wrong with a date as octets. */
export type DateFlaw = 'date-length' | 'date-digits' | 'date-calendar'

const octetsMin = 4
const octetsMax = 7
const form = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})Z$/

/** The text form of whatever digits there are, and the first thing that is wrong with them. */
export function decodeDate(octets: Uint8Array): {
  readonly text: string
  readonly flaw: DateFlaw | undefined
} {
  const digits = Buffer.from(octets.subarray(0, octetsMax)).toString('hex').padEnd(14, '0')
  const text = digits.replace(/^(.{4})(..)(..)(..)(..)(..)$/, '$1-$2-$3T$4:$5:$6Z')
  if (octets.length < octetsMin || octets.length > octetsMax) return { text, flaw: 'date-length' }
  if (!form.test(text)) return { text, flaw: 'date-digits' }
  return { text, flaw: parseDate(text) === undefined ? 'date-calendar' : undefined }
}

/** The shortest octets of a date; none for a text that is not of its form. The calendar is not asked. */
export function encodeDate(text: string): Uint8Array | undefined {
  if (!form.test(text)) return undefined
  const digits = text.replace(/\D/g, '').replace(/(?:00){1,3}$/, '')
  return new Uint8Array(Buffer.from(digits, 'hex'))
}

/** Milliseconds since 1970; none for another form and for what is in no calendar, such as the 30th of February. */
export function parseDate(text: string): number | undefined {
  const match = form.exec(text)
  if (match === null) return undefined
  const ms = Date.parse(text)
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 19) !== text.slice(0, 19)
    ? undefined
    : ms
}

/** @param ms since 1970 */
export function formatDate(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`
}
