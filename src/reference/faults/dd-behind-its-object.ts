import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['download/descriptor-first'],
  title: 'puts objects before their download descriptors where both go in one body',
  downloadParts: (parts) => parts.toReversed(),
})
