import { findServerPath } from '../../../wire/tls/server-path.ts'
import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import { rootsLine, rootsOf, shownToday } from '../../handshakes.ts'

export default defineCheck({
  row: 'N45',
  level: 'should',
  clause: 'TLS-ROOT',
  title: 'The certificates of a server lead to a root that the phones have',
  applies: (context) => shownToday(context).length > 0,
  absent: 'no server over https showed a certificate that can be read, as up to TLS 1.2',
  *judge(context) {
    const roots = rootsOf(context)
    for (const { shaken, own, sent } of shownToday(context)) {
      if (own === undefined) yield inconclusive(shaken, 'the certificate cannot be read')
      else {
        const others = sent.slice(1).filter((one) => one !== undefined)
        const { end, last } = findServerPath([own, ...others], roots ?? [])
        const top = end === 'open' ? last.issuer.text : last.subject.text
        if (roots === undefined) {
          yield inconclusive(
            shaken,
            `it is not said whether phones have ${top}: add it to ${rootsLine} if so`,
          )
        } else if (end === 'root') yield pass(shaken, `${last.subject.text} leads to a root`)
        else if (end === 'open') yield inconclusive(shaken, `nobody sent ${top}`)
        else yield fail(shaken, { actual: `${top} at the top`, expected: `one of ${rootsLine}` })
      }
    }
  },
  explain: `Phones have the roots that their maker put in, some twenty of the authorities of that time, and most cannot be given another. A server under an authority that began later, or under one of its own, is a stranger to them: they ask their user, or refuse. Which roots they have no document tells for all of them, so the target file does. Where none of them will do, offer the link as plain http.`,
})
