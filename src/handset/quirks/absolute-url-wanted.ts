import type { DescriptorExamination } from '../rules/preflight.ts'
import { defineQuirk } from '../behaviour.ts'
import { invalidDescriptor, valueIn } from '../rules/preflight.ts'
import { withExamination } from '../rules/examination.ts'

const absolute: DescriptorExamination = {
  name: 'absolute package URL',
  examine: (draft) =>
    /^\w+:/.test(valueIn(draft, 'MIDlet-Jar-URL') ?? '')
      ? undefined
      : invalidDescriptor('MIDlet-Jar-URL is relative'),
}

export default defineQuirk({
  title: 'Finds no package by a relative MIDlet-Jar-URL.',
  source: 'HandyLearn, notes on JAD files: the URL must be absolute; the code is assumed',
  apply: (base) => ({
    ...base,
    descriptorOrder: withExamination(base.descriptorOrder, absolute),
  }),
})
