import { defineQuirk } from '../behaviour.ts'

export default defineQuirk({
  title: 'Removes the old version with its records as soon as the user agrees to an update.',
  source:
    'Motorola C370, C450, C550 developer guide p. 25: an update is a removal followed by an installation; that it comes before the download is assumed',
  apply: (base) => ({
    ...base,
    clearBeforeUpdate: ({ id }) => ({ kind: 'suite removed', suiteId: id, report: undefined }),
  }),
})
