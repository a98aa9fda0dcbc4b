import { rename } from '../attribute-edits.ts'
import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['descriptor/grammar'],
  title: 'puts a blank before a colon of the descriptor',
  descriptor: (attributes) => rename(attributes, 'MIDlet-Description', 'MIDlet-Description '),
})
