import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import type { CheckContext, Judgement } from '../../check.ts'
import { handshakesOf, refusalOf, todayWith, whyNothing } from '../../handshakes.ts'
import type { Handshake } from '../../handshakes.ts'

export default defineCheck({
  row: 'N45',
  level: 'should',
  clause: 'TLS-VERSION',
  title: 'A phone that speaks nothing later than TLS 1.0 can shake hands',
  applies: (context) => handshakesOf(context, 'of-the-age').length > 0,
  absent: 'no handshake was begun as by a phone of that age',
  *judge(context) {
    for (const shaken of handshakesOf(context, 'of-the-age')) yield judgeOne(context, shaken)
  },
  explain: `That a server speaks the latest TLS is right, and nothing here is held against it. One that speaks nothing else cannot be reached by phones of that age, which end at TLS 1.0 with a key of RSA: they see an error, and the server sees a connection that ends before any request. What is weak today need not be offered to everybody: a plain http link, or a host of its own for those phones, serves them.`,
})

function judgeOne(context: CheckContext, shaken: Handshake): Judgement {
  const { version, cipherSuite, offered, alert } = shaken
  if (version !== undefined) return pass(shaken, `${version} with ${cipherSuite ?? 'a suite'}`)
  const refusal = refusalOf(shaken)
  // That a connection closes proves something only of a server that does otherwise with others.
  const isProven = alert !== undefined || todayWith(context, shaken)?.version !== undefined
  if (refusal === undefined || !isProven) return inconclusive(shaken, whyNothing(shaken))
  const expected = `${offered} with a key of RSA; a plain http link would serve phones that have no more`
  return fail(shaken, { actual: refusal, expected })
}
