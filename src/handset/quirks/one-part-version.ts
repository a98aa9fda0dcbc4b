import type { DescriptorExamination } from '../rules/preflight.ts'
import { defineQuirk } from '../behaviour.ts'
import { invalidDescriptor, valueIn } from '../rules/preflight.ts'
import { withExamination } from '../rules/examination.ts'

/** Takes the place of the one of this name. */
const version: DescriptorExamination = {
  name: 'version',
  examine: (draft) =>
    /^[0-9]+(?:\.[0-9]+){0,2}$/.test(valueIn(draft, 'MIDlet-Version') ?? '')
      ? undefined
      : invalidDescriptor('MIDlet-Version is no number of one to three parts'),
}

export default defineQuirk({
  title: 'Reads a version of one part, 1, as 1.0.0.',
  source: 'Nokia Java Runtime (S60 5th Edition, Symbian^3), Version.getVersion',
  apply: (base) => ({
    ...base,
    descriptorOrder: withExamination(base.descriptorOrder, version),
  }),
})
