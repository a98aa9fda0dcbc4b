/** Packages for Symbian phones that were chosen for the phone that got them, and the products they name. */
import { formatUid } from '../wire/sis/sis-header.ts'
import { products } from '../wire/sis/products.table.ts'
import type { SisPackage } from '../wire/sis/sis.ts'
import type { CheckContext } from './check.ts'
import { chosenPackages, formatFor } from './native-links.ts'

export interface TargetedPackage {
  readonly seq: number
  readonly sis: SisPackage
  /** UIDs of products, as they are written: `0x101F7961`. Older packages list them among what they require. */
  readonly targets: readonly string[]
}

export function targetedPackages(context: CheckContext): readonly TargetedPackage[] {
  if (context.facts.profile.symbian === undefined) return []
  const wanted = formatFor(context.facts)
  return chosenPackages(context).flatMap(({ seq, view }) =>
    (view.format === 'sis' || view.format === 'sisx') && view.format === wanted
      ? [{ seq, sis: view.sis, targets: targetsOf(view.sis) }]
      : [],
  )
}

function targetsOf(sis: SisPackage): readonly string[] {
  const listed =
    sis.format === 'sisx' ? sis.targets : sis.dependencies.filter(({ uid }) => products.has(uid))
  return listed.map(({ uid }) => formatUid(uid))
}
