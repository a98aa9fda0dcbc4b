import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['smpp/asks-for-receipt'],
  title: 'asks the SMSC for no receipts',
  pushing: {
    pdu: (pdu) => [pdu.command === 'submit_sm' ? { ...pdu, registeredDelivery: 0 } : pdu],
  },
})
