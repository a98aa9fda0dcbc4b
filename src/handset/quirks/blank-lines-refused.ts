import { defineQuirk } from '../behaviour.ts'

export default defineQuirk({
  title: 'Reads no descriptor with blank lines.',
  source: 'HandyLearn, notes on JAD files: remove all blank lines',
  apply: (base) => ({
    ...base,
    jadTolerance: { ...base.jadTolerance, blankLine: 'refuse' },
  }),
})
