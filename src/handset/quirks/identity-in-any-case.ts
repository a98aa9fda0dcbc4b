import type { PackageExamination } from '../rules/integrity.ts'
import { attributeValue } from '../../wire/attributes.ts'
import { defineQuirk } from '../behaviour.ts'
import { manifestOf } from '../rules/integrity.ts'
import { withExamination } from '../rules/examination.ts'

const names = ['MIDlet-Name', 'MIDlet-Version', 'MIDlet-Vendor'] as const

/** Takes the place of the one of this name. */
const sameIdentity: PackageExamination = {
  name: 'same name, version and vendor as the descriptor',
  examine(draft) {
    if (draft.plan === undefined) return undefined
    const differing = names.find(
      (name) =>
        attributeValue(draft.attributes, name)?.toLowerCase() !==
        attributeValue(manifestOf(draft), name)?.toLowerCase(),
    )
    return differing === undefined
      ? undefined
      : { code: 905, reason: `${differing} differs between descriptor and manifest` }
  },
}

export default defineQuirk({
  title: 'Compares names, vendors and versions without regard to case.',
  source:
    'Nokia Java Runtime (S60 5th Edition, Symbian^3), MidpAttributeValidator.checkAttributeIdentical',
  apply: (base) => ({
    ...base,
    packageOrder: withExamination(base.packageOrder, sameIdentity),
  }),
})
