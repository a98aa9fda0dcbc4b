import type { DescriptorExamination } from '../rules/preflight.ts'
import { defineQuirk } from '../behaviour.ts'
import { invalidDescriptor, valueIn } from '../rules/preflight.ts'
import { withExamination } from '../rules/examination.ts'

const sizeMax = 2_147_483_647

const sizes: DescriptorExamination = {
  name: 'sizes of 31 bits',
  examine(draft) {
    const large = (['MIDlet-Jar-Size', 'MIDlet-Data-Size'] as const).find(
      (name) => Number(valueIn(draft, name) ?? 0) > sizeMax,
    )
    return large === undefined ? undefined : invalidDescriptor(`${large} is above ${sizeMax}`)
  },
}

export default defineQuirk({
  title: 'Refuses sizes above 2147483647 as no numbers.',
  source:
    'Nokia Java Runtime (S60 5th Edition, Symbian^3), MidpAttributeValidator.checkValidInteger',
  apply: (base) => ({
    ...base,
    descriptorOrder: withExamination(base.descriptorOrder, sizes, 'memory'),
  }),
})
