import { defineFault } from '../fault.ts'
import { joinOctets } from '../octet-edits.ts'

export default defineFault({
  breaks: ['descriptor/no-byte-order-mark'],
  title: 'starts the descriptor with a byte order mark',
  // A mandatory first name would be lost with the mark; this one is nobody's loss.
  descriptor: (attributes) => [['Acme-Edition', 'full'], ...attributes],
  descriptorOctets: (octets) => joinOctets(new Uint8Array([0xef, 0xbb, 0xbf]), octets),
})
