import type { DescriptorExamination } from '../rules/preflight.ts'
import { defineQuirk } from '../behaviour.ts'

/** The look of the phone itself, with less room to see. */
function roomy({ name, examine }: DescriptorExamination): DescriptorExamination {
  return {
    name,
    examine: (draft) => examine({ ...draft, freeBytes: Math.floor(draft.freeBytes / 2) }),
  }
}

export default defineQuirk({
  title: 'Wants room for the package and for what is in it.',
  source: 'Motorola C370/C450/C550 J2ME developer guide, page 16',
  apply: (base) => ({
    ...base,
    descriptorOrder: base.descriptorOrder.map((one) => (one.name === 'memory' ? roomy(one) : one)),
  }),
})
