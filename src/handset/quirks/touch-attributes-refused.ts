import type { DescriptorExamination } from '../rules/preflight.ts'
import { defineQuirk } from '../behaviour.ts'
import { invalidDescriptor, valueIn } from '../rules/preflight.ts'
import { withExamination } from '../rules/examination.ts'

const foreignNames = ['MIDlet-Touch-Support', 'MIDlet-Scaleup-Support'] as const

const foreignAttributes: DescriptorExamination = {
  name: 'attributes of other vendors',
  examine(draft) {
    const foreign = foreignNames.find((name) => valueIn(draft, name) !== undefined)
    return foreign === undefined ? undefined : invalidDescriptor(`${foreign} is of another vendor`)
  },
}

export default defineQuirk({
  title: 'Refuses a descriptor with the MIDlet-Touch-Support of another vendor.',
  source: 'J2ME-phone-quirks, notes on Series 40; the code is assumed',
  apply: (base) => ({
    ...base,
    descriptorOrder: withExamination(base.descriptorOrder, foreignAttributes),
  }),
})
