import { defineQuirk } from '../behaviour.ts'

const unsupported: readonly number[] = [902, 903, 906]

export default defineQuirk({
  title: 'Reports neither 902 nor 903 nor 906.',
  source: 'Siemens TC45 Java user guide, page 44',
  apply: (base) => ({
    ...base,
    queuesReport: (code) => !unsupported.includes(code) && base.queuesReport(code),
  }),
})
