import { defineFault } from '../fault.ts'

/** What it takes the platform of the document for. */
const mistaken = { sisx: 'sis', sis: 'sisx', 'pocket-pc': 'smartphone', smartphone: 'sis' } as const

export default defineFault({
  breaks: ['native/known-by-its-document'],
  title: 'takes the phone of a UAProf document for another',
  clientKind: (chosen, { profile }) => (profile === 'read' && chosen ? mistaken[chosen] : chosen),
})
