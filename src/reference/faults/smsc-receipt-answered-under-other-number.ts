import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['smpp/answers-deliveries'],
  title: 'answers receipts of the SMSC under another number',
  pushing: {
    pdu: (pdu) => [
      pdu.command === 'deliver_sm_resp' ? { ...pdu, sequence: pdu.sequence + 1000 } : pdu,
    ],
  },
})
