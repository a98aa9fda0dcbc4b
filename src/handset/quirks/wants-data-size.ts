import type { DescriptorExamination } from '../rules/preflight.ts'
import { defineQuirk } from '../behaviour.ts'
import { invalidDescriptor, valueIn } from '../rules/preflight.ts'
import { withExamination } from '../rules/examination.ts'

const names = ['MIDlet-Data-Size'] as const

const wanted: DescriptorExamination = {
  name: 'MIDlet-Data-Size wanted',
  examine(draft) {
    const missing = names.find((name) => valueIn(draft, name) === undefined)
    return missing === undefined ? undefined : invalidDescriptor(`${missing} is missing`)
  },
}

export default defineQuirk({
  title: 'Refuses a descriptor without MIDlet-Data-Size.',
  source: 'Java OTA download error messages (Omer Muhammed, 2010): unnamed phones of operators',
  apply: (base) => ({
    ...base,
    descriptorOrder: withExamination(base.descriptorOrder, wanted),
  }),
})
