import { defineFault } from '../fault.ts'
import { editText } from '../octet-edits.ts'

export default defineFault({
  breaks: ['descriptor/no-blank-lines'],
  title: 'leaves a blank line between two attributes',
  descriptorOctets: (octets) =>
    editText(octets, (text) => text.replace('MicroEdition-', '\r\nMicroEdition-')),
})
