import { isOwnRequest } from '../push/esme.ts'
import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['smpp/sequence-range'],
  title: 'numbers all its requests to the SMSC with 0',
  pushing: { pdu: (pdu) => [isOwnRequest(pdu) ? { ...pdu, sequence: 0 } : pdu] },
})
