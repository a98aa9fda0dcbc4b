import { remove } from '../attribute-edits.ts'
import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['descriptor/mandatory-attributes'],
  title: 'leaves MIDlet-Vendor out of the descriptor',
  descriptor: (attributes) => remove(attributes, 'MIDlet-Vendor'),
})
