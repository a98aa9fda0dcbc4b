import type { DescriptorExamination } from '../rules/preflight.ts'
import { defineQuirk } from '../behaviour.ts'
import { valueIn } from '../rules/preflight.ts'
import { withExamination } from '../rules/examination.ts'

const gate: DescriptorExamination = {
  name: 'access point wanted',
  examine: (draft) =>
    valueIn(draft, 'MOT-MIDlet-Web-Session') === undefined
      ? undefined
      : {
          code: undefined,
          reason: 'there is no access point of the name in MOT-MIDlet-Web-Session',
        },
}

export default defineQuirk({
  title: 'Stops without a report where the suite names an access point that it does not have.',
  source:
    'J2ME-phone-quirks, Motorola (MOTOMAGX) attributes; which code is reported is not documented',
  apply: (base) => ({
    ...base,
    descriptorOrder: withExamination(base.descriptorOrder, gate),
  }),
})
