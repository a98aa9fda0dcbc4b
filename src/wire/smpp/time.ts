/** Times in PDUs: `YYMMDDhhmmsstnnp` (SMPP 3.4 section 7.1.1). */
export type SmppTime =
  | { readonly kind: 'absolute'; readonly epochMs: number }
  /** Of the calendar, from the receipt of the PDU on. */
  | {
      readonly kind: 'relative'
      readonly years: number
      readonly months: number
      readonly days: number
      readonly hours: number
      readonly minutes: number
      readonly seconds: number
    }

const pattern = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d)(\d\d)([-+R])$/
/** Two digits are of this century (assumed: SMPP says no more than "last two digits of the year"). */
const century = 2000
const quarterMs = 900_000
const quartersMax = 48

/** `undefined` for what is no such time, or no day of the calendar. */
export function parseSmppTime(text: string): SmppTime | undefined {
  const match = pattern.exec(text)
  if (match === null) return undefined
  const numbers = match.slice(1, 9).map(Number)
  const [years = 0, months = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = numbers
  if (match[9] === 'R') {
    return { kind: 'relative', years, months, days, hours, minutes, seconds }
  }
  const [tenths = 0, quarters = 0] = numbers.slice(6)
  const local = Date.UTC(century + years, months - 1, days, hours, minutes, seconds, tenths * 100)
  if (quarters > quartersMax || absoluteDigits(local) !== text.slice(0, 13)) return undefined
  const shift = quarters * quarterMs
  return { kind: 'absolute', epochMs: match[9] === '+' ? local - shift : local + shift }
}

/** Absolute times are written in UTC. */
export function formatSmppTime(time: SmppTime): string {
  if (time.kind === 'absolute') return `${absoluteDigits(time.epochMs)}00+`
  const { years, months, days, hours, minutes, seconds } = time
  return `${[years, months, days, hours, minutes, seconds].map(twoDigits).join('')}000R`
}

export function instantOf(time: SmppTime, nowEpochMs: number): number {
  if (time.kind === 'absolute') return time.epochMs
  const from = new Date(nowEpochMs)
  return Date.UTC(
    from.getUTCFullYear() + time.years,
    from.getUTCMonth() + time.months,
    from.getUTCDate() + time.days,
    from.getUTCHours() + time.hours,
    from.getUTCMinutes() + time.minutes,
    from.getUTCSeconds() + time.seconds,
    from.getUTCMilliseconds(),
  )
}

/** `YYMMDDhhmm`, as receipts write it (SMPP 3.4 appendix B). */
export function receiptDate(epochMs: number): string {
  return absoluteDigits(epochMs).slice(0, 10)
}

/** `YYMMDDhhmmsst` */
function absoluteDigits(epochMs: number): string {
  const instant = new Date(epochMs)
  const digits = [
    instant.getUTCFullYear() % 100,
    instant.getUTCMonth() + 1,
    instant.getUTCDate(),
    instant.getUTCHours(),
    instant.getUTCMinutes(),
    instant.getUTCSeconds(),
  ].map(twoDigits)
  return `${digits.join('')}${Math.floor(instant.getUTCMilliseconds() / 100)}`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
