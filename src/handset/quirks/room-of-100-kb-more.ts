import type { DescriptorExamination } from '../rules/preflight.ts'
import { defineQuirk } from '../behaviour.ts'
import { memory } from '../rules/descriptor-examinations.ts'
import { withExamination } from '../rules/examination.ts'

const spareBytes = 102_400

/** Takes the place of the one of this name. */
const roomy: DescriptorExamination = {
  ...memory,
  examine: (draft) => memory.examine({ ...draft, freeBytes: draft.freeBytes - spareBytes }),
}

export default defineQuirk({
  title: 'Wants 100 KB of room more than the suite needs.',
  source: 'Nokia Java Runtime (S60 5th Edition, Symbian^3), CheckDiskSpace.getRequiredSize',
  apply: (base) => ({
    ...base,
    descriptorOrder: withExamination(base.descriptorOrder, roomy),
  }),
})
