import { isSameOctets } from '../../../wire/rsa-signature.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import { judgeRead, signedDescriptors, signersOf } from '../../signed-suites.ts'

export default defineCheck({
  level: 'must-if',
  clause: 'PKI21-ONE-KEY',
  title: 'All certificate paths of a signed suite are for the same key',
  applies: (context) => signedDescriptors(context).some(({ claim }) => signersOf(claim).length > 1),
  absent: 'no descriptor with several certificate paths was sent',
  judge: (context) =>
    judgeRead(signedDescriptors(context), function* judge({ found, claim }) {
      const [first, ...others] = signersOf(claim)
      if (first === undefined || others.length === 0) return
      const other = others.findIndex(
        ({ publicKey }) => !isSameOctets(publicKey.info, first.publicKey.info),
      )
      yield other === -1
        ? pass(found, `${others.length + 1} paths, one key`)
        : fail(found, {
            actual: `another key in MIDlet-Certificate-${other + 2}-1 than in MIDlet-Certificate-1-1`,
            expected: 'one key, as there is one signature',
          })
    }),
  explain: `Paths by several authorities let phones with different roots trust the same suite. Each phone takes the first path that leads to one of its roots and tries the one signature with that path's key; with two keys the suite installs on some phones and ends with 909 on the others. Have every authority certify the same key.`,
})
