import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['descriptor/no-invented-names'],
  title: 'adds an attribute of its own under the reserved prefix',
  descriptor: (attributes) => [...attributes, ['MIDlet-Rating', '5']],
})
