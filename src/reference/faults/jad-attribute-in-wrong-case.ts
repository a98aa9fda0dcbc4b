import { rename } from '../attribute-edits.ts'
import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['descriptor/attribute-name-case'],
  title: 'writes an attribute of the descriptor in letters of another case',
  descriptor: (attributes) => rename(attributes, 'MIDlet-Description', 'Midlet-Description'),
})
