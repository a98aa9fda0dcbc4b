import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { targetedPackages } from '../../symbian-targets.ts'

/** Before Symbian OS 9 a package that requires nothing is asked no question. */
const since9 = (context: CheckContext) =>
  targetedPackages(context).filter(({ sis }) => sis.format === 'sisx')

export default defineCheck({
  row: 'N12',
  level: 'should',
  clause: 'NATIVE-TARGETS-LISTED',
  title: 'A package for Symbian OS 9 says which products it is for',
  applies: (context) => since9(context).length > 0,
  absent: 'no package of Symbian OS 9 was sent to a phone of it',
  *judge(context) {
    for (const { seq, targets } of since9(context)) {
      yield targets.length > 0
        ? pass({ seq }, targets.join(', '))
        : fail({ seq }, { actual: 'no product at all', expected: 'those that it is for' })
    }
  },
  explain: `The installer has a setting for packages without a list of products, and phones were shipped with the one that asks whether to go on with something that may not be compatible. The desk of the developer, whose phone may be set otherwise, does not show it. Name in square brackets of the package script what the package is for.`,
})
