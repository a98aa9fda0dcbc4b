import { changeValue } from '../attribute-edits.ts'
import { defineFault } from '../fault.ts'

const atSign = 0x40
const latinEAcute = 0xe9

export default defineFault({
  breaks: ['descriptor/decodes-in-charset'],
  title: 'writes the description in ISO-8859-1 and says nothing of it',
  descriptor: (attributes) => changeValue(attributes, 'MIDlet-Description', () => 'Caf@'),
  descriptorOctets: (octets) => octets.map((octet) => (octet === atSign ? latinEAcute : octet)),
})
