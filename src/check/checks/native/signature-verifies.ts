import { escapeText } from '../../../wire/escape.ts'
import type { InstallCab } from '../../../wire/cab/install-cab.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import { chosenCabinets } from '../../native-links.ts'
import { chosenSisx } from '../../native-signatures.ts'
import type { SignedSisx } from '../../native-signatures.ts'

/** What any phone finds wrong with it, whomever it knows. */
function faultOf({ chains }: SignedSisx): string | undefined {
  if (chains.length === 0) return 'no signature'
  const verdicts = chains.flatMap((chain) => chain.verdicts)
  if (verdicts.includes('wrong')) return 'a signature over other octets'
  if (verdicts.includes('unknown-scheme')) return 'a signature by an algorithm that no phone has'
  return verdicts.includes('no-certificate') ? 'a signature without a certificate' : undefined
}

function isSigned({ cab: { signature } }: { readonly cab: InstallCab }): boolean {
  return signature.verdict !== 'unsigned'
}

export default defineCheck({
  row: 'N17',
  level: 'must',
  clause: 'NATIVE-SIGNATURE',
  title: 'The signature of a native package is over that package',
  applies: (context) => chosenSisx(context).length > 0 || chosenCabinets(context).some(isSigned),
  absent: 'no package of Symbian OS 9 and no signed cabinet was sent to such a phone',
  *judge(context) {
    for (const signed of chosenSisx(context)) {
      const fault = faultOf(signed)
      yield fault === undefined
        ? pass(signed, `${signed.chains.length} good`)
        : fail(signed, { actual: fault, expected: 'a signature over the controller (RSA or DSA)' })
    }
    for (const found of chosenCabinets(context).filter(isSigned)) {
      const { signature } = found.cab
      if (signature.verdict === 'signed') yield pass(found, 'Authenticode over the cabinet')
      else if (signature.verdict !== 'unsigned') {
        const actual = escapeText(signature.reason ?? 'a signature over something else', 160)
        yield fail(found, { actual, expected: 'a signature over this cabinet' })
      }
    }
  },
  explain: `Symbian OS 9 takes no package without a signature, and none whose signature is over other octets, whatever the user has set; on a locked Smartphone such a cabinet is refused, elsewhere it counts as not signed. Sign as the last step: a stamp of a build, a version or a file that is put in afterwards breaks it.`,
})
