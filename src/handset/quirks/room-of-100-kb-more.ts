import type { DescriptorExamination } from '../rules/preflight.ts'
import { defineQuirk } from '../behaviour.ts'

const spareBytes = 102_400

/** The look of the phone itself, with less room to see. */
function roomy({ name, examine }: DescriptorExamination): DescriptorExamination {
  return {
    name,
    examine: (draft) => examine({ ...draft, freeBytes: draft.freeBytes - spareBytes }),
  }
}

export default defineQuirk({
  title: 'Wants 100 KB of room more than the suite needs.',
  source: 'Nokia Java Runtime (S60 5th Edition, Symbian^3), CheckDiskSpace.getRequiredSize',
  apply: (base) => ({
    ...base,
    descriptorOrder: base.descriptorOrder.map((one) => (one.name === 'memory' ? roomy(one) : one)),
  }),
})
