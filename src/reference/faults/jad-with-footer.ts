import { defineFault } from '../fault.ts'
import { editText } from '../octet-edits.ts'

export default defineFault({
  breaks: ['descriptor/ends-with-line-end', 'descriptor/grammar'],
  title: 'adds a comment in HTML to everything it sends as text',
  descriptorOctets: (octets) => editText(octets, (text) => `${text}<!-- served in 3 ms -->`),
})
