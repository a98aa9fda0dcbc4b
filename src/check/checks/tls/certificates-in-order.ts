import { defineCheck, fail, pass } from '../../check.ts'
import type { Certificate } from '../../../wire/certificate.ts'
import { shownToday } from '../../handshakes.ts'
import type { CheckContext } from '../../check.ts'

export default defineCheck({
  level: 'should',
  clause: 'TLS-CHAIN',
  title: 'A server sends its certificates in the order in which each certifies the one before',
  applies: (context) => chains(context).length > 0,
  absent: 'no server over https sent more than one certificate',
  *judge(context) {
    for (const { shaken, sent } of chains(context)) {
      const at = sent.findIndex((one, index) => isStray(one, sent[index + 1]))
      const [one, next] = [sent[at], sent[at + 1]]
      if (one === undefined || next === undefined) {
        yield pass(shaken, `${sent.length} certificates, each by the next`)
        continue
      }
      const actual = `${next.subject.text} behind ${one.subject.text}`
      yield fail(shaken, { actual, expected: `its issuer, ${one.issuer.text}` })
    }
  },
  explain: `Programs of today sort what they get; the small implementations of phones take one certificate after the other, and stop at the first that does not certify the one before. Put the server's own first, then its issuer, and so on towards the root.`,
})

function chains(context: CheckContext) {
  return shownToday(context).filter(({ sent }) => sent.length > 1)
}

function isStray(one: Certificate | undefined, next: Certificate | undefined): boolean {
  return one !== undefined && next !== undefined && one.issuer.key !== next.subject.key
}
