import type { DescriptorExamination } from '../rules/preflight.ts'
import { defineQuirk } from '../behaviour.ts'
import { valueIn } from '../rules/preflight.ts'
import { withExamination } from '../rules/examination.ts'

const profileNamed: DescriptorExamination = {
  name: 'profile named',
  examine: (draft) =>
    valueIn(draft, 'MicroEdition-Profile') === ''
      ? { code: 908, reason: 'MicroEdition-Profile is empty' }
      : undefined,
}

export default defineQuirk({
  title: 'Refuses an empty MicroEdition-Profile as one that it has not.',
  source:
    'Nokia Java Runtime (S60 5th Edition, Symbian^3), MidpAttributeValidator.checkMicroEditionProfile',
  apply: (base) => ({
    ...base,
    descriptorOrder: withExamination(base.descriptorOrder, profileNamed),
  }),
})
