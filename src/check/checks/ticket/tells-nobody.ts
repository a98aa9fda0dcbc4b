import { defineCheck, fail, pass } from '../../check.ts'
import { digitsOf, orderedTickets } from '../../ticket-openings.ts'
import { findSecret } from '../../secrets-in-urls.ts'

/** Of a number, without the prefixes of country and network that are often left out. */
const digitsThatTell = 8
const imeiDigits = 15

export default defineCheck({
  row: 'N07',
  level: 'field',
  clause: 'TICKET-SECRET',
  title: 'A link for one phone holds neither its number nor its IMEI',
  applies: (context) => orderedTickets(context).length > 0,
  absent: 'the target did not push a link for one phone',
  *judge(context) {
    for (const { link, message, ordered } of orderedTickets(context)) {
      const actual = personIn(link, digitsOf(ordered.to))
      yield actual === undefined
        ? pass(message, 'the link tells nothing of its phone')
        : fail(message, { actual: `${actual} in the link`, expected: 'a token that means nothing' })
    }
  },
  explain: `The link goes through the message centre, the gateway and the logs of both, unencrypted, and is forwarded with the message. A phone number in it names a person to all of them, and lets anyone who knows a number make up its link. Keep number and IMEI on the server, beside a random token that stands for them.`,
})

function personIn(link: string, number: string): string | undefined {
  const runs: readonly string[] = link.match(/\d{8,}/g) ?? []
  if (runs.some((run) => run.includes(number.slice(-digitsThatTell)))) {
    return 'the number of the phone'
  }
  if (runs.some((run) => run.length === imeiDigits && isLuhn(run))) return 'an IMEI'
  return findSecret(new URL(link))
}

/** The check digit of an IMEI (3GPP 23.003 annex B). */
function isLuhn(digits: string): boolean {
  const sum = Array.from(digits, Number)
    .toReversed()
    .reduce((total, digit, index) => {
      const doubled = digit * (index % 2 === 0 ? 1 : 2)
      return total + (doubled > 9 ? doubled - 9 : doubled)
    }, 0)
  return sum % 10 === 0
}
