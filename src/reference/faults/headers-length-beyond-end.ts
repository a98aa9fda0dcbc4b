import { defineFault } from '../fault.ts'
import { alterDatagram } from '../push/alter-message.ts'

/** As the octet that stands for it says 127, the longest that one octet can. */
const lengthAt = 2
const longest = 0x7f

export default defineFault({
  breaks: ['push/pdu-readable'],
  title: 'states headers of a push that are longer than the push',
  pushing: alterDatagram((octets) =>
    octets.length < longest
      ? octets.map((octet, index) => (index === lengthAt ? longest : octet))
      : octets,
  ),
})
