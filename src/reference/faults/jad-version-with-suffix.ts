import { changeValue } from '../attribute-edits.ts'
import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['descriptor/version-syntax'],
  title: 'states a version with a word in it',
  descriptor: (attributes) => changeValue(attributes, 'MIDlet-Version', (v) => `${v}-beta`),
})
