import { escapeText } from '../../../wire/escape.ts'
import { parseDate } from '../../../wire/wbxml/date.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { ownIndications } from '../../indications.ts'
import type { OwnIndication } from '../../indications.ts'

const dated = (context: CheckContext) =>
  ownIndications(context).filter(
    ({ indication: { created, expires } }) => created !== undefined || expires !== undefined,
  )

/** Clocks of server and network may be so far apart, and a message may take so long to be handed over. */
const toleranceMs = 120_000

export default defineCheck({
  row: 'W22',
  level: 'must',
  clause: 'SI-DATES',
  title: 'The dates of an indication are of the calendar, in order, and not over',
  applies: (context) => dated(context).length > 0,
  absent: 'no service indication with a date was sent',
  *judge(context) {
    const { startsAt, target } = context.facts
    for (const one of dated(context)) {
      // A server whose clock nobody moves has another date than the phone.
      const now = target.clock ? Date.parse(startsAt) + one.message.at : undefined
      const wrong = wrongIn(one, now)
      const { created = 'none', expires = 'none' } = one.indication
      yield wrong === undefined
        ? pass(one.message, `created ${created}, si-expires ${expires}`)
        : fail(one.message, wrong)
    }
  },
  explain: `Phones drop an indication that has expired or whose date is in no calendar, and say nothing. It happens with local time in place of UTC, with months counted from 0, and with dates that were written with dots for colons as some documentation prints them. A date of creation in the future makes every later message with the same si-id look old. Write both dates in UTC from one clock.`,
})

function wrongIn({ indication, message }: OwnIndication, now: number | undefined) {
  const { created, expires } = indication
  for (const [name, text] of [
    ['created', created],
    ['si-expires', expires],
  ] as const) {
    if (text !== undefined && parseDate(text) === undefined) {
      const actual = `${name} ${escapeText(text, 40)}`
      return { actual, expected: 'a date of the calendar, as YYYY-MM-DDThh:mm:ssZ' }
    }
  }
  const flaw = message.reading.content?.deviations.find(({ rule }) => rule.startsWith('date-'))
  if (flaw !== undefined) {
    return { actual: `a date that is no date (${flaw.rule})`, expected: '4 to 7 octets of digits' }
  }
  return wrongBetween(indication, now)
}

/** @param now by the clock of the server; none where nobody knows it */
function wrongBetween({ created, expires }: OwnIndication['indication'], now = Number.NaN) {
  const [from, until] = [parseDate(created ?? ''), parseDate(expires ?? '')]
  if (until !== undefined && until <= now) {
    return { actual: `si-expires ${expires}, which was over`, expected: 'a time to come' }
  }
  if (from !== undefined && from > now + toleranceMs) {
    return { actual: `created ${created}, which is to come`, expected: 'the time it was made' }
  }
  if (from !== undefined && until !== undefined && until <= from) {
    return { actual: `si-expires ${expires} and created ${created}`, expected: 'created before' }
  }
  return undefined
}
