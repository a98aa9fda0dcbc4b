import { formatUid } from '../../../wire/sis/sis-header.ts'
import { products } from '../../../wire/sis/products.table.ts'
import type { SisPackage } from '../../../wire/sis/sis.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { chosenPackages, formatFor } from '../../native-links.ts'

interface Found {
  readonly seq: number
  readonly sis: SisPackage
}

function symbianPackages(context: CheckContext): readonly Found[] {
  if (context.facts.profile.symbian === undefined) return []
  const wanted = formatFor(context.facts)
  return chosenPackages(context).flatMap(({ seq, view }) =>
    (view.format === 'sis' || view.format === 'sisx') && view.format === wanted
      ? [{ seq, sis: view.sis }]
      : [],
  )
}

/** Older packages list products among what they require. */
function targetsOf(sis: SisPackage): readonly string[] {
  const listed =
    sis.format === 'sisx' ? sis.targets : sis.dependencies.filter(({ uid }) => products.has(uid))
  return listed.map(({ uid }) => formatUid(uid))
}

export default defineCheck({
  row: 'N11',
  level: 'should',
  clause: 'NATIVE-TARGETS',
  title: 'A Symbian package names the product of the phone that gets it',
  applies: (context) => symbianPackages(context).length > 0,
  absent: 'no Symbian package was sent to a Symbian phone',
  *judge(context) {
    const { productUids = [], machineUid = '' } = context.facts.profile.symbian ?? {}
    for (const { seq, sis } of symbianPackages(context)) {
      const targets = targetsOf(sis)
      const isLegacy = sis.format === 'sis' && targets.length === 0
      const met = targets.find((uid) => productUids.includes(uid) || uid === machineUid)
      if (met !== undefined || isLegacy) yield pass({ seq }, met ?? 'requires no product')
      else {
        const actual = targets.length === 0 ? 'no product at all' : `only ${targets.join(', ')}`
        yield fail({ seq }, { actual, expected: `one of ${productUids.join(', ')}` })
      }
    }
  },
  explain: `A package that names no product the phone is registered for brings up a question whether to go on with something that may not be compatible, and many users say no. Put the platform UID in square brackets into the package script; 0x101F7961 is registered by every S60 phone from the 3rd Edition on.`,
})
