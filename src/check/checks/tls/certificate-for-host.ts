import { identityOf } from '../../../wire/tls/server-identity.ts'
import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import { isOfHost, shownToday, tellIdentity } from '../../handshakes.ts'

export default defineCheck({
  level: 'must-if',
  clause: 'TLS-HOST',
  title: 'The certificate of a server is for the host that links name',
  applies: (context) => shownToday(context).length > 0,
  absent: 'no server over https showed a certificate that can be read, as up to TLS 1.2',
  *judge(context) {
    for (const { shaken, own } of shownToday(context)) {
      if (own === undefined) yield inconclusive(shaken, 'the certificate cannot be read')
      else if (isOfHost(own, shaken)) yield pass(shaken, `it is for ${shaken.host}`)
      else {
        const actual = `a certificate for ${tellIdentity(identityOf(own))}`
        yield fail(shaken, { actual, expected: `one for ${shaken.host}` })
      }
    }
  },
  explain: `Phones compare the host of the link with the certificate, as browsers do: those that find another name ask their user a question that frightens him, or end the connection without one. Links to an address need that address in the certificate. Issue it for every name that links use.`,
})
