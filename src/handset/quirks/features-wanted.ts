import type { DescriptorExamination } from '../rules/preflight.ts'
import { defineQuirk } from '../behaviour.ts'
import { valueIn } from '../rules/preflight.ts'
import { withExamination } from '../rules/examination.ts'

const features = ['MIDxlet-MSensor', 'MIDxlet-Karaoke', 'MIDxlet-Sound-Priority'] as const

const gate: DescriptorExamination = {
  name: 'features wanted',
  examine(draft) {
    const lacking = features.find((name) => valueIn(draft, name) === 'Y')
    return lacking === undefined
      ? undefined
      : { code: undefined, reason: `${lacking} wants a feature that this phone lacks` }
  },
}

export default defineQuirk({
  title: 'Stops without a report where MIDxlet attributes want a feature that it lacks.',
  source:
    'J2ME-phone-quirks, Vodafone (JSCL/VSCL) attributes; which code is reported is not documented',
  apply: (base) => ({
    ...base,
    descriptorOrder: withExamination(base.descriptorOrder, gate),
  }),
})
