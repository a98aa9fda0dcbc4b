import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { targetedPackages } from '../../symbian-targets.ts'

/** What names none is for native/names-a-product. */
const withTargets = (context: CheckContext) =>
  targetedPackages(context).filter(({ targets }) => targets.length > 0)

export default defineCheck({
  row: 'N11',
  level: 'should',
  clause: 'NATIVE-TARGETS',
  title: 'A Symbian package names the product of the phone that gets it',
  applies: (context) => withTargets(context).length > 0,
  absent: 'no Symbian package that names a product was sent to a Symbian phone',
  *judge(context) {
    const { productUids = [], machineUid = '' } = context.facts.profile.symbian ?? {}
    for (const { seq, targets } of withTargets(context)) {
      const met = targets.find((uid) => productUids.includes(uid) || uid === machineUid)
      if (met === undefined) {
        const actual = `only ${targets.join(', ')}`
        yield fail({ seq }, { actual, expected: `one of ${productUids.join(', ')}` })
      } else yield pass({ seq }, met)
    }
  },
  explain: `A package for other products brings up a question whether to go on with something that may not be compatible, and many users say no. Put the platform UID in square brackets into the package script; 0x101F7961 is registered by every S60 phone from the 3rd Edition on.`,
})
