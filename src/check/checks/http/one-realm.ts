import type { Exchange } from '../../../trace/events.ts'
import { escapeText } from '../../../wire/escape.ts'
import { type CheckContext, defineCheck, fail, inconclusive, pass } from '../../check.ts'
import { credentialedFetches, realmOf } from '../../realms.ts'

export default defineCheck({
  row: 'S55',
  level: 'field',
  clause: 'FIELD-ONE-REALM',
  title: 'Credentials for the descriptor are good for its package',
  applies: (context) => packagesAfterEntry(context).length > 0,
  absent: 'no package was asked for after credentials had opened its descriptor',
  *judge(context) {
    const entry = context.evidence.exchanges('descriptor').find((each) => realmOf(each))
    for (const exchange of packagesAfterEntry(context)) {
      const status = exchange.response?.status
      const [from, to] = [entry && realmOf(entry), realmOf(exchange)]
      if (status === 401) {
        const where = to === undefined ? '' : `, realm "${escapeText(to, 60)}"`
        yield fail(exchange, {
          actual: `status ${status} at the package${where}`,
          expected: `the realm of the descriptor${from === undefined ? '' : `, "${escapeText(from, 60)}"`}`,
          ...(entry === undefined ? {} : { cause: entry }),
        })
      } else if (status === 200 || status === 206) {
        yield pass(
          exchange,
          `the package was answered ${status} to the credentials of its descriptor`,
        )
      } else yield inconclusive(exchange, 'blocked by package/available: there was no package')
    }
  },
  explain: `A phone asks its user once: phoneME sends the credentials typed for the descriptor with the package request too. When the package is in another realm, or under other credentials, the user is asked again for something they were never given, and Nokia phones report 903 at once. Protect descriptor and package with one realm and one list of users, or leave the package open behind a URL that is hard to guess.`,
})

/** Answered package requests with the credentials that had opened a descriptor before. */
function packagesAfterEntry({ evidence }: CheckContext): readonly Exchange[] {
  const opened = credentialedFetches(evidence).find(
    ({ purpose, credentials, response }) =>
      purpose === 'descriptor' && credentials === 'right' && response?.status === 200,
  )
  if (opened === undefined) return []
  return evidence
    .exchanges('package')
    .filter(
      ({ seq, credentials, probe, response }) =>
        seq > opened.seq &&
        probe === undefined &&
        credentials === 'right' &&
        response !== undefined,
    )
}
