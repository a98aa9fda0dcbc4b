import type { DescriptorExamination } from '../rules/preflight.ts'
import { defineQuirk } from '../behaviour.ts'
import { invalidDescriptor, valueIn } from '../rules/preflight.ts'
import { withExamination } from '../rules/examination.ts'

const octetsMax = 32

const shortNames: DescriptorExamination = {
  name: 'octets of the names',
  examine(draft) {
    const long = (['MIDlet-Name', 'MIDlet-Vendor'] as const).find(
      (name) => new TextEncoder().encode(valueIn(draft, name) ?? '').length > octetsMax,
    )
    return long === undefined
      ? undefined
      : invalidDescriptor(`${long} is longer than ${octetsMax} octets`)
  },
}

export default defineQuirk({
  title: 'Takes names and vendors of at most 32 octets in UTF-8.',
  source: 'Motorola C370/C450/C550 J2ME developer guide, page 16; the code is assumed',
  apply: (base) => ({
    ...base,
    descriptorOrder: withExamination(base.descriptorOrder, shortNames),
  }),
})
