import { defineFault } from '../fault.ts'

/** What it takes for the same platform. */
const mistaken = { sisx: 'sis', sis: 'sisx', 'pocket-pc': 'sisx', smartphone: 'sis' } as const

export default defineFault({
  breaks: ['native/format-for-the-phone', 'native/known-by-its-document', 'native/other-platform'],
  title: 'takes phones for those of another platform',
  clientKind: (chosen) => chosen && mistaken[chosen],
})
