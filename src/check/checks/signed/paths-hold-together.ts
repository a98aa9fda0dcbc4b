import { findTimelessFault } from '../../../wire/certificate-path.ts'
import { escapeText } from '../../../wire/escape.ts'
import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import { judgeRead, noSignedDescriptor, signedDescriptors } from '../../signed-suites.ts'

/** Whatever algorithm and key: what of them phones have is for signed/certificates-for-every-phone to tell. */
function rulesFor(algorithms: readonly string[]) {
  return { algorithms, keyBitsMin: 1 }
}

export default defineCheck({
  level: 'must-if',
  clause: 'PKI21-PATH',
  title: 'Each certificate of a path is issued by the next and may be used for what it is used',
  applies: (context) => signedDescriptors(context).length > 0,
  absent: noSignedDescriptor,
  judge: (context) =>
    judgeRead(signedDescriptors(context), function* judge({ found, claim }) {
      for (const { n, entries } of claim.paths) {
        const certificates = entries.flatMap(({ certificate }) => certificate ?? [])
        if (certificates.length < entries.length) {
          yield inconclusive(found, `blocked by signed/certificates-numbered: path ${n}`)
          continue
        }
        const rules = rulesFor(certificates.map(({ algorithm }) => algorithm))
        const fault = findTimelessFault(certificates, rules)
        yield fault === undefined
          ? pass(found, `path ${n} of ${certificates.length} certificates`)
          : fail(found, {
              actual: escapeText(`path ${n}: ${fault.fault}: ${fault.detail}`, 190),
              expected: 'a path that holds whatever the root and the day',
            })
      }
    }),
  explain: `Phones validate a path as RFC 2459 says: names follow each other, each certificate is signed by the one after it, authorities are marked as such and may sign certificates, the signer's own may sign, and if it says so critically, code. The order is that of the numbers: signer, issuer, the issuer's issuer. A path that breaks anywhere is 909 on every phone, whatever roots it has.`,
})
