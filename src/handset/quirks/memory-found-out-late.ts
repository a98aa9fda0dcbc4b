import { defineQuirk } from '../behaviour.ts'

export default defineQuirk({
  title: 'Sees only after the download that there is no room.',
  source:
    'Motorola C381p developer guide, pages 77 to 80 (without the Mot- attributes for space); Motorola V6 guide',
  apply: (base) => ({
    ...base,
    descriptorOrder: base.descriptorOrder.filter(({ name }) => name !== 'memory'),
  }),
})
