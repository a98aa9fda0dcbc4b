import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['native/for-the-device-type'],
  title: 'gives every device of Windows Mobile the package for Pocket PC',
  clientKind: (chosen) => (chosen === 'smartphone' ? 'pocket-pc' : chosen),
})
