import type { DescriptorExamination } from '../rules/preflight.ts'
import { defineQuirk } from '../behaviour.ts'
import { invalidDescriptor, valueIn } from '../rules/preflight.ts'
import { withExamination } from '../rules/examination.ts'

const names = ['Content-Folder'] as const

const wanted: DescriptorExamination = {
  name: 'Content-Folder wanted',
  examine(draft) {
    const missing = names.find((name) => valueIn(draft, name) === undefined)
    return missing === undefined ? undefined : invalidDescriptor(`${missing} is missing`)
  },
}

export default defineQuirk({
  title: 'Refuses a descriptor without Content-Folder.',
  source: 'Samsung VI660 at Sprint: thecodingforums.com, thread 131789',
  apply: (base) => ({
    ...base,
    descriptorOrder: withExamination(base.descriptorOrder, wanted),
  }),
})
