import type { DescriptorExamination } from '../rules/preflight.ts'
import { defineQuirk } from '../behaviour.ts'
import { memory } from '../rules/descriptor-examinations.ts'
import { withExamination } from '../rules/examination.ts'

/** Takes the place of the one of this name. */
const roomy: DescriptorExamination = {
  ...memory,
  examine: (draft) => memory.examine({ ...draft, freeBytes: Math.floor(draft.freeBytes / 2) }),
}

export default defineQuirk({
  title: 'Wants room for the package and for what is in it.',
  source: 'Motorola C370/C450/C550 J2ME developer guide, page 16',
  apply: (base) => ({
    ...base,
    descriptorOrder: withExamination(base.descriptorOrder, roomy),
  }),
})
