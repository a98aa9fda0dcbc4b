import { defineQuirk } from '../behaviour.ts'

export default defineQuirk({
  title: 'Fetches packages in ranges of 30,000 octets.',
  source: 'Motorola V6 Java ME developer guide, page 26 (packages over about 30 kB)',
  apply: (base) => ({
    ...base,
    rangeBytes: (purpose) => (purpose === 'package' ? 30_000 : undefined),
  }),
})
