import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['descriptor/no-duplicate-names'],
  title: 'states the description twice',
  descriptor: (attributes) => [...attributes, ['MIDlet-Description', 'A demonstration']],
})
