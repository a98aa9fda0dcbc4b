import type { PackageExamination } from '../rules/integrity.ts'
import { defineQuirk } from '../behaviour.ts'
import { invalidJar, jarOf, manifestOf } from '../rules/integrity.ts'
import { numberedAttributes, parseMidletEntry } from '../../wire/attributes.ts'
import { withExamination } from '../rules/examination.ts'

const icons: PackageExamination = {
  name: 'icons of the MIDlets',
  examine(draft) {
    const inDescriptor = numberedAttributes(draft.attributes, 'MIDlet-')
    const entries =
      inDescriptor.length > 0 ? inDescriptor : numberedAttributes(manifestOf(draft), 'MIDlet-')
    const files = new Set(jarOf(draft).entries.map(({ name }) => name))
    const absent = entries
      .map(({ attribute }) => parseMidletEntry(attribute.value)?.icon)
      .find((icon) => icon !== undefined && !files.has(icon.replace(/^\//, '')))
    return absent === undefined ? undefined : invalidJar('an icon is not in the package')
  },
}

export default defineQuirk({
  title: 'Refuses a suite whose icon is not in the package.',
  source: 'S60 5th Edition C++ Developer Library, MIDP install error messages; the code is assumed',
  apply: (base) => ({
    ...base,
    packageOrder: withExamination(base.packageOrder, icons),
  }),
})
