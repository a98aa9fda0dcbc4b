import { escapeText } from '../../../wire/escape.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { offeredUpdates, signersNamedBy } from '../../offered-updates.ts'
import type { OfferedUpdate } from '../../offered-updates.ts'

const bySameSigner = ({ hasSameSigner }: OfferedUpdate['link']) => hasSameSigner

const withSigners = (context: CheckContext) =>
  offeredUpdates(context, bySameSigner)
    .map(({ found, base }) => ({
      found,
      base,
      signers: signersNamedBy(found),
      baseSigners: signersNamedBy(base),
    }))
    .filter(({ signers, baseSigners }) => signers.length > 0 && baseSigners.length > 0)

export default defineCheck({
  level: 'field',
  clause: 'MIDP2-OTA-UPD-03',
  title: 'An update of a signed suite has the signer of the suite',
  applies: (context) => withSigners(context).length > 0,
  absent: 'no descriptor of a signed suite and of an update by its signer were both sent',
  *judge(context) {
    for (const { found, base, signers, baseSigners } of withSigners(context)) {
      const common = signers.find((signer) => baseSigners.includes(signer))
      yield common === undefined
        ? fail(found, {
            actual: escapeText(signers.join(' and '), 150),
            expected: escapeText(baseSigners.join(' or '), 150),
            cause: base,
          })
        : pass(found, `both are signed by ${escapeText(common, 150)}`)
    }
  },
  explain: `The same signer is what hands records on to a signed update wherever it comes from: the same subject, certified under the same root. With another one the URLs decide, or the user is asked. phoneME looks at the root alone, Nokia phones at the organisation and the root. When a certificate is renewed, keep its subject and its authority; when the authority changes, send paths of both for a while.`,
})
