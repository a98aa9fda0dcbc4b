import type { PackageExamination } from '../rules/integrity.ts'
import { attributeValue } from '../../wire/attributes.ts'
import { defineQuirk } from '../behaviour.ts'
import { withExamination } from '../rules/examination.ts'

const lineCharactersMax = 70

const foldedValues: PackageExamination = {
  name: 'MIDlet-1 on one line',
  examine: ({ attributes }) =>
    (attributeValue(attributes, 'MIDlet-1') ?? '').length > lineCharactersMax
      ? { code: 905, reason: 'MIDlet-1 is not what the first line of the manifest has' }
      : undefined,
}

export default defineQuirk({
  title: 'Compares MIDlet-1 with the first line of a manifest value: what is folded there differs.',
  source:
    'Sanyo SCP-5500 at Sprint: thecodingforums.com, thread 131789 (values above about 70 characters)',
  apply: (base) => ({
    ...base,
    packageOrder: withExamination(base.packageOrder, foldedValues),
  }),
})
