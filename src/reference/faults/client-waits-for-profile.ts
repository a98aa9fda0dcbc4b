import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['native/document-not-awaited'],
  title: 'waits for UAProf documents as long as their hosts please',
  profileBounds: (bounds) => ({ ...bounds, msMax: Number.POSITIVE_INFINITY }),
})
