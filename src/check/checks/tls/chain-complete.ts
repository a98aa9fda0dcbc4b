import { findServerPath } from '../../../wire/tls/server-path.ts'
import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import { rootsLine, rootsOf, shownToday } from '../../handshakes.ts'

export default defineCheck({
  row: 'N45',
  level: 'should',
  clause: 'TLS-CHAIN',
  title: 'A server sends all certificates between its own and the root',
  applies: (context) => shownToday(context).length > 0,
  absent: 'no server over https showed a certificate that can be read, as up to TLS 1.2',
  *judge(context) {
    const roots = rootsOf(context)
    for (const { shaken, own, sent } of shownToday(context)) {
      const legible = sent.filter((one) => one !== undefined)
      if (own === undefined || legible.length < sent.length) {
        const actual = `a certificate that cannot be read, number ${sent.indexOf(undefined) + 1}`
        yield fail(shaken, { actual, expected: `${sent.length} certificates` })
        continue
      }
      const { end, last } = findServerPath([own, ...legible.slice(1)], roots ?? [])
      if (end !== 'open') {
        yield pass(shaken, `all are there up to ${last.subject.text}, by ${last.issuer.text}`)
        continue
      }
      const missing = `${last.issuer.text}, who issued ${last.subject.text}`
      if (roots === undefined) {
        yield inconclusive(
          shaken,
          `nobody sent ${missing}: if phones have it, add it to ${rootsLine}`,
        )
      } else {
        const actual = `end of the chain after ${sent.length}`
        yield fail(shaken, { actual, expected: `${missing}, or one of ${rootsLine}` })
      }
    }
  },
  explain: `A certificate of today is issued by somebody who was certified by a root, not by the root itself. Browsers know those in between, or fetch them; a phone knows its roots alone, and does not know a server that leaves out what stands between. Configure the whole chain, which most servers take as one file.`,
})
