import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { shownToday } from '../../handshakes.ts'
import type { Handshake } from '../../handshakes.ts'

export default defineCheck({
  level: 'must-if',
  clause: 'TLS-VALIDITY',
  title: 'The certificates that a server sends are valid on the day',
  applies: (context) => shownToday(context).length > 0,
  absent: 'no server over https showed a certificate that can be read, as up to TLS 1.2',
  *judge(context) {
    for (const { shaken, sent } of shownToday(context)) {
      const at = dayOf(context, shaken)
      const today = new Date(at).toISOString().slice(0, 10)
      const outdated = sent.find(
        (one) => one !== undefined && (at < one.notBefore || at > one.notAfter),
      )
      if (outdated === undefined) yield pass(shaken, `all of them are valid on ${today}`)
      else {
        const { subject, notBefore, notAfter } = outdated
        const actual = `${subject.text}, valid from ${day(notBefore)} to ${day(notAfter)}`
        yield fail(shaken, { actual, expected: `certificates that are valid on ${today}` })
      }
    }
  },
  explain: `A phone refuses a server whose certificate is over, and one whose certificate begins tomorrow, which its user may see for a day because his clock is wrong. Servers elsewhere are judged by the day on which the run is made, not by what the calendar of the phone shows in it. Renew certificates before they end, those of issuers too.`,
})

function dayOf({ facts }: CheckContext, { day: named, at }: Handshake): number {
  return named === undefined ? Date.parse(facts.startsAt) + at : Date.parse(named)
}

function day(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}
