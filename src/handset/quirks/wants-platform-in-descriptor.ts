import type { DescriptorExamination } from '../rules/preflight.ts'
import { defineQuirk } from '../behaviour.ts'
import { invalidDescriptor, valueIn } from '../rules/preflight.ts'
import { withExamination } from '../rules/examination.ts'

const names = ['MIDlet-1', 'MicroEdition-Profile', 'MicroEdition-Configuration'] as const

const wanted: DescriptorExamination = {
  name: 'MIDlet-1 and platform wanted in the descriptor',
  examine(draft) {
    const missing = names.find((name) => valueIn(draft, name) === undefined)
    return missing === undefined ? undefined : invalidDescriptor(`${missing} is missing`)
  },
}

export default defineQuirk({
  title:
    'Refuses a descriptor without MIDlet-1, MicroEdition-Profile and MicroEdition-Configuration.',
  source: 'Sanyo SCP-5500 at Sprint: thecodingforums.com, thread 131789',
  apply: (base) => ({
    ...base,
    descriptorOrder: withExamination(base.descriptorOrder, wanted),
  }),
})
