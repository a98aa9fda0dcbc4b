import { changeValue } from '../attribute-edits.ts'
import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['package/identity-equals-descriptor'],
  title: 'names another vendor in the descriptor than in the package',
  descriptor: (attributes) => changeValue(attributes, 'MIDlet-Vendor', (name) => `${name} Inc.`),
})
