import { identityOf } from '../../../wire/tls/server-identity.ts'
import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import type { CheckContext, Judgement } from '../../check.ts'
import {
  handshakesOf,
  isOfHost,
  refusalOf,
  showing,
  tellIdentity,
  todayWith,
  whyNothing,
} from '../../handshakes.ts'
import type { Handshake } from '../../handshakes.ts'

export default defineCheck({
  row: 'N45',
  level: 'should',
  clause: 'TLS-NAME',
  title: 'A client that does not name the host before the handshake is shown the same server',
  applies: (context) => handshakesOf(context, 'without-name').length > 0,
  absent: 'no handshake was begun without the name of the host; links to addresses have none',
  *judge(context) {
    for (const shaken of handshakesOf(context, 'without-name')) yield judgeOne(context, shaken)
  },
  explain: `Phones of that age do not say which host they want before the server shows its certificate. Where several hosts share an address, such a phone gets the certificate of whichever is the first, and finds a stranger, or it is refused. Make the host of the links the one that is served to those who name none, or give it an address of its own, or offer the link as plain http.`,
})

function judgeOne(context: CheckContext, shaken: Handshake): Judgement {
  const named = todayWith(context, shaken)
  const ownToday = named && showing(named).own
  if (named === undefined || ownToday === undefined || !isOfHost(ownToday, named)) {
    return inconclusive(shaken, `with its name, too, ${shaken.host} shows no certificate for it`)
  }
  const expected = `the certificate for ${shaken.host}, as with its name`
  const refusal = refusalOf(shaken)
  if (refusal !== undefined) return fail(shaken, { actual: refusal, expected, cause: named })
  const { own } = showing(shaken)
  if (own === undefined) return inconclusive(shaken, whyNothing(shaken))
  if (isOfHost(own, shaken)) return pass(shaken, `it is for ${shaken.host}`)
  const actual = `a certificate for ${tellIdentity(identityOf(own))}`
  return fail(shaken, { actual, expected, cause: named })
}
