import { defineQuirk } from '../behaviour.ts'

export default defineQuirk({
  title: 'Takes names and vendors of at most 32 characters, package URLs of at most 256.',
  source: 'Motorola C381p developer guide, page 21',
  apply: (base) => ({
    ...base,
    jadTolerance: {
      ...base.jadTolerance,
      valueLimits: [
        ...base.jadTolerance.valueLimits,
        ['MIDlet-Name', 32],
        ['MIDlet-Vendor', 32],
        ['MIDlet-Jar-URL', 256],
      ],
    },
  }),
})
