import { defineFault } from '../fault.ts'
import { editText } from '../octet-edits.ts'

export default defineFault({
  breaks: ['descriptor/ends-with-line-end'],
  title: 'leaves out the line end of the last attribute',
  descriptorOctets: (octets) => editText(octets, (text) => text.trimEnd()),
})
