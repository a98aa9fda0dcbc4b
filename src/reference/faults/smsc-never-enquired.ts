import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['smpp/keeps-alive'],
  title: 'lets the connection to the SMSC be silent for hours',
  pushing: { pdu: (pdu) => (pdu.command === 'enquire_link' ? [] : [pdu]) },
})
