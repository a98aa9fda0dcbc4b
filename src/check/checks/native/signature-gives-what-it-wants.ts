import { findOverreach } from '../../../wire/sis/overreach.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { chosenSisx } from '../../native-signatures.ts'

/** Whoever else signed it, phones may know. */
function selfSigned(context: CheckContext) {
  return chosenSisx(context).filter(
    ({ chains }) => chains.length > 0 && chains.every(({ isSelfSigned }) => isSelfSigned),
  )
}

export default defineCheck({
  row: 'N17',
  level: 'must',
  clause: 'NATIVE-SIGNATURE-REACH',
  title: 'A package that signs for itself asks for nothing that takes the signature of another',
  applies: (context) => selfSigned(context).length > 0,
  absent: 'no self-signed package was sent to a phone of Symbian OS 9',
  *judge(context) {
    for (const { seq, sisx } of selfSigned(context)) {
      const own = { uid: sisx.uid, files: sisx.files.filter(({ owner }) => owner === sisx.uid) }
      const limits = { constraints: [], imei: '' }
      const [first] = findOverreach(own, 'self-signed', limits)
      yield first === undefined
        ? pass({ seq }, 'user capabilities and an unprotected UID at most')
        : fail(
            { seq },
            {
              actual: first.kind === 'protected-uid' ? 'a protected UID' : 'a system capability',
              expected: 'none in a package that signs for itself',
              reason: `${first.found}.`,
            },
          )
    }
  },
  explain: `Such a package is refused at the end of all questions, and the user cannot help it: UIDs below 0x80000000 and capabilities beyond the user's take a signature that leads to a root of the phone. Take a UID from 0xA0000000 on and do without the capability, or have the package signed.`,
})
