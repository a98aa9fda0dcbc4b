import { defineQuirk } from '../behaviour.ts'

const unsupported: readonly number[] = [902, 903, 911]

export default defineQuirk({
  title: 'Reports neither 902 nor 903 nor 911.',
  source: 'Siemens TC65 and AC65/XT65/XT75 Java user guide, page 61',
  apply: (base) => ({
    ...base,
    queuesReport: (code) => !unsupported.includes(code) && base.queuesReport(code),
  }),
})
