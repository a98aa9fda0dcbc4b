import { defineFault } from '../fault.ts'
import { editText } from '../octet-edits.ts'

export default defineFault({
  breaks: ['descriptor/one-line-end-style'],
  title: 'ends the lines it adds to a descriptor in another way than the lines that were there',
  descriptorOctets: (octets) =>
    editText(octets, (text) => text.replace(/^(MIDlet-(?:Install|Delete)-Notify.*)\r\n/gm, '$1\n')),
})
