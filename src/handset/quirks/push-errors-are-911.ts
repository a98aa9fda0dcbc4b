import type { DescriptorExamination } from '../rules/preflight.ts'
import { defineQuirk } from '../behaviour.ts'
import { numberedAttributes, parsePushEntry } from '../../wire/attributes.ts'
import { withExamination } from '../rules/examination.ts'

/** Takes the place of the one of this name. */
const pushEntries: DescriptorExamination = {
  name: 'push entries',
  examine: ({ attributes }) =>
    numberedAttributes(attributes, 'MIDlet-Push-').some(
      ({ attribute }) => parsePushEntry(attribute.value) === undefined,
    )
      ? { code: 911, reason: 'a MIDlet-Push line cannot be read' }
      : undefined,
}

export default defineQuirk({
  title: 'Reports a MIDlet-Push line that it cannot read as 911.',
  source: 'Motorola V6 Java ME developer guide, page 157',
  apply: (base) => ({
    ...base,
    descriptorOrder: withExamination(base.descriptorOrder, pushEntries),
  }),
})
