import { findOutdated } from '../../../wire/sis/sis-certificates.ts'
import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { chosenSisx } from '../../native-signatures.ts'

function signed(context: CheckContext) {
  return chosenSisx(context).filter(({ chains }) => chains.length > 0)
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

export default defineCheck({
  row: 'N17',
  level: 'must',
  clause: 'NATIVE-SIGNATURE-DATES',
  title: 'No certificate of a Symbian package has expired when it is sent',
  applies: (context) => signed(context).length > 0,
  absent: 'no signed package was sent to a phone of Symbian OS 9',
  *judge(context) {
    for (const { seq, cameAt, chains } of signed(context)) {
      const today = dayOf(cameAt)
      const outdated = chains.map(({ certificates }) => findOutdated(certificates, cameAt))
      const [first] = outdated
      // One chain that is valid is enough.
      if (first === undefined || outdated.includes(undefined)) {
        yield pass({ seq }, `valid on ${today}`)
      } else if (first.kind === 'expired') {
        const actual = `a certificate that expired on ${dayOf(first.certificate.notAfter)}`
        yield fail({ seq }, { actual, expected: `one that is valid on ${today}` })
      } else {
        const since = dayOf(first.certificate.notBefore)
        const reason = `a certificate is valid from ${since} on, and on the phone it is ${today}: play it on a later day with --starts-at`
        yield inconclusive({ seq }, reason)
      }
    }
  },
  explain: `The phone refuses the package with a note that a certificate has expired, and users come upon setting the calendar back only by chance. Certificates for signing are good for one to ten years: sign the package anew before its certificate ends, and keep the old one off the server.`,
})
