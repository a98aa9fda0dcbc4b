import { defineFault } from '../fault.ts'
import { editText } from '../octet-edits.ts'

export default defineFault({
  breaks: ['descriptor/grammar'],
  title: 'folds a long value of the descriptor as if it were a manifest',
  descriptorOctets: (octets) =>
    editText(octets, (text) => text.replace(/^(MIDlet-Description: \S+ \S+)/m, '$1\r\n ')),
})
